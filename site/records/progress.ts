import { z } from 'zod'
import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { choice, group, listOf, optional, paragraph, text, wholeNumber } from './field-kit.ts'
import { month } from './month.ts'
import type { Piece, Words } from './pieces.ts'
import { webAddress } from './plain-fields.ts'

/** What figures are counted in. */
export const figureUnits = [
  { id: 'percent', label: 'Per cent' },
  { id: 'number', label: 'Number' },
  { id: 'score', label: 'Score' },
] as const

/** Which way is better. */
export const directions = [
  { id: 'up', label: 'Higher is better' },
  { id: 'down', label: 'Lower is better' },
] as const

const year = wholeNumber({ label: 'Year', hint: 'Four digits. For example 2026.', min: 2000, max: 2099 })
const value = figure({ label: 'Figure', hint: 'The number alone: 18.2, not 18.2%.' })
const asPublished = optional(
  text({
    label: 'As published',
    hint: 'Only where the source says more than one number: “18.2%/16%”.',
    max: 60,
  }),
)

/** A measure of how well things go: where it began, what was aimed at and what came of it. */
export const progressRecord = defineRecord({
  name: 'progress',
  label: 'Progress',
  labelSingular: 'Indicator',
  extension: 'md',
  titleField: 'title',
  fields: {
    title: siteOnly(
      text({
        label: 'What is measured',
        hint: 'In plain words. For example “Plans finished in time”.',
        max: 120,
      }),
    ),
    outcome: siteOnly(
      text({ label: 'What it is for', hint: 'The change that people should notice.', max: 200 }),
    ),
    number: siteOnly(optional(text({ label: 'Number in the source', hint: 'Such as 4, or 1a.', max: 10 }))),
    order: siteOnly(
      wholeNumber({
        label: 'Place in the list',
        hint: '1 stands first. Leave gaps (10, 20, 30), so that others fit between.',
        min: 1,
        max: 999,
      }),
    ),
    measuredBy: siteOnly(
      text({
        label: 'Measured by',
        hint: 'The survey or statistics. For example “The yearly survey of families”.',
        max: 160,
      }),
    ),
    unit: siteOnly(
      choice({
        label: 'Counted in',
        hint: 'Per cent is a part of 100, a number is a count, a score is a mark such as 3.4.',
        from: figureUnits,
      }),
    ),
    direction: siteOnly(
      choice({
        label: 'Which way is better',
        hint: 'For families. Of waiting times, for example, lower is better.',
        from: directions,
      }),
    ),
    baseline: siteOnly(
      optional(
        group(
          { label: 'Where it began', hint: 'The figure before anything was changed.' },
          { year, value, asPublished },
        ),
      ),
    ),
    targets: siteOnly(
      figures({ label: 'Targets', hint: 'What was aimed at, one figure for each year.', singular: 'target' }),
    ),
    results: siteOnly(
      figures({
        label: 'Results',
        hint: 'What came of it, one figure for each year. Add one when it is published.',
        singular: 'result',
      }),
    ),
    noFigures: siteOnly(
      optional(
        text({ label: 'Why there are no figures', hint: 'Only where none was published at all.', max: 240 }),
      ),
    ),
    note: siteOnly(
      optional(
        paragraph({
          label: 'Note',
          hint: 'What a reader must know to trust the figures. For example: “From 2025, counted in another way.”',
          max: 500,
        }),
      ),
    ),
    ownerRole: siteOnly(
      text({
        label: 'Who answers for it',
        hint: 'A role, never a name. For example “The head of SEND”.',
        max: 120,
      }),
    ),
    asOf: siteOnly(
      month({ label: 'As of', hint: 'The month up to which figures are known, such as 2026-10.' }),
    ),
    source: siteOnly(text({ label: 'Source', hint: 'The document, with its year.' })),
    sourceLink: siteOnly(
      optional(
        webAddress({ label: 'Link to the source', hint: 'Where anyone can read it, starting with https://' }),
      ),
    ),
  },
  body: null,
})

export type Indicator = RecordOf<typeof progressRecord>

/** Rules between fields. Gives `[field, sentence]` pairs. */
export function indicatorContradictions(indicator: Indicator): [string, string][] {
  const { baseline, targets, results, noFigures, unit, direction } = indicator
  const found: [string, string][] = []
  const all = [...(baseline === undefined ? [] : [baseline]), ...targets, ...results]
  if (all.length === 0 && noFigures === undefined)
    found.push([
      'targets',
      'there are no figures to draw. Add where it began, a target or a result, or say why there are no figures',
    ])
  if (all.length > 0 && noFigures !== undefined)
    found.push(['noFigures', 'there are figures, so take away why there are none'])
  if (unit === 'percent' && all.some(({ value }) => value < 0 || value > 100))
    found.push(['unit', 'it counts in per cent, so every figure must be from 0 to 100'])
  for (const [field, figures] of Object.entries({ targets, results }))
    for (const [index, { year }] of figures.entries()) {
      if (figures.findIndex((each) => each.year === year) < index)
        found.push([`${field}.${index}.year`, `${year} is there twice. Keep one`])
      if (baseline !== undefined && year < baseline.year)
        found.push([`${field}.${index}.year`, `${year} is before ${baseline.year}, where it began`])
    }
  const last = targets.toSorted((a, b) => a.year - b.year).at(-1)
  if (
    baseline !== undefined &&
    last !== undefined &&
    (last.value - baseline.value) * (direction === 'up' ? 1 : -1) < 0
  )
    found.push([
      'direction',
      `the last target, ${last.value}, would be worse than where it began. Correct one of them`,
    ])
  return found
}

/** Figures by year, known by it in a list. */
function figures(words: Words & { readonly singular: string }) {
  const { schema, widget } = listOf(words, { year, value, asPublished })
  return { schema, widget: { ...widget, summary: '{{fields.year}}: {{fields.value}}' } }
}

/** A figure of statistics, with or without a decimal part. */
function figure(words: Words): Piece<z.ZodNumber> {
  return {
    schema: z.number({ error: `${words.label}: write a number such as 18.2` }),
    widget: { widget: 'number', value_type: 'float', ...words },
  }
}
