import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastSpread, protectAlone, protectParts, type Shown } from './disclosure.ts'
import { protectGrid, type ShownGrid } from './disclosure-grid.ts'

const counted = (values: readonly number[]) => values.map((value) => ({ value }))
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

/** Numbers as months have them: many noughts and small ones. */
const number = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 9 }))
const largeNumber = fc.oneof(number, fc.integer({ min: 0, max: 400 }))

describe('numbers that add up to a total', () => {
  it('are shown when none is from 1 to 4', () => {
    expect(protectParts(counted([5, 0, 12]))).toEqual([5, 0, 12])
  })

  it.each([
    ['the next smallest goes with a small one', [3, 9, 20], [null, null, 20]],
    [
      'two that are 1 each would be told by their sum, so a third goes too',
      [1, 1, 9, 20],
      [null, null, null, 20],
    ],
    ['a nought helps when nothing else is left', [2, 40, 0, 0], [null, null, 0, 0]],
    ['many ones without a nought cannot be shown at all', [1, 1, 1, 1, 1], null],
    [
      'many ones with a nought are hidden with it',
      [1, 1, 1, 1, 1, 0, 0],
      [null, null, null, null, null, null, 0],
    ],
  ])('%s', (_, values, shown) => {
    expect(protectParts(counted(values))).toEqual(shown)
  })

  it('are hidden where one family stands behind many of them', () => {
    expect(protectParts([{ value: 9, conversations: 1 }, { value: 12 }, { value: 20 }])).toEqual([
      null,
      null,
      20,
    ])
  })

  it('never show one from 1 to 4, nor tell one more closely than that', () => {
    fc.assert(
      fc.property(fc.array(largeNumber, { minLength: 1, maxLength: 12 }), (values) => {
        fc.pre(sum(values) > 4)
        const shown = protectParts(counted(values))
        if (!shown) return
        const hidden = values.filter((_, place) => shown[place] === null)
        values.forEach((value, place) => {
          if (value > 0 && value < 5) expect(shown[place]).toBe(null)
          if (shown[place] !== null) expect(shown[place]).toBe(value)
        })
        if (hidden.length === 0) return
        const least = hidden.includes(0) ? 0 : 1
        const most = sum(hidden) - least * (hidden.length - 1)
        expect(most - least).toBeGreaterThanOrEqual(leastSpread)
      }),
    )
  })
})

describe('numbers that have no total', () => {
  it('are hidden one by one', () => {
    expect(protectAlone(counted([0, 1, 4, 5, 60]))).toEqual([0, null, null, 5, 60])
  })
})

