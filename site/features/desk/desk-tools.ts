import { type ReadonlySignal, signal } from '@preact/signals'
import type { Refusal } from '#protocol/contract.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { colleagueRequests } from '#protocol/desk-colleagues.ts'
import { type EarlierAnswer, earlierRequests } from '#protocol/desk-earlier.ts'
import { tagRequests } from '#protocol/desk-tags.ts'
import { fetchPages } from '../conversation/fetch-pages.ts'
import type { TabStore } from '../conversation/outbox.ts'
import type { Wire } from '../conversation/wire.ts'
import { createFollowUpsDesk } from './follow-ups-desk.ts'
import { createNotesDesk } from './notes-desk.ts'

/** Conversations from before that were asked for, by the conversation that shows them. */
export type EarlierView = Readonly<Record<string, EarlierAnswer>>

export type DeskTools = ReturnType<typeof createDeskTools>

const notDone = 'We could not reach the helpdesk, so this was not done. Try again in a moment.'

/**
 * What stands beside a conversation on one page of the desk: colleagues, tags, notes, follow-ups and what was shown of
 * before. Each step gives null when it is done, or a sentence that says why it is not.
 */
export function createDeskTools(options: {
  ask: Wire['ask']
  /** a line of the list has changed */
  hear: (conversation: DeskConversation) => void
  tab: TabStore
  accountId: () => string
  newId: () => string
}) {
  const { ask, hear } = options
  const notes = createNotesDesk(options)
  const followUps = createFollowUpsDesk(options)
  const earlier = signal<EarlierView>({})

  const heard = (reply: Changed | Refusal | null): string | null => {
    if (reply?.ok) hear(reply.conversation)
    return reply?.ok ? null : (reply?.message ?? notDone)
  }

  return {
    notes,
    followUps,
    earlier: earlier as ReadonlySignal<EarlierView>,
    sync: followUps.sync,
    pushes: (wake: () => void) => ({ ...notes.pushes(wake), ...followUps.pushes(wake) }),

    setTag: async (conversationId: string, tag: string, isOn: boolean) => {
      const event = isOn ? 'tag:add' : 'tag:remove'
      return heard(await ask(event, { conversationId, tag }, tagRequests[event].reply))
    },
    invite: async (conversationId: string, to: string) =>
      heard(
        await ask('colleague:invite', { conversationId, to }, colleagueRequests['colleague:invite'].reply),
      ),
    join: async (conversationId: string) =>
      heard(await ask('colleague:join', { conversationId }, colleagueRequests['colleague:join'].reply)),
    leave: async (conversationId: string) =>
      heard(await ask('colleague:leave', { conversationId }, colleagueRequests['colleague:leave'].reply)),
    takeOut: async (conversationId: string, accountId: string) => {
      const { reply } = colleagueRequests['colleague:take-out']
      return heard(await ask('colleague:take-out', { conversationId, accountId }, reply))
    },

    /** What a concern holds from this person is not kept on the page either. */
    forget: (conversationId: string) => {
      notes.forget(conversationId)
      const { [conversationId]: _, ...others } = earlier.value
      earlier.value = others
    },
    /** The text of a conversation is removed: what was written beside it, and where it was shown as the one before. */
    forgetText: ({ id, reference }: Pick<DeskConversation, 'id' | 'reference'>) => {
      notes.forget(id)
      followUps.forget(id)
      const others = Object.entries(earlier.value).filter(
        ([shownBy, { reference: shown }]) => shownBy !== id && shown !== reference,
      )
      earlier.value = Object.fromEntries(others)
    },
    /** Fetches all that the visitor let us see of before. */
    readEarlier: async (conversationId: string): Promise<string | null> => {
      const schema = earlierRequests['earlier:read'].reply
      const reply = await fetchPages(0, (lastSeq) => ask('earlier:read', { conversationId, lastSeq }, schema))
      if (!reply?.ok) return reply?.message ?? notDone
      earlier.value = { ...earlier.value, [conversationId]: reply }
      return null
    },
  }
}

type Changed = { ok: true; conversation: DeskConversation }
