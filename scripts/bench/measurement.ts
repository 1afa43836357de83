/** What a benchmark found: our number, the baseline's from the same run, and the bar that it should keep. */
export interface Measurement {
  readonly name: string
  /** Ours, in `unit`. */
  readonly value: number
  readonly unit: string
  /** What we are compared with, in the same unit; null when the bar is for our own number. */
  readonly baseline: number | null
  /** `value / baseline`; null without a baseline. Ratios hold on other machines, times do not. */
  readonly ratio: number | null
  /** The bar in words, `≤ 1.8 ×` or `≥ 90 %`; null when there is none. */
  readonly bar: string | null
  /** Whether the bar is kept; null when there is none. */
  readonly ok: boolean | null
}

/** A bar: the most or the least that the ratio, or without a baseline the value, may be. */
export type Bar = { readonly atMost: number } | { readonly atLeast: number }

/** A measurement with its ratio, judged by its bar. */
export function measured(found: {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly baseline?: number
  readonly bar?: Bar
}): Measurement {
  const { name, value, unit, baseline, bar } = found
  const ratio = baseline === undefined ? null : value / baseline
  const judged = ratio ?? value
  return {
    name,
    value: rounded(value),
    unit,
    baseline: baseline === undefined ? null : rounded(baseline),
    ratio: ratio === null ? null : rounded(ratio),
    bar: bar === undefined ? null : barInWords(bar, ratio === null ? unit : '×'),
    ok: bar === undefined ? null : 'atMost' in bar ? judged <= bar.atMost : judged >= bar.atLeast,
  }
}

/** The middle of the numbers; of an even count the mean of the two in the middle. @throws Error when there are none */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) throw new Error('There is no median of no numbers.')
  return (upper + lower) / 2
}

/** The smallest number that `share` (0 to 1) of the numbers do not exceed. @throws Error when there are none */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (found === undefined) throw new Error('There is no percentile of no numbers.')
  return found
}

/** The measurements as a Markdown table, for people to read and for docs/benchmarks.md. */
export function measurementTable(measurements: readonly Measurement[]): string {
  const heads = ['what', 'ours', 'baseline', 'ratio', 'bar', 'kept']
  const rows = measurements.map(({ name, value, unit, baseline, ratio, bar, ok }) => [
    name,
    `${value} ${unit}`,
    baseline === null ? '' : `${baseline} ${unit}`,
    ratio === null ? '' : `${ratio} ×`,
    bar ?? '',
    ok === null ? '' : ok ? 'yes' : 'NO',
  ])
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(heads), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join(
    '\n',
  )
}

function barInWords(bar: Bar, unit: string): string {
  return 'atMost' in bar ? `≤ ${bar.atMost} ${unit}` : `≥ ${bar.atLeast} ${unit}`
}

/** Three digits that count: more would be noise. */
function rounded(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3))
}
