import { providerReportText, reportOnProviders } from '#records/completeness-report.ts'
import { providerRecord } from '#records/provider.ts'
import { serviceRecord } from '#records/service.ts'
import type { Report } from './report.ts'
import { recordsOf } from './stored-records.ts'

/** How the records of each provider stand on `today` (`YYYY-MM-DD`). Those to call first stand first. */
export function providersReport(contentDir: string, today: string): Report {
  const rows = reportOnProviders(
    recordsOf(contentDir, providerRecord),
    recordsOf(contentDir, serviceRecord),
    today,
  )
  return { rows, text: providerReportText(rows) }
}
