import type { DeskPerson } from './concern.ts'
import { NotTheLead, SavedReplyNotFound } from './errors.ts'

/** Whose a saved reply is: an account's, or the team's for null. */
export interface ReplyOwner {
  ownerId: string | null
}

/** Everybody at the desk sees the team's replies; what somebody keeps for themselves nobody else does. */
export function maySeeReply({ ownerId }: ReplyOwner, { accountId }: DeskPerson): boolean {
  return ownerId === null || ownerId === accountId
}

/** Whether somebody may change a reply: their own, and as a lead the team's, which speak for the council. */
function mayChangeReply(reply: ReplyOwner, person: DeskPerson): boolean {
  return reply.ownerId === null ? person.isLead : reply.ownerId === person.accountId
}

/** Throws `SavedReplyNotFound` for what the person does not even see, `NotTheLead` for the team's. */
export function refuseChangingReply(reply: ReplyOwner, person: DeskPerson): void {
  if (!maySeeReply(reply, person)) throw new SavedReplyNotFound()
  if (!mayChangeReply(reply, person)) throw new NotTheLead()
}
