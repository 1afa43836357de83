import { type ReadonlySignal, signal } from '@preact/signals'
import { z } from 'zod'
import type { Card } from '#protocol/cards.ts'
import type { Refusal } from '#protocol/contract.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { callHelpdesk } from '../conversation/call-helpdesk.ts'
import { createOutbox, type TabStore } from '../conversation/outbox.ts'
import type { OwnMessageEvent } from '../conversation/own-messages.ts'
import { createSender } from '../conversation/sender.ts'
import { hasGap, lastSeq, nextToSend } from '../conversation/thread.ts'
import type { Wire } from '../conversation/wire.ts'
import { createConcernDesk } from './concern-desk.ts'
import { connectDesk, type DeskConnection, type OutgoingMessage } from './connect.ts'
import { createDeskCards } from './desk-cards.ts'
import { partConversations } from './desk-lists.ts'
import { createDeskSettings } from './desk-settings.ts'
import {
  type DeskEvent,
  type DeskState,
  emptyDesk,
  openTalkRevealed,
  reduce,
  seqToMarkSeen,
  talkOf,
  textRemovedSince,
} from './desk-state.ts'
import { createDeskTools } from './desk-tools.ts'
import type { HelpLines } from './help-lines.ts'
import { createRecordDesk } from './record-desk.ts'
import { createReplyDesk } from './reply-desk.ts'
import { createSearchDesk } from './search-desk.ts'

/** What the desk page shows. */
export type DeskView =
  | { is: 'loading' }
  | { is: 'unreachable' }
  | { is: 'signed-out'; message: string }
  | { is: 'desk'; state: DeskState; problem: string | null }

export type DeskSession = ReturnType<typeof createDeskSession>

const unreachable = 'We could not reach the helpdesk, so this was not done. Try again in a moment.'
const meSchema = z.union([
  z.object({
    accountId: z.string(),
    name: z.string(),
    pages: z.array(z.object({ path: z.string(), label: z.string() })),
  }),
  z.object({ message: z.string() }),
])

