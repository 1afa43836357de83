import type { VisitorConversation } from '#protocol/visitor.ts'
import { counted } from '#records/counted.ts'
import type { ConversationState } from './conversation-state.ts'

/** Who the visitor is talking to: the heading of the talk. */
export function headingFor({ state, navigatorName, channel }: VisitorConversation): string {
  if (state === 'ended') return 'This chat has ended'
  if (state === 'with-navigator')
    return `You are talking to ${navigatorName ?? 'a navigator'}, a person in the council’s team`
  return channel === 'chat' ? 'You are waiting for a navigator' : 'Your message is with the navigators'
}

/** The place in the queue, in words; empty when not waiting. */
export function placeInQueue({ state, channel, queuePosition }: VisitorConversation): string {
  if (state !== 'waiting' || channel !== 'chat' || queuePosition === null) return ''
  if (queuePosition === 1) return 'You are next.'
  return `You are number ${queuePosition} in the queue. ${counted(queuePosition - 1, 'person')
    .replace('persons', 'people')
    .concat(queuePosition === 2 ? ' is' : ' are')} before you.`
}

/** How long it may take, only what is true; empty when nobody can say or it is not waiting. */
export function waitInWords({ state, helpdesk }: VisitorConversation): string {
  if (state !== 'waiting') return ''
  if (!helpdesk.available) return helpdesk.sentence
  const minutes = helpdesk.expectedWaitMinutes
  return minutes === null
    ? 'A navigator is here now.'
    : `A navigator is here now. The wait is about ${counted(Math.max(1, minutes), 'minute')}.`
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
