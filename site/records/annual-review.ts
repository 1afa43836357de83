import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { choice, listOf, optional, paragraph, text } from './field-kit.ts'
import { month } from './month.ts'
import { planStates } from './objective.ts'
import { webAddress } from './plain-fields.ts'

/** The yearly review of the Local Offer with those who use it (SI 2014/1530 regs 54 to 56): what is asked, and what is rewritten by when. */
export const annualReviewRecord = defineRecord({
  name: 'annual-review',
  label: 'Annual reviews of the Local Offer',
  labelSingular: 'Annual review',
  extension: 'md',
  titleField: 'title',
  fields: {
    title: siteOnly(text({ label: 'Title', hint: 'With its year.', max: 100 })),
    asOf: siteOnly(month({ label: 'As of', hint: 'The month up to which it tells what happened.' })),
    questions: siteOnly(
      listOf(
        { label: 'Questions', singular: 'question', hint: 'What people are asked.' },
        {
          question: text({ label: 'Question', max: 160 }),
          how: paragraph({ label: 'How and when it is asked', max: 500 }),
        },
      ),
    ),
    schedule: siteOnly(
      listOf(
        { label: 'What is rewritten', singular: 'part' },
        {
          part: text({ label: 'Part of the Local Offer', max: 160 }),
          what: paragraph({ label: 'What is done', max: 400 }),
          due: month({ label: 'Due by' }),
          state: choice({ label: 'State', from: planStates }),
          doneOn: optional(month({ label: 'Done in' })),
          evidence: optional(text({ label: 'Evidence', max: 240 })),
        },
      ),
    ),
    ownerRole: siteOnly(text({ label: 'Who answers for it', hint: 'A role, never a name.', max: 120 })),
    source: siteOnly(text({ label: 'Source', hint: 'The document, with its year.' })),
    sourceLink: siteOnly(optional(webAddress({ label: 'Link to the source' }))),
  },
  body: { label: 'Introduction', hint: 'Two or three sentences.', required: false },
})

export type AnnualReview = RecordOf<typeof annualReviewRecord>

/** Rules between fields. Gives `[field, sentence]` pairs. */
export function annualReviewContradictions({ schedule, asOf }: AnnualReview): [string, string][] {
  return schedule.flatMap(({ state, doneOn }, index): [string, string][] => {
    if (state === 'done' && doneOn === undefined)
      return [[`schedule.${index}.doneOn`, 'the state is “done”, so say in which month']]
    if (state !== 'done' && doneOn !== undefined)
      return [[`schedule.${index}.state`, 'it says when it was done, but the state is not “done”']]
    if (doneOn !== undefined && doneOn > asOf)
      return [[`schedule.${index}.doneOn`, `${doneOn} is after the review tells what happened, ${asOf}`]]
    return []
  })
}
