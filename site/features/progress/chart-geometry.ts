import type { Indicator } from '#records/progress.ts'
import { type Figure, type FigureKind, withUnit } from './figures.ts'

/** Where everything in a chart stands, in units of its own drawing. Pure: the component only draws it. */
export interface Chart {
  readonly width: number
  readonly height: number
  /** Left and right end of the lines across. */
  readonly left: number
  readonly right: number
  readonly ticks: readonly { readonly y: number; readonly label: string; readonly isZero: boolean }[]
  readonly years: readonly { readonly x: number; readonly label: string }[]
  readonly marks: readonly Mark[]
  /** Points of the lines, as SVG writes them. Targets are a line of their own, from where it began. */
  readonly targetLine: string
  readonly resultLine: string
}

export interface Mark {
  readonly kind: FigureKind
  readonly x: number
  readonly y: number
  readonly label: string
  readonly labelY: number
}

const width = 400
const height = 250
const left = 52
const right = 378
const top = 34
const bottom = 214

/** The chart of some figures; `undefined` where there are none. */
export function chartOf(figures: readonly Figure[], unit: Indicator['unit']): Chart | undefined {
  const years = [...new Set(figures.map(({ year }) => year))].sort((a, b) => a - b)
  const first = years[0]
  const last = years.at(-1)
  if (first === undefined || last === undefined) return undefined
  const scale = scaleOf(figures.map(({ value }) => value))
  const low = scale[0] ?? 0
  const high = scale.at(-1) ?? 1
  const x = (year: number) =>
    round(
      first === last
        ? (left + right) / 2
        : left + 24 + ((year - first) / (last - first)) * (right - left - 48),
    )
  const y = (value: number) => round(bottom - ((value - low) / (high - low)) * (bottom - top))
  const marks = figures.map(({ kind, year, value }) => ({
    kind,
    x: x(year),
    y: y(value),
    // A source that writes more than the number would overlap its neighbours: that stands in the table.
    label: withUnit(value, unit),
    labelY: labelY({ kind, year, value }, figures, y),
  }))
  const line = (kinds: readonly FigureKind[]) =>
    marks
      .filter(({ kind }) => kinds.includes(kind))
      .map((mark) => `${mark.x},${mark.y}`)
      .join(' ')
  return {
    ...{ width, height, left, right },
    ticks: scale.map((value) => ({ y: y(value), label: withUnit(value, unit), isZero: value === 0 })),
    years: years.map((year) => ({ x: x(year), label: String(year) })),
    marks,
    targetLine: line(['baseline', 'target']),
    resultLine: line(['baseline', 'result']),
  }
}

/** The figure stands above its mark; below it where the same year has a higher one. */
function labelY(
  { kind, year, value }: Pick<Figure, 'kind' | 'year' | 'value'>,
  figures: readonly Figure[],
  y: (value: number) => number,
): number {
  const other = figures.find((each) => each.year === year && each.kind !== kind)
  const isLower = other !== undefined && (value < other.value || (value === other.value && kind === 'result'))
  return round(y(value) + (isLower ? 26 : -13))
}

/** Round numbers from below the least to above the greatest, zero among them, in three to six steps. */
export function scaleOf(values: readonly number[]): number[] {
  const least = Math.min(0, ...values)
  const most = Math.max(0, ...values) || (least === 0 ? 1 : 0)
  const span = most - least
  const rough = span / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? 10 * power
  const from = Math.floor(least / step + 1e-9)
  const to = Math.max(Math.ceil(most / step - 1e-9), from + 1)
  return Array.from({ length: to - from + 1 }, (_, index) => Number(((from + index) * step).toPrecision(10)))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
