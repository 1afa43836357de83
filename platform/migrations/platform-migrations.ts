import type { Database } from '../database/database.ts'
import type { Migration } from '../database/migrations.ts'
import { createAccountTables } from './0001-accounts.ts'
import { createOutgoingMail } from './0002-outgoing-mail.ts'
import { createEvents } from './0003-events.ts'
import { createJobs } from './0004-jobs.ts'
import { createAudit } from './0005-audit.ts'
import { addSessionsAndSingleSignOn } from './0006-sessions-and-single-sign-on.ts'
import { addInvitations } from './0007-invitations.ts'
import { dropEvents } from './0008-no-events.ts'

/**
 * Brings the platform's own tables up to date: accounts, mail, jobs, audit. Call it before any of them is used.
 * Throws `DatabaseNewerError` when the database is newer than the program.
 */
export function migratePlatform(database: Database): Promise<void> {
  return database.migrate('platform', platformMigrations(database.engine))
}

/** The steps that bring them up to date, in order. */
export function platformMigrations(engine: Database['engine']): readonly Migration[] {
  return [
    { number: 1, name: 'accounts', up: createAccountTables },
    { number: 2, name: 'outgoing-mail', up: createOutgoingMail },
    { number: 3, name: 'events', up: createEvents },
    { number: 4, name: 'jobs', up: createJobs },
    { number: 5, name: 'audit', up: (db) => createAudit(db, engine) },
    { number: 6, name: 'sessions-and-single-sign-on', up: addSessionsAndSingleSignOn },
    { number: 7, name: 'invitations', up: addInvitations },
    { number: 8, name: 'no-events', up: dropEvents },
  ]
}
