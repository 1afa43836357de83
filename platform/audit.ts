import type { Generated, Transaction } from 'kysely'
import { z } from 'zod'
import type { AuditAction } from './accounts/audit-words.ts'
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
      return rows.map(toEntry)
    },
    async list({ actor, actions, from, until, before, limit }) {
      let query = tables.selectFrom('audit_entry').selectAll()
      if (actor !== undefined) query = query.where('actor', '=', actor)
      if (actions !== undefined) query = query.where('action', 'in', [...actions])
      if (from !== undefined) query = query.where('at', '>=', from)
      if (until !== undefined) query = query.where('at', '<', until)
      if (before !== undefined) query = query.where('seq', '<', before)
      return (await query.orderBy('seq', 'desc').limit(limit).execute()).map(toEntry)
    },
  }
}

export interface Audit {
  /** Adds an entry inside the transaction of the change itself, so that neither is there without the other. */
  record(trx: Transaction<NoTables>, deed: Deed): Promise<void>
  /** Entries in the order in which they were written, those after sequence number `after`, at most `limit` (100). */
  read(wanted?: { subject?: string; after?: number; limit?: number }): Promise<AuditEntry[]>
  /** At most `limit` entries, the newest first. */
  list(wanted: WantedDeeds & { limit: number }): Promise<AuditEntry[]>
}

/** Which entries are asked for; all that is said must hold. */
export interface WantedDeeds {
  readonly actor?: string
  /** one of these */
  readonly actions?: readonly string[]
  /** ms UTC; at this instant or later */
  readonly from?: number
  /** ms UTC; before this instant */
  readonly until?: number
  /** before the entry with this sequence number */
  readonly before?: number
}

/** What somebody did. Hold ids in it, never names, email addresses or message text: entries stay for good. */
export interface Deed {
  /** account id, or `system`, or `visitor` */
  actor: string
  /** verb phrase with hyphens, such as `sign-in`; it has words in `auditWords` */
  action: AuditAction
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

function toEntry(row: Row): AuditEntry {
  return { ...row, detail: detailSchema.parse(JSON.parse(row.detail)) }
}

type Row = Omit<AuditEntry, 'detail'> & { detail: string }

type AuditTables = { audit_entry: Omit<Row, 'seq'> & { seq: Generated<number> } }