describe('numbers in two directions', () => {
  it('hides three others with a small one, so that neither its row nor its column tells it', () => {
    const grid = protectGrid([counted([3, 10, 30]), counted([12, 11, 30]), counted([30, 30, 30])])
    expect(grid).toEqual({
      cells: [
        [null, null, 30],
        [null, null, 30],
        [30, 30, 30],
      ],
      rowTotals: [43, 53, 90],
      columnTotals: [45, 51, 90],
    })
  })

  it('is not there when only hiding everything would do', () => {
    expect(protectGrid([counted([1, 1, 1]), counted([1, 1, 1])])).toBe(null)
  })

  it('shows most sums of a week by hours in which many hours have few', () => {
    const hours = Array.from({ length: 24 }, (_, hour) =>
      counted(Array.from({ length: 7 }, (_, day) => (hour < 8 || day > 4 ? 0 : (hour * 7 + day * 3) % 8))),
    )
    const grid = protectGrid(hours)
    expect(grid?.rowTotals.filter((total) => total !== null).length).toBeGreaterThan(10)
  })

  it('never tells a small number more closely than the rule itself does', () => {
    const shape = fc.record({ height: fc.integer({ min: 1, max: 2 }), width: fc.integer({ min: 1, max: 3 }) })
    const tables = shape.chain(({ height, width }) =>
      fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 })), lengthOf(width)),
        lengthOf(height),
      ),
    )
    fc.assert(
      fc.property(tables, (rows) => {
        const total = sum(rows.flat())
        fc.pre(total > 4 && total <= 16)
        const shown = protectGrid(rows.map(counted))
        if (!shown) return
        const ranges = rangesOf(shown, total, hidesNought(rows, shown) ? 0 : 1)
        const truth = withTotals(rows)
        listOf(shown).forEach((value, place) => {
          const own = truth[place] ?? 0
          const { least, most } = ranges[place] ?? { least: 0, most: 0 }
          expect(least <= own && own <= most).toBe(true)
          if (own > 0 && own < 5) {
            expect(value).toBe(null)
            expect(most - least).toBeGreaterThanOrEqual(leastSpread)
          }
          if (value === null) expect(most).toBeGreaterThan(least)
        })
      }),
      { numRuns: 300 },
    )
  })

  it('never lets a hidden number be worked out by adding and taking away', () => {
    const tables = fc
      .record({ height: fc.integer({ min: 1, max: 6 }), width: fc.integer({ min: 1, max: 6 }) })
      .chain(({ height, width }) => fc.array(fc.array(largeNumber, lengthOf(width)), lengthOf(height)))
    fc.assert(
      fc.property(tables, (rows) => {
        fc.pre(sum(rows.flat()) > 4)
        const shown = protectGrid(rows.map(counted))
        if (shown) expect(workedOut(shown)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

const lengthOf = (length: number) => ({ minLength: length, maxLength: length })

/** Cells row by row, then the sums of the rows, then those of the columns. */
function listOf({ cells, rowTotals, columnTotals }: ShownGrid): Shown[] {
  return [...cells.flat(), ...rowTotals, ...columnTotals]
}

function withTotals(rows: readonly (readonly number[])[]): number[] {
  const columns = (rows[0] ?? []).map((_, column) => sum(rows.map((row) => row[column] ?? 0)))
  return [...rows.flat(), ...rows.map(sum), ...columns]
}

function hidesNought(rows: readonly (readonly number[])[], shown: ShownGrid): boolean {
  return listOf(shown).some((value, place) => value === null && withTotals(rows)[place] === 0)
}

/** Tries every table that looks the same, and gives between what and what each number lies in them. */
function rangesOf(shown: ShownGrid, total: number, least: number) {
  const list = listOf(shown)
  const width = shown.columnTotals.length
  const size = shown.cells.flat().length
  const ranges = list.map(() => ({ least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY }))
  const fits = (all: readonly number[]) =>
    all.every((value, place) => (list[place] === null ? value >= least : list[place] === value))
  function fill(cells: number[], left: number): void {
    if (cells.length === size) {
      if (left > 0) return
      const rows = Array.from({ length: size / width }, (_, row) =>
        cells.slice(row * width, (row + 1) * width),
      )
      const all = withTotals(rows)
      if (!fits(all)) return
      all.forEach((value, place) => {
        const range = ranges[place]
        if (!range) return
        range.least = Math.min(range.least, value)
        range.most = Math.max(range.most, value)
      })
      return
    }
    const known = list[cells.length]
    if (typeof known === 'number') {
      if (known <= left) fill([...cells, known], left - known)
      return
    }
    for (let value = least; value <= left; value += 1) fill([...cells, value], left - value)
  }
  fill([], total)
  return ranges
}

/** The hidden places that the sums determine: the sums are equations, solved by elimination. */
function workedOut(shown: ShownGrid): number[] {
  const list = listOf(shown)
  const [height, width] = [shown.rowTotals.length, shown.columnTotals.length]
  const unknown = list.flatMap((value, place) => (value === null ? [place] : []))
  const cell = (row: number, column: number) => row * width + column
  const across = shown.rowTotals.map((_, row) => ({
    plus: shown.columnTotals.map((_, column) => cell(row, column)),
    minus: [height * width + row],
  }))
  const down = shown.columnTotals.map((_, column) => ({
    plus: shown.rowTotals.map((_, row) => cell(row, column)),
    minus: [height * width + height + column],
  }))
  const totals = [
    { plus: shown.rowTotals.map((_, row) => height * width + row), minus: [] },
    { plus: shown.columnTotals.map((_, column) => height * width + height + column), minus: [] },
  ]
  const equations = [...across, ...down, ...totals].map(({ plus, minus }) =>
    unknown.map((place) => (plus.includes(place) ? 1 : 0) - (minus.some((each) => each === place) ? 1 : 0)),
  )
  return unknown.filter((_, column) => {
    const unit = unknown.map((_, other) => (other === column ? 1 : 0))
    return rankOf(equations) === rankOf([...equations, unit])
  })
}

function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = rows.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9)
    if (pivot < 0) continue
    const [found] = rows.splice(pivot, 1)
    if (!found) continue
    rows.splice(rank, 0, found)
    rows.forEach((row, index) => {
      const factor = (row[column] ?? 0) / (found[column] ?? 1)
      if (index === rank || factor === 0) return
      found.forEach((value, place) => {
        row[place] = (row[place] ?? 0) - factor * value
      })
    })
    rank += 1
  }
  return rank
}
