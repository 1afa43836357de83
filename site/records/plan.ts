import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { listOf, optional, paragraph, text, yesNo } from './field-kit.ts'
import { month } from './month.ts'
import { webAddress } from './plain-fields.ts'

/** An improvement plan: what it is, as of when, and its priorities. Its objectives are records of their own. */
export const planRecord = defineRecord({
  name: 'plan',
  label: 'Improvement plans',
  labelSingular: 'Improvement plan',
  extension: 'md',
  titleField: 'title',
  fields: {
    title: siteOnly(
      text({
        label: 'Title',
        hint: 'As on the cover of the plan, with its years. For example “SEND improvement plan 2026 to 2028”.',
        max: 120,
      }),
    ),
    summary: siteOnly(
      text({ label: 'Summary', hint: 'One sentence: what should get better, for whom.', max: 240 }),
    ),
    asOf: siteOnly(
      month({ label: 'As of', hint: 'The month up to which it tells what happened, such as 2026-10.' }),
    ),
    archived: siteOnly(
      yesNo({
        label: 'Archived',
        hint: 'An archived plan stays as it was: nothing in it is shown as overdue.',
      }),
    ),
    priorities: siteOnly(
      listOf(
        { label: 'Priorities', singular: 'priority', hint: 'Objectives name one of them by its short name.' },
        {
          short: text({ label: 'Short name', hint: 'A number or a word, such as 1.', max: 20 }),
          title: text({ label: 'Priority', hint: 'In plain words. For example “Plans in time”.', max: 120 }),
          means: optional(
            paragraph({
              label: 'What it means',
              hint: 'What will be better, and for whom. One or two sentences.',
              max: 500,
            }),
          ),
        },
      ),
    ),
    madeBy: siteOnly(text({ label: 'Made by', hint: 'Organisations and roles, never a name.', max: 240 })),
    about: siteOnly(
      optional(
        paragraph({
          label: 'About this plan',
          hint: 'Why it was made, and what a reader should know. Two to four sentences.',
          max: 1000,
        }),
      ),
    ),
    source: siteOnly(text({ label: 'Source', hint: 'The document, with its year.' })),
    sourceLink: siteOnly(
      optional(
        webAddress({
          label: 'Link to the source',
          hint: 'Where anyone can read the plan, starting with https://',
        }),
      ),
    ),
  },
  body: null,
})

export type Plan = RecordOf<typeof planRecord>

/** Rules between fields. Gives `[field, sentence]` pairs. */
export function planContradictions({ priorities }: Plan): [string, string][] {
  if (priorities.length === 0) return [['priorities', 'a plan needs at least one priority']]
  return priorities.flatMap(({ short }, index): [string, string][] =>
    priorities.findIndex((each) => each.short === short) < index
      ? [[`priorities.${index}.short`, `two priorities have the short name “${short}”. Change one`]]
      : [],
  )
}
