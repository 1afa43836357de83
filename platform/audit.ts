import type { Generated, Transaction } from 'kysely'
import { z } from 'zod'
import type { Clock } from './clock.ts'
import type { Database, NoTables } from './database/database.ts'

/** The record of who did what. Entries can be added and read; the database refuses to change or remove one. */
export function createAudit({ database, clock }: { database: Database; clock: Clock }): Audit {
  const tables = database.kysely.$extendTables<AuditTables>()
  return {
    async record(trx, { actor, action, subject, detail = {} }) {
      const entry = { at: clock(), actor, action, subject, detail: JSON.stringify(detail) }
      await trx.$extendTables<AuditTables>().insertInto('audit_entry').values(entry).execute()
    },
    async read({ subject, after = 0, limit = 100 } = {}) {
      const rows = await tables
        .selectFrom('audit_entry')
        .selectAll()
        .where('seq', '>', after)
        .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
        .orderBy('seq')
        .limit(limit)
        .execute()
      return rows.map((row) => ({ ...row, detail: detailSchema.parse(JSON.parse(row.detail)) }))
    },
  }
}

export interface Audit {
  /** Adds an entry inside the transaction of the change itself, so that neither is there without the other. */
  record(trx: Transaction<NoTables>, deed: Deed): Promise<void>
  /** Entries in the order in which they were written, those after sequence number `after`, at most `limit` (100). */
  read(wanted?: { subject?: string; after?: number; limit?: number }): Promise<AuditEntry[]>
}

/** What somebody did. Hold ids in it, never names, email addresses or message text: entries stay for good. */
export interface Deed {
  /** account id, or `system`, or `visitor` */
  actor: string
  /** verb phrase with hyphens, such as `sign-in` */
  action: string
  /** kind and id of what it was done to, such as `account:…` */
  subject: string
  detail?: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

export interface AuditEntry {
  seq: number
  /** milliseconds UTC */
  at: number
  actor: string
  action: string
  subject: string
  detail: AuditDetail
}

const detailSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))

export type AuditDetail = z.output<typeof detailSchema>

type AuditTables = {
  audit_entry: {
    seq: Generated<number>
    at: number
    actor: string
    action: string
    subject: string
    detail: string
  }
}
