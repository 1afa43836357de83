import type { DeskConversation } from '#protocol/desk.ts'
import { counted } from '#records/counted.ts'
import { howLong, timeOrDay } from '../conversation/plain-times.ts'
import type { DeskState } from './desk-state.ts'

/** A chat that waits longer than this is late. */
const lateAfterMs = 5 * 60_000

/** The desk's list, parted. */
export type DeskLists = {
  /** chats that nobody has, the longest wait first */
  waiting: readonly DeskConversation[]
  mine: readonly DeskConversation[]
  others: readonly DeskConversation[]
  /** left through the form or after closing time, calls to make, paper to post: not taken yet, the oldest first */
  messages: readonly DeskConversation[]
  /** the newest first */
  ended: readonly DeskConversation[]
}

/** Who waits, what is mine, what others have. Order depends on who came first, so that lines stay where they are. */
export function partConversations({ conversations, me }: Pick<DeskState, 'conversations' | 'me'>): DeskLists {
  const inOrder = conversations.toSorted(
    (one, other) => one.arrival - other.arrival || one.startedAt - other.startedAt,
  )
  const taken = inOrder.filter(({ state }) => state === 'with-navigator')
  const untaken = inOrder.filter(({ state }) => state === 'waiting')
  return {
    waiting: untaken.filter(({ channel }) => channel === 'chat'),
    messages: untaken.filter(({ channel }) => channel !== 'chat'),
    mine: taken.filter(({ navigatorId }) => navigatorId === me?.accountId),
    others: taken.filter(({ navigatorId }) => navigatorId !== me?.accountId),
    ended: inOrder
      .filter(({ state }) => state === 'ended')
      .toSorted((one, other) => (other.endedAt ?? 0) - (one.endedAt ?? 0)),
  }
}

/** What to call somebody who may not have given a name. */
export function nameOfVisitor({ visitorName, reference }: DeskConversation): string {
  return visitorName ?? `Visitor ${reference.slice(-4)}`
}

/** True when a chat has waited too long: the only thing that the desk shows in red. */
export function isLate({ state, channel, waitingSince }: DeskConversation, now: number): boolean {
  return (
    state === 'waiting' && channel === 'chat' && waitingSince !== null && now - waitingSince >= lateAfterMs
  )
}

/** True when the visitor wrote something that the navigator who has it has not seen. */
export function hasUnread({ state, lastMessage, seenByNavigator }: DeskConversation): boolean {
  return state === 'with-navigator' && lastMessage?.author === 'visitor' && lastMessage.seq > seenByNavigator
}

/** The line of the list about time: how long it waits, when it was left, who has it, when it ended. */
export function timeLine(conversation: DeskConversation, now: number): string {
  const { state, channel, waitingSince, startedAt, endedAt, lastMessage } = conversation
  if (state === 'ended') return `Ended ${timeOrDay(endedAt ?? startedAt, now)}`
  if (state === 'waiting' && channel !== 'chat') return `Left ${timeOrDay(startedAt, now)}`
  if (state === 'waiting')
    return `Waiting ${howLong(waitingSince ?? startedAt, now)}${isLate(conversation, now) ? ', late' : ''}`
  return timeOrDay(lastMessage?.sentAt ?? startedAt, now)
}

/** The title of the browser's tab: it tells what leads must answer, who asks for help and who waits, while one works elsewhere. */
export function titleOf({ waiting }: Pick<DeskLists, 'waiting'>, offered = 0, concerns = 0): string {
  const news = [
    ...(concerns === 0 ? [] : [counted(concerns, 'concern')]),
    ...(offered === 0 ? [] : [`${offered} to take over`]),
    ...(waiting.length === 0 ? [] : [`${waiting.length} waiting`]),
  ]
  return news.length === 0 ? 'Navigator desk' : `(${news.join(', ')}) Navigator desk`
}

/** How things stand, in words for a screen reader. */
export function standingInWords({ waiting, mine }: DeskLists): string {
  const people = waiting.length === 1 ? '1 person is waiting.' : `${waiting.length} people are waiting.`
  const unread = mine.filter(hasUnread).length
  const news = unread === 0 ? '' : ` New messages in ${counted(unread, 'conversation')} of yours.`
  return `${waiting.length === 0 ? 'Nobody is waiting.' : people}${news}`
}
