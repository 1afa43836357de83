import { type ReadonlySignal, signal } from '@preact/signals'
import { type FollowUp, followUpPushes, followUpRequests } from '#protocol/desk-follow-ups.ts'
import { parsedPush } from '../conversation/parsed-push.ts'
import type { Wire } from '../conversation/wire.ts'

export type FollowUpsDesk = ReturnType<typeof createFollowUpsDesk>

const notStored =
  'We could not reach the helpdesk, so this is not saved yet. What you wrote is still here. Try again.'

/** What this navigator means to do, on one page of the desk. */
export function createFollowUpsDesk({ ask, newId }: { ask: Wire['ask']; newId: () => string }) {
  const view = signal<readonly FollowUp[]>([])
  /** ids of what was tried and has no answer, so that a second try doubles nothing */
  const tried = new Map<string, string>()
  const hear = (followUp: FollowUp) => {
    view.value = [...view.value.filter(({ id }) => id !== followUp.id), followUp]
  }

  return {
    view: view as ReadonlySignal<readonly FollowUp[]>,
    sync: async () => {
      const reply = await ask('follow-ups:read', {}, followUpRequests['follow-ups:read'].reply)
      if (reply?.ok) view.value = reply.followUps
      return reply
    },
    /** Gives null when it is stored, or a sentence that says why not. */
    add: async (conversationId: string, dueOn: string, text: string): Promise<string | null> => {
      const words = JSON.stringify([conversationId, dueOn, text])
      const id = tried.get(words) ?? newId()
      tried.set(words, id)
      const { payload, reply: schema } = followUpRequests['follow-up:add']
      const checked = payload.safeParse({ id, conversationId, dueOn, text })
      if (!checked.success) return checked.error.issues[0]?.message ?? notStored
      const reply = await ask('follow-up:add', checked.data, schema)
      if (!reply?.ok) return reply?.message ?? notStored
      tried.delete(words)
      hear(reply.followUp)
      return null
    },
    /** The same: done, or not done after all. */
    setDone: async (id: string, done: boolean): Promise<string | null> => {
      const reply = await ask('follow-up:done', { id, done }, followUpRequests['follow-up:done'].reply)
      if (!reply?.ok) return reply?.message ?? notStored
      hear(reply.followUp)
      return null
    },
    /** They went with the text of their conversation. */
    forget: (conversationId: string) => {
      view.value = view.value.filter((one) => one.conversationId !== conversationId)
    },
    pushes: (wake: () => void) => ({ 'follow-up': parsedPush(followUpPushes['follow-up'], wake, hear) }),
  }
}

/** Follow-ups parted by what `today` (`YYYY-MM-DD`) makes of them, the earliest first; those done, the newest first. */
export function partFollowUps(followUps: readonly FollowUp[], today: string) {
  const open = followUps
    .filter(({ doneAt }) => doneAt === null)
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn) || one.id.localeCompare(other.id))
  return {
    overdue: open.filter(({ dueOn }) => dueOn < today),
    today: open.filter(({ dueOn }) => dueOn === today),
    later: open.filter(({ dueOn }) => dueOn > today),
    done: followUps
      .filter(({ doneAt }) => doneAt !== null)
      .toSorted((one, other) => (other.doneAt ?? 0) - (one.doneAt ?? 0)),
  }
}

/** How many ask for something now, for a heading: "2 for today, 1 overdue". Empty when none does. */
export function dueInWords({ overdue, today }: ReturnType<typeof partFollowUps>): string {
  return [
    ...(today.length === 0 ? [] : [`${today.length} for today`]),
    ...(overdue.length === 0 ? [] : [`${overdue.length} overdue`]),
  ].join(', ')
}
