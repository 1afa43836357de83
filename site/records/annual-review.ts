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
    title: siteOnly(
      text({ label: 'Title', hint: 'With its year. For example “The review of 2026”.', max: 100 }),
    ),
    asOf: siteOnly(
      month({ label: 'As of', hint: 'The month up to which it tells what happened, such as 2026-10.' }),
    ),
    questions: siteOnly(
      listOf(
        { label: 'Questions', singular: 'question', hint: 'What people are asked.' },
        {
          question: text({
            label: 'Question',
            hint: 'Word for word. For example “Did you find what you looked for?”',
            max: 160,
          }),
          how: paragraph({
            label: 'How and when it is asked',
            hint: 'For example: “In a survey on the website, each March.”',
            max: 500,
          }),
        },
      ),
    ),
    schedule: siteOnly(
      listOf(
        {
          label: 'What is rewritten',
          hint: 'One line for each part, the one that is due first at the top.',
          singular: 'part',
        },
        {
          part: text({
            label: 'Part of the Local Offer',
            hint: 'As families would know it. For example “Moving into adulthood”.',
            max: 160,
          }),
          what: paragraph({
            label: 'What is done',
            hint: 'For example: “The pages are checked for gaps and written again.”',
            max: 400,
          }),
          due: month({ label: 'Due by', hint: 'A month such as 2026-10.' }),
          state: choice({
            label: 'State',
            hint: 'How far it is. “Done” also needs the month in “Done in”.',
            from: planStates,
          }),
          doneOn: optional(
            month({ label: 'Done in', hint: 'A month such as 2026-09. Only if the state is “Done”.' }),
          ),
          evidence: optional(
            text({
              label: 'Evidence',
              hint: 'What shows that it was done. For example “The minutes of July 2026”.',
              max: 240,
            }),
          ),
        },
      ),
    ),
    ownerRole: siteOnly(
      text({
        label: 'Who answers for it',
        hint: 'A role, never a name. For example “The head of SEND”.',
        max: 120,
      }),
    ),
    source: siteOnly(text({ label: 'Source', hint: 'The document, with its year.' })),
    sourceLink: siteOnly(
      optional(
        webAddress({ label: 'Link to the source', hint: 'Where anyone can read it, starting with https://' }),
      ),
    ),
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
