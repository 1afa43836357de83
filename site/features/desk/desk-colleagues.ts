import { isOpenToVisitors } from '#protocol/conversation.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { type Colleague, colleaguesOf } from './desk-offers.ts'
import type { DeskState } from './desk-state.ts'

type Me = Pick<DeskState, 'me'>

/** Conversations that this navigator is asked to join. */
export function invitationsToMe({ me, conversations }: Me & Pick<DeskState, 'conversations'>) {
  return conversations.filter(
    ({ state, colleagues }) =>
      state === 'with-navigator' &&
      colleagues.some(({ accountId, joined }) => accountId === me?.accountId && !joined),
  )
}

/** Who could be asked in: at the desk, and neither who has it nor asked already. */
export function askable(state: Me & Pick<DeskState, 'queue'>, conversation: DeskConversation): Colleague[] {
  const known = [conversation.navigatorId, ...conversation.colleagues.map(({ accountId }) => accountId)]
  return colleaguesOf(state).filter(({ accountId }) => !known.includes(accountId))
}

/**
 * Whether this person may ask somebody in: who has it, and only leads while a concern holds it. In what was only written
 * down, such as a call, there is no talk to join.
 */
export function mayInvite(conversation: DeskConversation, me: DeskState['me'], isLead: boolean): boolean {
  if (!isOpenToVisitors(conversation) || conversation.state !== 'with-navigator') return false
  if (conversation.hold !== 'none') return isLead
  return conversation.navigatorId === me?.accountId
}
