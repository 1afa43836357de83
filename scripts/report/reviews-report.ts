import { guidancePages } from './guidance-records.ts'
import type { Report } from './report.ts'

/** Guides, pathways and routes with their owner and the day of their next check, the longest overdue first. */
export function reviewsReport(contentDir: string, today: string): Report {
  const rows = guidancePages(contentDir)
    .map(({ collection, slug, data }) => ({
      path: `${collection}/${slug}`,
      ownerRole: data.ownerRole,
      reviewDue: data.reviewDue,
      overdue: data.reviewDue < today,
    }))
    .sort((a, b) => a.reviewDue.localeCompare(b.reviewDue) || a.path.localeCompare(b.path))
  const overdue = rows.filter((row) => row.overdue).length
  const lines = rows.map(
    ({ path, ownerRole, reviewDue, overdue: late }) =>
      `${late ? 'OVERDUE' : 'due    '}  ${reviewDue}  ${path}  (${ownerRole})`,
  )
  return { rows, text: [...lines, '', `${rows.length} pages, ${overdue} overdue`].join('\n') }
}
