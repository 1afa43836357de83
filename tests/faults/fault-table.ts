import { appendFileSync } from 'node:fs'
import { inject } from 'vitest'
import type { FaultCounts } from './count-faults.ts'
import { seed } from './form.ts'

/** One line of the table that is printed when all is done. */
export interface FaultRow extends FaultCounts {
  /** what was done to the helpdesk */
  fault: string
  /** sqlite or postgres, and how people were connected */
  where: string
  seed: number
  /** what else is worth knowing */
  note: string
}

/** Adds a line to the one table of this run. */
export function report(fault: string, where: string, counts: FaultCounts, note = ''): void {
  const row: FaultRow = { fault, where, seed, ...counts, note }
  appendFileSync(inject('faultTable'), `${JSON.stringify(row)}\n`)
}

/** The table as text, in columns. */
export function faultTable(rows: readonly FaultRow[]): string {
  const columns = [
    'fault',
    'where',
    'sent',
    'acknowledged',
    'seen',
    'lost',
    'doubled',
    'misordered',
    'seed',
    'note',
  ] as const
  const cells = [columns.map(String), ...rows.map((row) => columns.map((column) => String(row[column])))]
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]?.length ?? 0)))
  const isNumber = (index: number) => index > 1 && index < columns.length - 1
  return cells
    .map((line) =>
      line
        .map((cell, index) =>
          isNumber(index) ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

declare module 'vitest' {
  interface ProvidedContext {
    /** the file that takes the lines of the table, each as JSON */
    faultTable: string
  }
}
