import { type Count, isSmall, leastSpread, type Shown } from './disclosure.ts'

/** A table in two directions as the reader sees it: numbers, their sums by row and by column. The sum of all is shown. */
export interface ShownGrid {
  readonly cells: readonly (readonly Shown[])[]
  readonly rowTotals: readonly Shown[]
  readonly columnTotals: readonly Shown[]
}

/**
 * Hides the small numbers of a table in two directions, and what they could be worked out from. A hidden number is
 * safe when the shown ones leave it free to move: when other numbers, hidden ones, can take up what it changes by, in its
 * row and its column. Those form a closed way through the table (L. H. Cox, Network models for complementary cell
 * suppression, JASA 90, 1995); the cheapest such way is hidden. Null when only hiding everything would do.
 *
 * @param rows as many counts each; the sum of all must not be small
 */
export function protectGrid(rows: readonly (readonly Count[])[]): ShownGrid | null {
  const grid = withTotals(rows)
  const hidden = hideWays(grid, 1) ?? hideWays(grid, 0)
  return hidden ? shownOf(grid, hidden) : null
}

/** All numbers in one list, the sums in a row and a column of their own at the end. */
interface Grid {
  readonly height: number
  readonly width: number
  readonly values: readonly number[]
  readonly small: readonly boolean[]
}

function withTotals(rows: readonly (readonly Count[])[]): Grid {
  const across = rows.map((row) => [...row, sumOf(row)])
  const width = across[0]?.length ?? 0
  const down = Array.from({ length: width }, (_, column) =>
    sumOf(across.map((row) => row[column] ?? { value: 0 })),
  )
  const all = [...across, down].flat()
  return {
    height: across.length + 1,
    width,
    values: all.map(({ value }) => value),
    small: all.map(isSmall),
  }
}

/** People behind a sum are at least as many as behind its largest part, and may be no more than that. */
function sumOf(counts: readonly Count[]): Count {
  const value = counts.reduce((sum, count) => sum + count.value, 0)
  const behind = counts.map(({ value: own, conversations = own }) => conversations)
  const isPlain = counts.every(({ value: own, conversations = own }) => conversations === own)
  return { value, conversations: isPlain ? value : Math.max(0, ...behind) }
}

/**
 * The places that are hidden. With `least` 1 no nought is among them, so a reader knows that each is 1 or more; with
 * `least` 0 a nought may be, and then must be. Undefined when a small number stays too easy to work out.
 */
function hideWays(grid: Grid, least: 0 | 1): Set<number> | undefined {
  const hidden = new Set(grid.small.flatMap((isHidden, place) => (isHidden ? [place] : [])))
  if (hidden.size === 0) return hidden
  for (const place of [...hidden]) {
    const up = move(grid, { place, by: 1 }, leastSpread, { least, hidden })
    const down = up === leastSpread ? 0 : move(grid, { place, by: -1 }, leastSpread - up, { least, hidden })
    if (up + down < leastSpread) return undefined
  }
  const hidesNought = [...hidden].some((place) => grid.values[place] === 0)
  return least === 1 || hidesNought ? hidden : undefined
}

/**
 * Changes one number by up to `wanted`, one after the other, while others make up for it so that all sums hold.
 * What takes part is hidden. Gives by how much it could be changed.
 */
function move(grid: Grid, first: Step, wanted: number, { least, hidden }: Hiding): number {
  const values = [...grid.values]
  for (let moved = 0; moved < wanted; moved += 1) {
    if ((values[first.place] ?? 0) + first.by < least) return moved
    const way = cheapestWay(grid, values, first, { least, hidden })
    if (!way) return moved
    for (const step of [first, ...way]) {
      values[step.place] = (values[step.place] ?? 0) + step.by
      hidden.add(step.place)
    }
  }
  return wanted
}

/** The change of one number. */
interface Step {
  readonly place: number
  readonly by: 1 | -1
}

/** The places that are hidden so far, and the least that a hidden number can be. */
interface Hiding {
  readonly least: 0 | 1
  readonly hidden: Set<number>
}

/**
 * Rows and columns are stations, numbers the roads between them. A way from the row of a number to its column changes the
 * numbers on it in turn, so that every sum on the way stays. A sum counts against its parts, so its sign is the other.
 */
function cheapestWay(
  grid: Grid,
  values: readonly number[],
  { place: start, by }: Step,
  { least, hidden }: Hiding,
): Step[] | undefined {
  const { height, width } = grid
  const target = height + (start % width)
  const sign = by * signOf(grid, start)
  const costs = new Array<number>(height + width).fill(Number.POSITIVE_INFINITY)
  const arrivals = new Map<number, { from: number; step: Step }>()
  const open = new Set([Math.floor(start / width)])
  costs[Math.floor(start / width)] = 0
  for (let at = nearest(open, costs); at !== undefined && at !== target; at = nearest(open, costs)) {
    open.delete(at)
    const fromRow = at < height
    for (let other = 0; other < (fromRow ? width : height); other += 1) {
      const place = fromRow ? at * width + other : other * width + (at - height)
      const step = stepOver(place, fromRow ? -sign : sign)
      const to = fromRow ? height + other : other
      const cost = (costs[at] ?? 0) + (step ? priceOf(place) : Number.POSITIVE_INFINITY)
      if (!step || cost >= (costs[to] ?? 0)) continue
      costs[to] = cost
      arrivals.set(to, { from: at, step })
      open.add(to)
    }
  }
  return Number.isFinite(costs[target]) ? wayTo(target, arrivals) : undefined

  function stepOver(place: number, direction: number): Step | undefined {
    if (place === start || place === values.length - 1) return undefined
    const change = direction * signOf(grid, place) > 0 ? 1 : -1
    const isNought = grid.values[place] === 0
    if (least === 1 && isNought) return undefined
    return (values[place] ?? 0) + change < least ? undefined : { place, by: change }
  }

  /** What hiding a number costs its reader; noughts come last. Each step costs a little, so that ways stay short. */
  function priceOf(place: number): number {
    if (hidden.has(place)) return 0.001
    return grid.values[place] || (grid.values.at(-1) ?? 0) + 1
  }
}

function signOf({ height, width }: Grid, place: number): 1 | -1 {
  const isRowTotal = place % width === width - 1
  const isColumnTotal = Math.floor(place / width) === height - 1
  return isRowTotal === isColumnTotal ? 1 : -1
}

function nearest(open: ReadonlySet<number>, costs: readonly number[]): number | undefined {
  let best: number | undefined
  for (const station of open)
    if (best === undefined || (costs[station] ?? 0) < (costs[best] ?? 0)) best = station
  return best
}

function wayTo(target: number, arrivals: ReadonlyMap<number, { from: number; step: Step }>): Step[] {
  const steps: Step[] = []
  for (let arrival = arrivals.get(target); arrival; arrival = arrivals.get(arrival.from))
    steps.push(arrival.step)
  return steps
}

function shownOf({ height, width, values }: Grid, hidden: ReadonlySet<number>): ShownGrid {
  const at = (row: number, column: number): Shown => {
    const place = row * width + column
    return hidden.has(place) ? null : (values[place] ?? 0)
  }
  const rows = Array.from({ length: height - 1 }, (_, row) => row)
  const columns = Array.from({ length: width - 1 }, (_, column) => column)
  return {
    cells: rows.map((row) => columns.map((column) => at(row, column))),
    rowTotals: rows.map((row) => at(row, width - 1)),
    columnTotals: columns.map((column) => at(height - 1, column)),
  }
}
