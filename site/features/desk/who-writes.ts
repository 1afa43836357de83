import type { DeskConversation } from '#protocol/desk.ts'
import type { DeskState } from './desk-state.ts'

/** Whether this navigator is in the conversation beside the one who has it. */
export function hasJoined({ state, colleagues }: DeskConversation, me: DeskState['me']): boolean {
  return state === 'with-navigator' && colleagues.some((one) => one.joined && one.accountId === me?.accountId)
}

/** Whether this navigator writes in it: who has it, and who has joined. */
export function mayWrite(conversation: DeskConversation, me: DeskState['me']): boolean {
  const isTheirs = conversation.state === 'with-navigator' && conversation.navigatorId === me?.accountId
  return isTheirs || hasJoined(conversation, me)
}