/** One navigator's desk on one page: takes what the person does, keeps `view` true. */
export function createDeskSession({ store, device, page, helpLines, newId, now, isVisible }: DeskParts) {
  const view = signal<DeskView>({ is: 'loading' })
  const pages = signal<readonly { path: string; label: string }[]>([])
  let connection: DeskConnection | null = null
  let accountId = ''
  /** asked for on this connection already, by conversation */
  const markedSeen = new Map<string, number>()

  const state = () => (view.value.is === 'desk' ? view.value.state : emptyDesk)
  const outboxOf = (conversationId: string) =>
    createOutbox(store, `local-offer-desk-outbox-${accountId}-${conversationId}`)

  const ask: Wire['ask'] = async (...question) => (await connection?.ask(...question)) ?? null
  const hear = (conversation: DeskConversation) => dispatch({ type: 'conversation', conversation })
  const concerns = createConcernDesk(ask)
  const search = createSearchDesk(ask)
  const tools = createDeskTools({ ask, hear, tab: store, accountId: () => accountId, newId })
  const replies = createReplyDesk({ ask, hear })
  const records = createRecordDesk(ask, newId)
  const cards = createDeskCards({ tab: store, device, accountId: () => accountId })

  const sender = createSender<OutgoingMessage>({
    next: () => nextOutgoing(state()),
    send: async (message) => (connection ? connection.send(message) : null),
    settle: ({ conversationId, clientMessageId }, delivery) =>
      changeOwn(
        conversationId,
        delivery.is === 'refused'
          ? { type: 'refused', clientMessageId, problem: delivery.problem }
          : {
              type: 'stored',
              confirmation: {
                clientMessageId,
                seq: delivery.seq,
                sentAt: delivery.sentAt,
                card: delivery.card ?? null,
                author: 'navigator',
                authorName: state().me?.name ?? null,
              },
            },
      ),
  })

  const dispatch = (event: DeskEvent) => {
    const before = view.value
    if (before.is !== 'desk') return
    const after = reduce(before.state, event)
    view.value =
      after.link === 'refused'
        ? { is: 'signed-out', message: after.problem ?? '' }
        : { ...before, state: after }
    for (const removed of textRemovedSince(before.state, after)) {
      tools.forgetText(removed)
      search.forget(removed.id)
    }
    if (event.type === 'link') markedSeen.clear()
    if (event.type === 'synced') restoreOutboxes(after)
    if (event.type === 'link' && event.connection.is === 'connected') sender.pump()
    if (event.type === 'message') keepInStep(event.conversationId, before.state, after)
    const nowReadable = openTalkRevealed(before.state, after)
    if (nowReadable !== null) void connection?.open(nowReadable, 0, true)
  }
  const keepInStep = (conversationId: string, before: DeskState, after: DeskState) => {
    const { thread } = talkOf(after, conversationId)
    outboxOf(conversationId).save(conversationId, thread.unsent)
    if (!hasGap(thread) || hasGap(talkOf(before, conversationId).thread)) return
    void connection?.open(conversationId, lastSeq(thread), false)
  }
  const restoreOutboxes = (after: DeskState) => {
    for (const { id } of partConversations(after).mine) {
      const unsent = outboxOf(id).load(id)
      if (unsent.length > 0) dispatch({ type: 'restored', conversationId: id, unsent })
    }
  }
  const changeOwn = (conversationId: string, event: OwnMessageEvent) => {
    dispatch({ type: 'own-message', conversationId, event })
    outboxOf(conversationId).save(conversationId, talkOf(state(), conversationId).thread.unsent)
    sender.pump()
  }
  /** Says why something was not done; true when it was. */
  const settle = (reply: { ok: true } | Refusal | null | undefined): boolean => {
    const problem = reply?.ok ? null : (reply?.message ?? unreachable)
    if (view.value.is === 'desk') view.value = { ...view.value, problem }
    return reply?.ok === true
  }

  return {
    view: view as ReadonlySignal<DeskView>,
    /** other pages that this person may open */
    pages: pages as ReadonlySignal<readonly { path: string; label: string }[]>,
    /** Asks who is signed in, then connects. */
    start: async () => {
      const me = await callHelpdesk('/api/me', meSchema)
      if (me === null) view.value = { is: 'unreachable' }
      else if (!('accountId' in me)) view.value = { is: 'signed-out', message: me.message }
      else {
        accountId = me.accountId
        pages.value = me.pages
        connection?.close()
        view.value = { is: 'desk', state: emptyDesk, problem: null }
        const openTalk = () => {
          const { openId } = state()
          return openId && { conversationId: openId, lastSeq: lastSeq(talkOf(state(), openId).thread) }
        }
        connection = connectDesk({
          origin: '',
          page,
          dispatch,
          concerns,
          tools,
          openTalk: () => openTalk() || null,
        })
      }
    },
    dismissProblem: () => {
      if (view.value.is === 'desk') view.value = { ...view.value, problem: null }
    },
    select: async (conversationId: string | null) => {
      dispatch({ type: 'selected', conversationId })
      const line = state().conversations.find(({ id }) => id === conversationId)
      if (conversationId === null || line?.hold === 'concealed') return
      settle(await connection?.open(conversationId, lastSeq(talkOf(state(), conversationId).thread), true))
    },
    claim: async (conversationId: string) => settle(await connection?.claim(conversationId)),
    handBack: async (conversationId: string) => settle(await connection?.handBack(conversationId)),
    end: async (conversationId: string) => settle(await connection?.end(conversationId)),
    /** Asks a colleague to take it over; null takes the question back. */
    offer: async (conversationId: string, to: string | null) =>
      settle(await connection?.offer(conversationId, to)),
    accept: async (conversationId: string) => settle(await connection?.accept(conversationId)),
    decline: async (conversationId: string) => settle(await connection?.decline(conversationId)),
    setWork: async (work: { capacity: number; helpsWith: string[] }) =>
      settle(await connection?.setWork(work)),
    setAvailable: async (available: boolean) => settle(await connection?.setAvailable(available)),
    /** Sends words, with a card or without. */
    write: (conversationId: string, text: string, card: Card | null) => {
      const message = { clientMessageId: newId(), text, writtenAt: now(), problem: null }
      changeOwn(conversationId, { type: 'written', message: card ? { ...message, card } : message })
      if (card) cards.noteGiven(card)
    },
    cards,
    concerns,
    records,
    replies,
    tools,
    search,
    settings: createDeskSettings(device),
    helpLines,
    newId,
    retry: (conversationId: string, clientMessageId: string) =>
      changeOwn(conversationId, { type: 'retried', clientMessageId }),
    discard: (conversationId: string, clientMessageId: string) =>
      changeOwn(conversationId, { type: 'discarded', clientMessageId }),
    tellTyping: (conversationId: string, typing: boolean) => connection?.tellTyping(conversationId, typing),
    wake: () => connection?.wake(),
    /** Marks what is on the screen as seen, when somebody looks at it. */
    markSeen: () => {
      const unseen = isVisible() ? seqToMarkSeen(state()) : null
      if (!unseen || unseen.seq <= (markedSeen.get(unseen.conversationId) ?? 0)) return
      markedSeen.set(unseen.conversationId, unseen.seq)
      void connection?.markSeen(unseen.conversationId, unseen.seq)
    },
    /** What was typed for a conversation and not sent, kept through a reload. */
    drafts: {
      load: (conversationId: string) => store.read(draftKey(accountId, conversationId)) ?? '',
      save: (conversationId: string, text: string) =>
        text === ''
          ? store.remove(draftKey(accountId, conversationId))
          : store.write(draftKey(accountId, conversationId), text),
    },
  }
}

const draftKey = (accountId: string, conversationId: string) =>
  `local-offer-desk-draft-${accountId}-${conversationId}`

function nextOutgoing(state: DeskState): OutgoingMessage | undefined {
  for (const [conversationId, { thread }] of Object.entries(state.talks)) {
    const message = nextToSend(thread)
    if (message) return { ...message, conversationId }
  }
  return undefined
}

export type DeskParts = {
  /** lasts as long as the tab */
  store: TabStore
  /** lasts on this device */
  device: TabStore
  page: Parameters<typeof connectDesk>[0]['page']
  /** where to turn when somebody is in danger */
  helpLines: HelpLines
  /** makes UUIDs */
  newId: () => string
  /** milliseconds, UTC */
  now: () => number
  isVisible: () => boolean
}
