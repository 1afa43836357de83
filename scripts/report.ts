/**
 * `npm run report -- providers|coverage|reading-age|reviews [--json]`: how the content in `CONTENT_DIR` (default
 * `site/content`) stands.
 */
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { londonDate } from '#records/london-date.ts'
import { coverageReport } from './report/coverage-report.ts'
import { providersReport } from './report/providers-report.ts'
import { readingAgeReport } from './report/reading-age-report.ts'
import type { Report } from './report/report.ts'
import { reviewsReport } from './report/reviews-report.ts'

const contentDir = resolve(process.env['CONTENT_DIR'] || join(import.meta.dirname, '../site/content'))
const today = londonDate(Date.now())

const reports = new Map<string, () => Report>([
  ['providers', () => providersReport(contentDir, today)],
  ['coverage', () => coverageReport(contentDir)],
  ['reading-age', () => readingAgeReport(contentDir)],
  ['reviews', () => reviewsReport(contentDir, today)],
])

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  })
  const make = reports.get(positionals.join(' '))
  if (make === undefined)
    throw new Error(`Say which report: npm run report -- ${[...reports.keys()].join('|')} [--json]`)
  const { rows, text } = make()
  console.log(values.json === true ? JSON.stringify(rows, null, 2) : text)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
