import type { PromisedTimes } from './domain/promised-answer.ts'
import { momentsOf, type ReportPeriod } from './domain/report-period.ts'
import type { ReportTable } from './domain/report-table.ts'
import { tablesOf } from './domain/report-tables.ts'
import { createTally } from './domain/report-tally.ts'
import { createReportReader } from './storage/report-reader.ts'
import type { Stores } from './stores.ts'

/** What a report shows of a period: nothing in it is to be hidden any more. */
export interface Report {
  readonly period: ReportPeriod
  /** ms UTC */
  readonly madeAt: number
  /** whether nothing at all happened in the period */
  readonly isEmpty: boolean
  readonly tables: readonly ReportTable[]
}

/** Counts what began in a period, from what is committed, and hides small numbers. Others are answered meanwhile. */
export async function makeReport(
  { database, clock }: Pick<Stores, 'database' | 'clock'>,
  { helpdesk, ...hours }: PromisedTimes,
  period: ReportPeriod,
): Promise<Report> {
  const madeAt = clock()
  const reader = createReportReader(database.kysely)
  const within = momentsOf(period)
  const { tally, count } = createTally({ hours, replyWorkingDays: helpdesk.replyWorkingDays })
  for await (const page of reader.contacts(within)) for (const facts of page) count(facts)
  const gaps = await reader.gaps(within)
  const marks = await reader.marks(within)
  return {
    period,
    madeAt,
    isEmpty: tally.contacts === 0 && gaps.length === 0 && marks.length === 0,
    tables: tablesOf(tally, gaps, marks),
  }
}
