import type { Message } from '#protocol/conversation.ts'
import type { VisitorConversation } from '#protocol/visitor.ts'
import { type Link, linkAfter } from '../conversation/link.ts'
import { changeOwn, type OwnMessageEvent } from '../conversation/own-messages.ts'
import { emptyThread, lastSeq, receive, type Thread, type UnsentMessage } from '../conversation/thread.ts'
import type { Connection } from '../conversation/wire.ts'

/** A visitor's conversation as this page knows it. */
export type ConversationState = {
  conversation: VisitorConversation
  thread: Thread
  link: Link
  /** why the link failed for good, a sentence; null otherwise */
  problem: string | null
  /** messages up to here are history, never announced; null until the first sync */
  historyUpTo: number | null
  navigatorTyping: boolean
}

/** What the visitor is in: what the page shows. */
export type Phase = 'waiting' | 'talking' | 'reconnecting' | 'failed' | 'ended'

export type ConversationEvent =
  | { type: 'link'; connection: Connection }
  | { type: 'synced'; conversation: VisitorConversation; messages: readonly Message[] }
  | { type: 'conversation'; conversation: VisitorConversation }
  | { type: 'message'; message: Message }
  | { type: 'typing'; typing: boolean }
  | { type: 'seen-by-navigator'; seq: number }
  | { type: 'seen-by-visitor'; seq: number }
  | OwnMessageEvent

/** The state before anything was heard; `unsent` is what a reload left in the outbox. */
export function openState(
  conversation: VisitorConversation,
  unsent: readonly UnsentMessage[],
): ConversationState {
  return {
    conversation,
    thread: { ...emptyThread, unsent },
    link: 'connecting',
    problem: null,
    historyUpTo: null,
    navigatorTyping: false,
  }
}

/** The state after `event`. Pure; the same event twice changes nothing more. */
export function reduce(state: ConversationState, event: ConversationEvent): ConversationState {
  switch (event.type) {
    case 'link':
      return { ...state, ...linkAfter(state.link, event.connection) }
    case 'synced': {
      const thread = readable(receive(state.thread, event.messages), event.conversation)
      return {
        ...withConversation(state, event.conversation),
        thread,
        historyUpTo: state.historyUpTo ?? lastSeq(thread),
      }
    }
    case 'conversation':
      return withConversation(state, event.conversation)
    case 'message':
      return {
        ...state,
        thread: receive(state.thread, [event.message]),
        navigatorTyping: event.message.author === 'visitor' && state.navigatorTyping,
      }
    case 'typing':
      return { ...state, navigatorTyping: event.typing }
    case 'seen-by-navigator':
      return seen(state, { seenByNavigator: Math.max(state.conversation.seenByNavigator, event.seq) })
    case 'seen-by-visitor':
      return seen(state, { seenByVisitor: Math.max(state.conversation.seenByVisitor, event.seq) })
    default:
      return { ...state, thread: changeOwn(state.thread, event) }
  }
}

/** What to show: trouble with the line comes first, except when the talk is over anyway. */
export function phaseOf({ conversation, link }: ConversationState): Phase {
  if (conversation.state === 'ended') return 'ended'
  if (link === 'failing' || link === 'refused') return 'failed'
  if (link === 'reconnecting') return 'reconnecting'
  return conversation.state === 'waiting' ? 'waiting' : 'talking'
}

/** The newest message of the other side that this visitor has not yet been marked as having seen, or null. */
export function seqToMarkSeen({ thread, conversation }: ConversationState): number | null {
  const newest = thread.messages.findLast((message) => message.author !== 'visitor')
  return newest && newest.seq > conversation.seenByVisitor ? newest.seq : null
}

/** An ended conversation never comes back, and what was seen stays seen, whatever order news come in. */
function withConversation(state: ConversationState, conversation: VisitorConversation): ConversationState {
  const known = state.conversation
  if (known.state === 'ended' && conversation.state !== 'ended') return state
  return {
    ...state,
    conversation: {
      ...conversation,
      seenByNavigator: Math.max(known.seenByNavigator, conversation.seenByNavigator),
      seenByVisitor: Math.max(known.seenByVisitor, conversation.seenByVisitor),
    },
    thread: readable(state.thread, conversation),
    navigatorTyping: conversation.state === 'with-navigator' && state.navigatorTyping,
  }
}

/** Text that was removed is not kept on the page either; what was never sent is the visitor's own. */
function readable(thread: Thread, { textRemoved }: VisitorConversation): Thread {
  return textRemoved ? { ...emptyThread, unsent: thread.unsent } : thread
}

function seen(state: ConversationState, change: Partial<VisitorConversation>): ConversationState {
  return { ...state, conversation: { ...state.conversation, ...change } }
}
