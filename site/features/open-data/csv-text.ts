import type { Cell, ServiceRow } from './service-columns.ts'
import { serviceColumns } from './service-columns.ts'

/** The CSV file of services (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read its letters). */
export function servicesCsv(rows: readonly ServiceRow[]): string {
  return csvText([
    serviceColumns.map(({ name }) => name),
    ...rows.map((row) => serviceColumns.map((column) => column.cell(row))),
  ])
}

/** Rows of cells as CSV. What a spreadsheet would run as a formula starts with an apostrophe. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`
}

/** Plain numbers may start with a minus; whatever else starts like a formula gets an apostrophe before it. */
function csvCell(cell: Cell): string {
  if (cell === undefined) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n;']/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}
