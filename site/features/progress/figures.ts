import { joined } from '#records/joined.ts'
import type { Indicator } from '#records/progress.ts'

/** The figures of an indicator as people read them. Pure. */

export type FigureKind = 'baseline' | 'target' | 'result'

/** One published figure. */
export interface Figure {
  readonly kind: FigureKind
  readonly year: number
  readonly value: number
  /** As the source writes it, where it says more than one number; else with its unit: `24%`. */
  readonly text: string
}

type Figures = Pick<Indicator, 'unit' | 'baseline' | 'targets' | 'results'>

/** All figures of an indicator by year; results after targets of the same year. */
export function figuresOf({ unit, baseline, targets, results }: Figures): Figure[] {
  const figure =
    (kind: FigureKind) => (each: Indicator['targets'][number] | NonNullable<Indicator['baseline']>) => ({
      kind,
      year: each.year,
      value: each.value,
      text: each.asPublished ?? withUnit(each.value, unit),
    })
  return [
    ...(baseline === undefined ? [] : [figure('baseline')(baseline)]),
    ...targets.map(figure('target')),
    ...results.map(figure('result')),
  ].sort((a, b) => a.year - b.year)
}

/** A row of the table beside a chart. A figure that nobody published is `undefined`. */
export interface FigureRow {
  readonly year: number
  readonly target: string | undefined
  readonly result: string | undefined
}

/** A row a year with a target or a result; where it began counts as a result. */
export function rowsOf(figures: readonly Figure[]): FigureRow[] {
  const years = [...new Set(figures.map(({ year }) => year))].sort((a, b) => a - b)
  return years.map((year) => {
    const of = (...kinds: FigureKind[]) =>
      figures.findLast((each) => each.year === year && kinds.includes(each.kind))?.text
    return { year, target: of('target'), result: of('baseline', 'result') }
  })
}

/** What a chart shows, in one or two sentences, for those who do not see it. */
export function figuresInWords({ title, ...indicator }: Figures & Pick<Indicator, 'title'>): string {
  const figures = figuresOf(indicator)
  const said = (kind: FigureKind) =>
    joined(figures.filter((each) => each.kind === kind).map(({ text, year }) => `${text} in ${year}`))
  const sentences = [
    said('baseline') && `It began at ${said('baseline')}.`,
    said('target') && `Targets: ${said('target')}.`,
    said('result') ? `Results: ${said('result')}.` : 'No result has been published.',
  ]
  return `${title}. ${sentences.filter(Boolean).join(' ')}`
}

/** `24%`, `−0.7`, `1,500`. */
export function withUnit(value: number, unit: Indicator['unit']): string {
  const number = value.toLocaleString('en-GB').replace('-', '−')
  return unit === 'percent' ? `${number}%` : number
}
