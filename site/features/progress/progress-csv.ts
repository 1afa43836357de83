import { directions, figureUnits, type Indicator } from '#records/progress.ts'
import { labelOf } from '#records/taxonomy.ts'
import { csvText } from '../open-data/csv-text.ts'
import { figuresOf } from './figures.ts'

/** All indicators for a spreadsheet: a row a figure; an indicator without figures has one that says why. */
export function progressCsv(indicators: readonly Indicator[]): string {
  const rows = indicators.flatMap((indicator) => {
    const { number, outcome, title, measuredBy, unit, direction, ownerRole, asOf, source, noFigures } =
      indicator
    const before = [
      number,
      outcome,
      title,
      measuredBy,
      labelOf(figureUnits, unit),
      labelOf(directions, direction),
    ]
    const after = [ownerRole, asOf, source]
    const figures = figuresOf(indicator)
    return figures.length === 0
      ? [[...before, undefined, undefined, undefined, noFigures, ...after]]
      : figures.map(({ kind, year, value, text }) => [...before, kind, year, value, text, ...after])
  })
  return csvText([columns, ...rows])
}

const columns =
  'number outcome indicator measured_by unit better kind year value as_published owner as_of source'.split(
    ' ',
  )
