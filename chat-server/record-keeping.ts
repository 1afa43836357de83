import type { Audit } from '#platform/audit.ts'
import type { NewId } from '#platform/clock.ts'
import { type CallLogActions, createCallLogActions } from './call-log-actions.ts'
import { createInsightActions, type InsightActions } from './insight-actions.ts'
import { createPaperActions, type PaperActions } from './paper-actions.ts'
import { createRecordStores, type RecordStores } from './record-stores.ts'
import type { FindCard } from './site-cards.ts'
import type { Stores } from './stores.ts'
import type { Announcer } from './transport/announcer.ts'

/** What the desk keeps a record of besides chats and messages: calls, visits, paper, gaps, points and tasks for editors. */
export interface RecordKeeping {
  records: RecordStores
  callLog: CallLogActions
  papers: PaperActions
  insight: InsightActions
}

export function createRecordKeeping(parts: {
  stores: Stores
  announcer: Announcer
  audit: Pick<Audit, 'record'>
  findCard: FindCard
  newId: NewId
}): RecordKeeping {
  const { database, clock } = parts.stores
  const records = createRecordStores({ database, clock, newId: parts.newId })
  return {
    records,
    callLog: createCallLogActions({ ...parts, records }),
    papers: createPaperActions({ ...parts, records }),
    insight: createInsightActions({ ...parts, records }),
  }
}
