import type { Channel } from '#protocol/conversation.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { tagLabel } from '#records/conversation-tags.ts'
import { type DeskLists, isLate } from './desk-lists.ts'

/** What of the lists and of a search is shown. Null and false: whatever it is. */
export type DeskFilter = {
  channel: Channel | null
  /** an account */
  navigatorId: string | null
  tag: string | null
  lateOnly: boolean
  /** held because of a concern, as far as this person may read it */
  heldOnly: boolean
}

export const noFilter: DeskFilter = {
  channel: null,
  navigatorId: null,
  tag: null,
  lateOnly: false,
  heldOnly: false,
}

/** How many of its choices are on. */
export function countOn(filter: DeskFilter): number {
  return Object.values(filter).filter((choice) => choice !== null && choice !== false).length
}

/** Whether a conversation is one of those to be shown. */
export function passes(filter: DeskFilter, conversation: DeskConversation, now: number): boolean {
  return (
    (filter.channel === null || conversation.channel === filter.channel) &&
    (filter.navigatorId === null || conversation.navigatorId === filter.navigatorId) &&
    (filter.tag === null || conversation.tags.includes(filter.tag)) &&
    (!filter.lateOnly || isLate(conversation, now)) &&
    (!filter.heldOnly || conversation.hold === 'readable')
  )
}

/** The lists with what passes alone. The same lists when nothing is filtered. */
export function filterLists(lists: DeskLists, filter: DeskFilter, now: number): DeskLists {
  if (countOn(filter) === 0) return lists
  const pass = (lines: readonly DeskConversation[]) => lines.filter((line) => passes(filter, line, now))
  return {
    waiting: pass(lists.waiting),
    mine: pass(lists.mine),
    others: pass(lists.others),
    messages: pass(lists.messages),
    callBacks: pass(lists.callBacks),
    post: pass(lists.post),
    spoken: pass(lists.spoken),
    ended: pass(lists.ended),
  }
}

/** What can be chosen from: who has or had a conversation of the lists, and what those are about. */
export function filterChoices(conversations: readonly DeskConversation[]) {
  const navigators = new Map<string, string>()
  const tags = new Set<string>()
  for (const { navigatorId, navigatorName, tags: about } of conversations) {
    if (navigatorId !== null) navigators.set(navigatorId, navigatorName ?? 'A colleague')
    for (const tag of about) tags.add(tag)
  }
  return {
    navigators: byLabel([...navigators].map(([value, label]) => ({ value, label }))),
    tags: byLabel([...tags].map((value) => ({ value, label: tagLabel(value) }))),
  }
}

function byLabel(choices: { value: string; label: string }[]) {
  return choices.toSorted((one, other) => one.label.localeCompare(other.label, 'en-GB'))
}
