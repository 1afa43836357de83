import type { Message } from '#protocol/conversation.ts'
import type { DeskAnswer, DeskConversation, DeskQueue } from '#protocol/desk.ts'
import type { Contact } from '#protocol/desk-contact.ts'
import { type Link, linkAfter } from '../conversation/link.ts'
import { changeOwn, type OwnMessageEvent } from '../conversation/own-messages.ts'
import { emptyThread, lastSeq, receive, type Thread, type UnsentMessage } from '../conversation/thread.ts'
import type { Connection } from '../conversation/wire.ts'

/** The desk as this page knows it. */
export type DeskState = {
  link: Link
  /** why the link failed for good, a sentence; null otherwise */
  problem: string | null
  /** null before the first sync */
  me: DeskAnswer<'desk:sync'>['me'] | null
  queue: DeskQueue | null
  conversations: readonly DeskConversation[]
  /** the conversation that is read now */
  openId: string | null
  talks: Readonly<Record<string, DeskTalk>>
}

/** What is known of one conversation beyond its line in the list. */
export type DeskTalk = {
  thread: Thread
  /** messages up to here are history, never announced */
  historyUpTo: number
  contact: Contact | null
  visitorTyping: boolean
}

export type DeskEvent =
  | { type: 'link'; connection: Connection }
  | { type: 'signed-out'; message: string }
  | ({ type: 'synced' } & DeskAnswer<'desk:sync'>)
  | ({ type: 'switched' } & DeskAnswer<'availability:set'>)
  | { type: 'queue'; queue: DeskQueue }
  | { type: 'conversation'; conversation: DeskConversation }
  | { type: 'selected'; conversationId: string | null }
  | ({ type: 'opened'; chosen: boolean } & Omit<DeskAnswer<'conversation:open'>, 'more'>)
  | { type: 'message'; conversationId: string; message: Message }
  | { type: 'contact'; conversationId: string; contact: Contact }
  | { type: 'typing'; conversationId: string; typing: boolean }
  | { type: 'seen-by-visitor'; conversationId: string; seq: number }
  | { type: 'seen-by-navigator'; conversationId: string; seq: number }
  | { type: 'restored'; conversationId: string; unsent: readonly UnsentMessage[] }
  | { type: 'own-message'; conversationId: string; event: OwnMessageEvent }

export const emptyDesk: DeskState = {
  link: 'connecting',
  problem: null,
  me: null,
  queue: null,
  conversations: [],
  openId: null,
  talks: {},
}

const emptyTalk: DeskTalk = { thread: emptyThread, historyUpTo: 0, contact: null, visitorTyping: false }

/** The state after `event`. Pure. */
export function reduce(state: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case 'link':
      return { ...state, ...linkAfter(state.link, event.connection) }
    case 'signed-out':
      return { ...state, link: 'refused', problem: event.message }
    case 'synced':
      return event.conversations.reduce(forgetUnreadable, {
        ...state,
        me: event.me,
        queue: event.queue,
        conversations: event.conversations,
      })
    case 'switched':
      return { ...state, me: event.me, queue: event.queue }
    case 'queue':
      return { ...state, queue: event.queue, me: asQueueSays(state.me, event.queue) }
    case 'conversation':
      return hear(state, event.conversation)
    case 'selected':
      return select(state, event.conversationId)
    case 'opened':
      return forgetUnreadable(open(withConversation(state, event.conversation), event), event.conversation)
    case 'message':
      return withTalk(state, event.conversationId, (talk) => ({
        ...talk,
        thread: receive(talk.thread, [event.message]),
        visitorTyping: event.message.author !== 'visitor' && talk.visitorTyping,
      }))
    case 'contact': {
      // The first comes with what was said.
      const isOpened = state.talks[event.conversationId]?.contact != null
      return isOpened
        ? withTalk(state, event.conversationId, (talk) => ({ ...talk, contact: event.contact }))
        : state
    }
    case 'typing':
      return withTalk(state, event.conversationId, (talk) => ({ ...talk, visitorTyping: event.typing }))
    case 'seen-by-visitor':
      return withSeen(state, event.conversationId, ({ seenByVisitor }) => ({
        seenByVisitor: Math.max(seenByVisitor, event.seq),
      }))
    case 'seen-by-navigator':
      return withSeen(state, event.conversationId, ({ seenByNavigator }) => ({
        seenByNavigator: Math.max(seenByNavigator, event.seq),
      }))
    case 'restored':
      return withTalk(state, event.conversationId, (talk) => ({
        ...talk,
        thread: event.unsent.reduce(
          (thread, message) => changeOwn(thread, { type: 'written', message }),
          talk.thread,
        ),
      }))
    case 'own-message':
      return withTalk(state, event.conversationId, (talk) => ({
        ...talk,
        thread: changeOwn(talk.thread, event.event),
      }))
  }
}

