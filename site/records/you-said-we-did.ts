import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { choice, optional, paragraph, text } from './field-kit.ts'
import { date, webAddress } from './plain-fields.ts'

/** Where a comment stands. */
export const saidStates = [
  { id: 'heard', label: 'Heard' },
  { id: 'planned', label: 'Planned' },
  { id: 'doing', label: 'In progress' },
  { id: 'done', label: 'Done' },
  { id: 'cannot', label: 'We cannot do this' },
  { id: 'no-outcome', label: 'No outcome published' },
] as const

/** A comment received and the response to it (Children and Families Act 2014 s.30; SI 2014/1530 reg 56). */
export const youSaidWeDidRecord = defineRecord({
  name: 'you-said-we-did',
  label: 'You said, we did',
  labelSingular: 'You said, we did',
  extension: 'md',
  titleField: 'title',
  fields: {
    title: siteOnly(text({ label: 'Title', hint: 'What was said, in one line.', max: 120 })),
    said: siteOnly(
      paragraph({ label: 'What was said', hint: 'Quotation marks only for words that stand in the source.' }),
    ),
    saidBy: siteOnly(
      choice({
        label: 'Who said it',
        from: [
          { id: 'families', label: 'Families' },
          { id: 'young-people', label: 'Young people' },
          { id: 'forum', label: 'The parent carer forum' },
          { id: 'inspectors', label: 'Inspectors' },
          { id: 'survey', label: 'A survey' },
          { id: 'review', label: 'An independent review' },
        ],
      }),
    ),
    saidOn: siteOnly(text({ label: 'When', hint: 'A month and year, such as “December 2016”.', max: 40 })),
    topic: siteOnly(
      choice({
        label: 'Topic',
        from: [
          { id: 'local-offer', label: 'The Local Offer' },
          { id: 'ehc', label: 'EHC needs assessments and plans' },
          { id: 'support-at-school', label: 'Support at school' },
          { id: 'health', label: 'Health' },
          { id: 'adulthood', label: 'Moving into adulthood' },
          { id: 'communication', label: 'How we talk with families' },
        ],
      }),
    ),
    decided: siteOnly(paragraph({ label: 'What was decided' })),
    decidedBy: siteOnly(text({ label: 'Decided by', hint: 'A role, never a name.', max: 120 })),
    did: siteOnly(optional(paragraph({ label: 'What was done, or will be' }))),
    dueBy: siteOnly(optional(text({ label: 'Due by', hint: 'A month and year.', max: 40 }))),
    doneOn: siteOnly(optional(text({ label: 'Done on', hint: 'A month and year.', max: 40 }))),
    state: siteOnly(choice({ label: 'State', from: saidStates })),
    source: siteOnly(text({ label: 'Source', hint: 'The document, with its year.' })),
    sourceLink: siteOnly(optional(webAddress({ label: 'Link to the source' }))),
    published: siteOnly(date({ label: 'Published here on' })),
  },
  body: null,
})

export type YouSaidWeDid = RecordOf<typeof youSaidWeDidRecord>

/** Rules between fields. Gives `[field, sentence]` pairs. */
export function saidContradictions(entry: YouSaidWeDid): [string, string][] {
  if (entry.state === 'done' && entry.doneOn === undefined)
    return [['doneOn', 'The state is “done”, so say when it was done, or choose another state']]
  if (entry.state !== 'done' && entry.doneOn !== undefined)
    return [['state', 'It says when it was done, but the state is not “done”. Correct one of them']]
  return []
}
