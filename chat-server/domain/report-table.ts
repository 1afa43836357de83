import { type Count, isSmall, protectAlone, protectParts, type Shown } from './disclosure.ts'
import { protectGrid } from './disclosure-grid.ts'

/** One table of a report, as it may be shown: nothing in it is to be hidden any more. */
export interface ReportTable {
  /** for addresses and file names */
  readonly id: string
  readonly title: string
  /** what is counted, in a sentence or two */
  readonly means: string
  readonly unit: 'count' | 'minutes'
  /** heads of the columns; the first is that of the rows’ names */
  readonly head: readonly string[]
  readonly rows: readonly ReportRow[]
  readonly total: ReportRow | null
  /** `none`: nothing was counted. `withheld`: showing any of it would tell a small number. */
  readonly state: 'shown' | 'none' | 'withheld'
}

export interface ReportRow {
  readonly name: string
  /** as many as the head has after its first; null is hidden, `undefined` is too few to tell a time */
  readonly values: readonly (Shown | undefined)[]
}

/** What all kinds of tables begin with. */
export type TableWords = Pick<ReportTable, 'id' | 'title' | 'means'> & {
  /** what stands in the rows: "Channel", "Topic" */
  readonly rowsAre: string
  /** what is counted: "Contacts" */
  readonly counted: string
}

export interface Part {
  readonly name: string
  readonly count: Count
}

/**
 * Parts with their total. `isTotalShown` is false where the total itself is hidden in another table, which this one
 * would give away.
 */
export function partsTable(words: TableWords, parts: readonly Part[], isTotalShown = true): ReportTable {
  const value = parts.reduce((sum, { count }) => sum + count.value, 0)
  if (!isTotalShown) return emptyTable(words, 'withheld')
  if (value === 0) return emptyTable(words, 'none')
  const all = { value, conversations: conversationsBehind(parts) }
  const shown = !isSmall(all) ? protectParts(parts.map(({ count }) => count)) : null
  if (!shown) return emptyTable(words, 'withheld')
  return {
    ...emptyTable(words, 'shown'),
    rows: parts.map(({ name }, place) => ({ name, values: [shown[place] ?? null] })),
    total: { name: 'All', values: [value] },
  }
}

/** Numbers of which nothing is the total: the highest first, hidden ones last. Those that are 0 are left out. */
export function aloneTable(words: TableWords, parts: readonly Part[]): ReportTable {
  const counted = parts.filter(({ count }) => count.value > 0)
  if (counted.length === 0) return emptyTable(words, 'none')
  const shown = protectAlone(counted.map(({ count }) => count))
  const rows = counted.map(({ name }, place) => ({ name, value: shown[place] ?? null }))
  return {
    ...emptyTable(words, 'shown'),
    rows: rows
      .toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0) || one.name.localeCompare(other.name))
      .map(({ name, value }) => ({ name, values: [value] })),
  }
}

/** Numbers in two directions, with the sums of both. Rows before the first and after the last that counts are left out. */
export function gridTable(
  words: TableWords,
  rowNames: readonly string[],
  columnNames: readonly string[],
  numbers: readonly (readonly number[])[],
): ReportTable {
  const all = numbers.flat().reduce((sum, value) => sum + value, 0)
  if (all === 0) return emptyTable(words, 'none')
  const isUsed = (row: readonly number[]) => row.some((value) => value > 0)
  const from = numbers.findIndex(isUsed)
  const used = numbers.slice(from, numbers.findLastIndex(isUsed) + 1)
  const counts = used.map((row) => row.map((value) => ({ value })))
  const shown = isSmall({ value: all }) ? null : protectGrid(counts)
  if (!shown) return emptyTable(words, 'withheld')
  return {
    ...emptyTable(words, 'shown'),
    head: [words.rowsAre, ...columnNames, 'All'],
    rows: shown.cells.map((row, place) => ({
      name: rowNames[from + place] ?? '',
      values: [...row, shown.rowTotals[place] ?? null],
    })),
    total: { name: 'All', values: [...shown.columnTotals, all] },
  }
}

/** How many conversations must stand behind a time. */
const fewestForTimes = 10

/**
 * The middle and the 90th centile of lengths of time (ms), in whole minutes. Each is told only where 10 or more stand
 * behind it: one family’s wait is never told.
 */
export function timesTable(
  words: TableWords,
  lines: readonly { name: string; lengthsMs: readonly number[] }[],
): ReportTable {
  return {
    ...emptyTable(words, 'shown'),
    unit: 'minutes',
    head: [words.rowsAre, 'Half were faster than', '9 in 10 were faster than'],
    rows: lines.map(({ name, lengthsMs }) => ({
      name,
      values:
        lengthsMs.length < fewestForTimes
          ? [undefined, undefined]
          : [0.5, 0.9].map((share) => centileMinutes(lengthsMs, share)),
    })),
  }
}

/** The length that a share of all does not exceed (nearest rank), in whole minutes, never below 1. */
function centileMinutes(lengthsMs: readonly number[], share: number): number {
  const sorted = lengthsMs.toSorted((one, other) => one - other)
  const length = sorted[Math.ceil(share * sorted.length) - 1] ?? 0
  return Math.max(1, Math.round(length / 60_000))
}

function emptyTable(words: TableWords, state: ReportTable['state']): ReportTable {
  const { rowsAre, counted, ...rest } = words
  return { ...rest, unit: 'count', head: [rowsAre, counted], rows: [], total: null, state }
}

/** At least as many as stand behind the largest part, at most all: the fewest that could be. */
function conversationsBehind(parts: readonly Part[]): number {
  const isPlain = parts.every(({ count }) => (count.conversations ?? count.value) === count.value)
  const behind = parts.map(({ count }) => count.conversations ?? count.value)
  return isPlain ? behind.reduce((sum, value) => sum + value, 0) : Math.max(...behind)
}
