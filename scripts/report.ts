/**
 * `npm run report -- providers|coverage|reading-age|reviews [--json]`: how the content in `CONTENT_DIR` (default
 * `site/content`) stands.
 * `npm run report -- insight [--month 2026-11 | --quarter 2026-4 | --year 2026 | --from … --to …] [--json]`: what families
 * came for, from the database of the installation, with small numbers hidden.
 */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { londonDate } from '#records/london-date.ts'
import { readConfig } from '../platform/config.ts'
import { coverageReport } from './report/coverage-report.ts'
import { insightReport } from './report/insight-report.ts'
import { providersReport } from './report/providers-report.ts'
import { readingAgeReport } from './report/reading-age-report.ts'
import type { Report } from './report/report.ts'
import { reviewsReport } from './report/reviews-report.ts'

const contentDir = resolve(process.env['CONTENT_DIR'] || join(import.meta.dirname, '../site/content'))
const today = londonDate(Date.now())

const reports = new Map<string, (period: Record<string, string>) => Report | Promise<Report>>([
  ['providers', () => providersReport(contentDir, today)],
  ['coverage', () => coverageReport(contentDir)],
  ['reading-age', () => readingAgeReport(contentDir)],
  ['reviews', () => reviewsReport(contentDir, today)],
  [
    'insight',
    (period) => {
      const { dataDir, databaseUrl } = readConfig(process.env)
      return insightReport({ dataDir, databaseUrl, contentDir, period })
    },
  ],
])

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      ...{ month: { type: 'string' }, quarter: { type: 'string' }, year: { type: 'string' } },
      ...{ from: { type: 'string' }, to: { type: 'string' } },
    },
  })
  const make = reports.get(positionals.join(' '))
  if (make === undefined)
    throw new Error(`Say which report: npm run report -- ${[...reports.keys()].join('|')} [--json]`)
  const { json, ...period } = values
  const { rows, text } = await make(period)
  console.log(json === true ? JSON.stringify(rows, null, 2) : text)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
