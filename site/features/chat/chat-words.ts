import type { VisitorConversation } from '#protocol/visitor.ts'
import { counted } from '#records/counted.ts'
import type { ConversationState } from './conversation-state.ts'

/** Who the visitor is talking to: the heading of the talk. `plain`: in as few words as can be. */
export function headingFor(
  { state, navigatorName, channel }: VisitorConversation,
  plain: boolean = false,
): string {
  const name = navigatorName ?? 'a navigator'
  if (state === 'ended') return 'This chat has ended'
  if (state === 'with-navigator')
    return plain ? `You are talking to ${name}` : `You are talking to ${name}, a person in the council’s team`
  if (channel === 'chat') return 'You are waiting for a navigator'
  return plain ? 'We have your message' : 'Your message is with the navigators'
}

/** The place in the queue, in words; empty when not waiting. */
export function placeInQueue({ state, channel, queuePosition }: VisitorConversation): string {
  if (state !== 'waiting' || channel !== 'chat' || queuePosition === null) return ''
  if (queuePosition === 1) return 'You are next.'
  const before = queuePosition - 1
  return `You are number ${queuePosition} in the queue. ${before === 1 ? '1 person is' : `${before} people are`} before you.`
}

/** How long it may take: what was seen lately, never a promise. Empty when it is not waiting. */
export function waitInWords({ state, channel, helpdesk }: VisitorConversation): string {
  if (state !== 'waiting') return ''
  if (!helpdesk.available) return helpdesk.sentence
  if (channel === 'message') return 'A navigator is here now and will read it.'
  const minutes = helpdesk.expectedWaitMinutes
  return minutes === null
    ? 'A navigator is here now. We cannot say how long it takes: too few people have waited lately.'
    : `A navigator is here now. Lately people waited about ${counted(Math.max(1, minutes), 'minute')}.`
}

/**
 * What is said below the talk: the line first, then who types. Empty when there is nothing to say. `justRestored`: the
 * line came back a moment ago.
 */
export function statusFor(
  { link, conversation, navigatorTyping }: ConversationState,
  justRestored: boolean,
): string {
  if (conversation.state === 'ended') return ''
  if (link === 'reconnecting')
    return 'Your connection dropped for a moment. We are trying again. You can keep writing.'
  if (navigatorTyping) return `${conversation.navigatorName ?? 'The navigator'} is typing…`
  if (justRestored) return 'Your connection dropped for a moment. We are back, nothing was lost.'
  return ''
}
