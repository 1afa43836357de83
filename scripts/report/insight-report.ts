import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { areaRecord } from '#records/area.ts'
import { londonDate } from '#records/london-date.ts'
import { periodFrom } from '../../chat-server/domain/report-period.ts'
import type { ReportTable } from '../../chat-server/domain/report-table.ts'
import { makeReport } from '../../chat-server/report.ts'
import { helpdeskMigrations } from '../../chat-server/storage/helpdesk-migrations.ts'
import { openDatabase } from '../../platform/database/database.ts'
import type { Report } from './report.ts'

/** Where a report of the helpdesk is read from, and which days it is about. */
export interface InsightPlace {
  /** absolute path of what the installation writes */
  readonly dataDir: string
  /** postgres:// address; undefined means SQLite */
  readonly databaseUrl: string | undefined
  /** where `area.yaml` is */
  readonly contentDir: string
  /** `month`, `quarter`, `year`, or `from` and `to`, as in the address of the page */
  readonly period: Readonly<Record<string, string>>
}

/**
 * The report that leads and officers see at `/desk/reports/`: the same numbers, the same hidden.
 * @throws Error when the days cannot be a period
 */
export async function insightReport({
  dataDir,
  databaseUrl,
  contentDir,
  period,
}: InsightPlace): Promise<Report> {
  const wanted = periodFrom(period, londonDate(Date.now()))
  if ('message' in wanted) throw new Error(wanted.message)
  const area = areaRecord.schema.parse(parse(readFileSync(join(contentDir, 'area.yaml'), 'utf8')))
  const database = await openDatabase({ dataDir, databaseUrl })
  try {
    await database.migrate('helpdesk', helpdeskMigrations)
    const { tables } = await makeReport({ database, clock: Date.now }, area, wanted)
    return { rows: tables, text: [`${wanted.from} to ${wanted.to}`, ...tables.map(tableInText)].join('\n\n') }
  } finally {
    await database.close()
  }
}

function tableInText({ title, rows, total, state }: ReportTable): string {
  if (state !== 'shown') return `${title}: ${state === 'none' ? 'nothing counted' : 'hidden'}`
  const lines = [...rows, ...(total ? [total] : [])].map(({ name, values }) => {
    const said = values.map((value) =>
      (value === undefined ? 'too few' : String(value ?? 'hidden')).padStart(8),
    )
    return `${name.padEnd(48)}${said.join('')}`
  })
  return [title, ...lines].join('\n')
}
