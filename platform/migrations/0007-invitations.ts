import type { Kysely } from 'kysely'

/** Which link of an invitation was sent last: it is the one that works. Empty until one is sent. */
export async function addInvitations(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('staff_account').addColumn('invitation_id', 'text').execute()
}
