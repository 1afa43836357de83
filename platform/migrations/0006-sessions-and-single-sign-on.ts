import type { Kysely } from 'kysely'

/**
 * When a session was last used and a person last signed in, whom an identity provider knows an account as, and the order
 * in which the audit is read.
 */
export async function addSessionsAndSingleSignOn(db: Kysely<unknown>): Promise<void> {
  // ISO 8601, as better-auth's other instants; empty until the session is used again after its first minute.
  await db.schema.alterTable('staff_session').addColumn('used_at', 'text').execute()
  await db.schema.alterTable('staff_account').addColumn('signed_in_at', 'text').execute()
  await db.schema
    .createIndex('staff_credential_issuer')
    .on('staff_credential')
    .columns(['issuer', 'issuer_account_id'])
    .unique()
    .execute()
  await db.schema
    .createIndex('staff_credential_one')
    .on('staff_credential')
    .columns(['account_id', 'issuer'])
    .unique()
    .execute()
  await db.schema.createIndex('audit_entry_actor').on('audit_entry').columns(['actor', 'seq']).execute()
  await db.schema.createIndex('audit_entry_at').on('audit_entry').column('at').execute()
}
