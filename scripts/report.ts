/**
 * `npm run report -- providers [--json]`: how the records of each provider stand, read from `CONTENT_DIR` (default
 * `site/content`). Those to call first stand first.
 */
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { z } from 'zod'
import { providerReportText, reportOnProviders } from '#records/completeness-report.ts'
import { providerRecord } from '#records/provider.ts'
import { parseRecordFile } from '#records/read-content.ts'
import { serviceRecord } from '#records/service.ts'
import { londonDate } from '../site/features/records/dates-in-words.ts'

const contentDir = resolve(process.env['CONTENT_DIR'] || join(import.meta.dirname, '../site/content'))
const usage = 'Say which report: npm run report -- providers [--json]'

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  })
  if (positionals.join(' ') !== 'providers') throw new Error(usage)
  const rows = reportOnProviders(
    recordsOf('providers', providerRecord.schema),
    recordsOf('services', serviceRecord.schema),
    londonDate(Date.now()),
  )
  console.log(values.json === true ? JSON.stringify(rows, null, 2) : providerReportText(rows))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function recordsOf<S extends z.ZodType>(folder: 'providers' | 'services', schema: S): z.output<S>[] {
  return globSync(`${folder}/*.md`, { cwd: contentDir })
    .sort()
    .map((path) => {
      const raw = parseRecordFile({ path, text: readFileSync(join(contentDir, path), 'utf8') })
      const record = schema.safeParse(raw?.data)
      if (!record.success) throw new Error(`${path}: ${record.error.issues[0]?.message}. Mend it first.`)
      return record.data
    })
}
