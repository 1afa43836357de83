import { csvText } from '#platform/csv.ts'
import { queryOf } from '../domain/report-period.ts'
import type { ReportRow, ReportTable } from '../domain/report-table.ts'
import type { Report } from '../report.ts'

/** A table as a file for spreadsheets, with the words that the page has; null when there is no such table. */
export function tableCsv({ tables }: Report, id: string): string | null {
  const table = tables.find((each) => each.id === id)
  if (!table) return null
  return csvText([headOf(table), ...linesOf(table)])
}

/** All tables as one file: a line for each number. */
export function reportCsv({ tables }: Report): string {
  const lines = tables.flatMap((table) => {
    const [, ...columns] = headOf(table)
    if (table.state !== 'shown') return [[table.title, '', '', sayState(table)]]
    return rowsOf(table).flatMap(({ name, values }) =>
      values.map((value, place) => [table.title, name, columns[place] ?? '', sayValue(value)]),
    )
  })
  return csvText([['Table', 'Row', 'Column', 'Number'], ...lines])
}

/** What a file of a report is called. */
export function fileName({ period }: Report, id: string): string {
  return `report-${queryOf(period).replace(/[^\w-]+/g, '-')}-${id}.csv`
}

/** A file has bare numbers, so its head says what they are. */
function headOf({ head: [first = '', ...columns], unit }: ReportTable): string[] {
  return [first, ...columns.map((column) => (unit === 'minutes' ? `${column} (minutes)` : column))]
}

function linesOf(table: ReportTable): string[][] {
  if (table.state !== 'shown') return [[sayState(table), ...table.head.slice(1).map(() => '')]]
  return rowsOf(table).map(({ name, values }) => [name, ...values.map(sayValue)])
}

function rowsOf({ rows, total }: ReportTable): readonly ReportRow[] {
  return total ? [...rows, total] : rows
}

function sayState({ state }: ReportTable): string {
  return state === 'none' ? 'nothing counted' : 'hidden'
}

function sayValue(value: ReportRow['values'][number]): string {
  if (value === undefined) return 'too few'
  return value === null ? 'hidden' : String(value)
}