/** What is known of a conversation's messages, empty when it was never opened. */
export function talkOf(state: DeskState, conversationId: string): DeskTalk {
  return state.talks[conversationId] ?? emptyTalk
}

/** The newest message that was not yet marked as seen by the navigator who has the conversation, or null. */
export function seqToMarkSeen(state: DeskState): { conversationId: string; seq: number } | null {
  const open = state.conversations.find(({ id }) => id === state.openId)
  if (open?.state !== 'with-navigator' || open.navigatorId !== state.me?.accountId) return null
  const newest = talkOf(state, open.id).thread.messages.findLast(({ author }) => author === 'visitor')
  return newest && newest.seq > open.seenByNavigator ? { conversationId: open.id, seq: newest.seq } : null
}

/** The conversation that is read now, when a concern held it from this person before and does no more; else null. */
export function openTalkRevealed(before: DeskState, after: DeskState): string | null {
  const { openId } = after
  const holdIn = ({ conversations }: DeskState) => conversations.find(({ id }) => id === openId)?.hold
  return openId === before.openId && holdIn(before) === 'concealed' && holdIn(after) !== 'concealed'
    ? openId
    : null
}

/** The conversations whose text went between these two states. */
export function textRemovedSince(before: DeskState, after: DeskState): readonly DeskConversation[] {
  if (before.conversations === after.conversations) return []
  const known = new Set(before.conversations.filter(({ textRemoved }) => textRemoved).map(({ id }) => id))
  return after.conversations.filter(({ id, textRemoved }) => textRemoved && !known.has(id))
}

/** The helpdesk turns a switch off by itself, at closing time for one: the desk shows it as it is. */
function asQueueSays(me: DeskState['me'], { navigators }: DeskQueue): DeskState['me'] {
  const known = navigators.find(({ accountId }) => accountId === me?.accountId)
  return me && known ? { ...me, available: known.available } : me
}

/** A removal tells of conversations that were never listed here: they stay so. */
function hear(state: DeskState, conversation: DeskConversation): DeskState {
  if (conversation.textRemoved && !state.conversations.some(({ id }) => id === conversation.id)) return state
  return forgetUnreadable(withConversation(state, conversation), conversation)
}

/** What a concern holds from this person, or was removed, is not kept on the page either. */
function forgetUnreadable(state: DeskState, { id, hold, textRemoved }: DeskConversation): DeskState {
  if (!(textRemoved || hold === 'concealed') || !(id in state.talks)) return state
  const { [id]: _, ...talks } = state.talks
  return { ...state, talks }
}

/** What is there when it is chosen is history: only what comes later is announced. */
function select(state: DeskState, openId: string | null): DeskState {
  if (openId === null) return { ...state, openId }
  return withTalk({ ...state, openId }, openId, (talk) => ({ ...talk, historyUpTo: lastSeq(talk.thread) }))
}

function open(state: DeskState, { conversation, contact, messages, chosen }: Opened): DeskState {
  return withTalk(state, conversation.id, (talk) => {
    const thread = receive(talk.thread, messages)
    return { ...talk, thread, contact, historyUpTo: chosen ? lastSeq(thread) : talk.historyUpTo }
  })
}

function withConversation(state: DeskState, conversation: DeskConversation): DeskState {
  const known = state.conversations.some(({ id }) => id === conversation.id)
  const conversations = known
    ? state.conversations.map((other) => (other.id === conversation.id ? conversation : other))
    : [...state.conversations, conversation]
  return { ...state, conversations }
}

function withSeen(
  state: DeskState,
  conversationId: string,
  change: (known: DeskConversation) => Partial<DeskConversation>,
): DeskState {
  const known = state.conversations.find(({ id }) => id === conversationId)
  return known ? withConversation(state, { ...known, ...change(known) }) : state
}

function withTalk(state: DeskState, id: string, change: (talk: DeskTalk) => DeskTalk): DeskState {
  return { ...state, talks: { ...state.talks, [id]: change(talkOf(state, id)) } }
}

type Opened = Extract<DeskEvent, { type: 'opened' }>
