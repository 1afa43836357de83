import type { FastifyInstance } from 'fastify'
import { csvText } from '../../csv.ts'
import { createStaffPageRoutes } from '../../pages/staff-page-routes.ts'
import type { AccountParts } from '../account-parts.ts'
import { holds } from '../grants.ts'
import { type AuditFilter, readAuditFilter } from './audit-filter.ts'
import { auditPage, deedInWords, detailInWords, mostInFile, subjectInWords } from './audit-page.ts'

/** The audit log, for leads and admins: as a page, and as a file. */
export function addAuditRoutes(app: FastifyInstance, parts: AccountParts): void {
  const { audit, database, people } = parts
  const routes = createStaffPageRoutes(app, parts, ['lead', 'admin'])

  /** Reading the log is a deed like others, and comes first: nobody reads it unseen. */
  async function remember(actor: string, action: 'audit-read' | 'audit-export', filter: AuditFilter) {
    const { who, kind, from, to } = filter
    const detail = Object.fromEntries(
      Object.entries({ who, kind, from, to }).filter(([, value]) => value !== ''),
    )
    await database.write((trx) => audit.record(trx, { actor, action, subject: 'audit', detail }))
  }

  routes.get('/audit/', async ({ signedIn, fields }) => {
    const filter = readAuditFilter(fields)
    await remember(signedIn.accountId, 'audit-read', filter)
    const found = await audit.list({ ...filter.wanted, limit: onePage + 1 })
    const entries = found.slice(0, onePage)
    const older = found.length > onePage ? entries.at(-1)?.seq : undefined
    const mayOpen = holds(signedIn, 'lead', { kind: 'area' })
    return auditPage({ entries, names: await people.names(), filter, older, mayOpen })
  })

  routes.get('/audit/log.csv', async ({ signedIn, fields, reply }) => {
    const filter = readAuditFilter(fields)
    await remember(signedIn.accountId, 'audit-export', filter)
    const names = await people.names()
    const entries = await audit.list({ ...filter.wanted, limit: mostInFile })
    const lines = entries.map((entry) => [
      ...[new Date(entry.at).toISOString(), deedInWords(entry, names), subjectInWords(entry, names)],
      ...[detailInWords(entry, names), entry.actor, entry.action, entry.subject],
    ])
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="audit-log.csv"')
      .send(csvText([headings, ...lines]))
    return undefined
  })
}

const onePage = 50

const headings = ['when', 'who and what', 'about', 'particulars', 'actor', 'action', 'subject']
