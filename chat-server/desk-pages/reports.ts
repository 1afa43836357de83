import type { FastifyInstance } from 'fastify'
import type { Deed } from '#platform/audit.ts'
import { createStaffPageRoutes, type PageRequest, sentencePage } from '#platform/pages/staff-page-routes.ts'
import { londonDate } from '#records/london-date.ts'
import { periodFrom, queryOf } from '../domain/report-period.ts'
import { makeReport } from '../report.ts'
import type { DeskPagesParts } from './desk-pages.ts'
import { fileName, reportCsv, tableCsv } from './report-csv.ts'
import { periodProblemPage, reportPage, reportsPath } from './report-page.ts'

/** Reports for leads and officers: a page, and the same tables as files. Each look and each file is in the audit. */
export function reportPages(app: FastifyInstance, parts: DeskPagesParts): void {
  const { stores, audit, area } = parts
  const routes = createStaffPageRoutes(app, parts, ['lead', 'officer'])

  async function ask({ fields, signedIn }: PageRequest, deed: Pick<Deed, 'action' | 'detail'>) {
    const today = londonDate(stores.clock())
    const period = periodFrom(fields, today)
    if ('message' in period) return periodProblemPage(period, fields)
    const report = await makeReport(stores, area(), period)
    await stores.database.write((trx) =>
      audit.record(trx, {
        ...deed,
        actor: signedIn.accountId,
        subject: `report:${queryOf(period)}`,
      }),
    )
    return { report, today }
  }

  routes.get(reportsPath, async (request) => {
    const asked = await ask(request, { action: 'report-view' })
    return 'report' in asked ? reportPage(asked.report, { areaName: area().name, today: asked.today }) : asked
  })

  routes.get(`${reportsPath}csv/`, async (request) => {
    const { table = 'all' } = request.fields
    if (!/^[a-z-]{1,40}$/.test(table)) return noSuchTable
    const asked = await ask(request, { action: 'report-export', detail: { table } })
    if (!('report' in asked)) return asked
    const { report } = asked
    const text = table === 'all' ? reportCsv(report) : tableCsv(report, table)
    if (text === null) return noSuchTable
    request.reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${fileName(report, table)}"`)
      .send(text)
    return undefined
  })
}

const noSuchTable = sentencePage(
  'There is no such table',
  'The address names a table that reports do not have. Go back to the report and choose one there.',
  404,
)
