import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { choice, lines, optional, paragraph, text } from './field-kit.ts'
import { month } from './month.ts'
import { date, webAddress } from './plain-fields.ts'
import { unsourcedQuotes } from './quoted-words.ts'
import { notDated, spanOf } from './said-time.ts'

/** Where a comment stands. */
export const saidStates = [
  { id: 'heard', label: 'Heard' },
  { id: 'planned', label: 'Planned' },
  { id: 'doing', label: 'In progress' },
  { id: 'done', label: 'Done' },
  { id: 'cannot', label: 'We cannot do this' },
  { id: 'no-outcome', label: 'No outcome published' },
] as const

/** What comments are about. */
export const saidTopics = [
  { id: 'local-offer', label: 'The Local Offer' },
  { id: 'ehc', label: 'EHC needs assessments and plans' },
  { id: 'support-at-school', label: 'Support at school' },
  { id: 'attendance', label: 'Absence and exclusion' },
  { id: 'health', label: 'Health' },
  { id: 'adulthood', label: 'Moving into adulthood' },
  { id: 'communication', label: 'How we talk with families' },
  { id: 'leadership', label: 'How services are led' },
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
    quotedFrom: siteOnly(
      lines({
        label: 'Sentences quoted from',
        hint: 'Each sentence of the source that you quote from, word for word. It is checked, not shown.',
        max: 900,
      }),
    ),
    saidBy: siteOnly(
      choice({
        label: 'Who said it',
        hint: 'The group, as the source says it. Never guess.',
        from: [
          { id: 'families', label: 'Families' },
          { id: 'young-people', label: 'Young people' },
          { id: 'forum', label: 'The parent carer forum' },
          { id: 'inspectors', label: 'Inspectors' },
          { id: 'survey', label: 'A survey' },
          { id: 'review', label: 'An independent review' },
          { id: 'unnamed', label: 'The source does not say' },
        ],
      }),
    ),
    saidOn: siteOnly(
      text({ label: 'When', hint: `A month and year, such as “December 2016”, or “${notDated}”.`, max: 40 }),
    ),
    topic: siteOnly(
      choice({
        label: 'Topic',
        hint: 'What it is about most. Readers can choose to see one topic alone.',
        from: saidTopics,
      }),
    ),
    decided: siteOnly(
      paragraph({
        label: 'What was decided',
        hint: 'What will happen, or why it cannot. One to three plain sentences.',
      }),
    ),
    decidedBy: siteOnly(
      text({ label: 'Decided by', hint: 'A role, never a name. For example “The head of SEND”.', max: 120 }),
    ),
    did: siteOnly(
      optional(
        paragraph({
          label: 'What was done, or will be',
          hint: 'What people can see or use. For example: “The page now has a telephone number.”',
        }),
      ),
    ),
    dueBy: siteOnly(
      optional(text({ label: 'Due by', hint: 'A month and year, such as “March 2027”.', max: 40 })),
    ),
    doneOn: siteOnly(
      optional(
        text({
          label: 'Done on',
          hint: 'A month and year, such as “March 2027”. Only if the state is “Done”.',
          max: 40,
        }),
      ),
    ),
    state: siteOnly(
      choice({
        label: 'State',
        hint: 'How far it is. “Done” also needs the month in “Done on”.',
        from: saidStates,
      }),
    ),
    asOf: siteOnly(
      optional(
        month({
          label: 'State as of',
          hint: 'The month of the source, such as 2017-05, if it is an old one.',
        }),
      ),
    ),
    source: siteOnly(text({ label: 'Source', hint: 'The document, with its year.' })),
    sourceLink: siteOnly(
      optional(
        webAddress({ label: 'Link to the source', hint: 'Where anyone can read it, starting with https://' }),
      ),
    ),
    published: siteOnly(
      date({ label: 'Published here on', hint: 'The day on which families can first read this page.' }),
    ),
  },
  body: null,
})

export type YouSaidWeDid = RecordOf<typeof youSaidWeDidRecord>

/** Rules between fields. Gives `[field, sentence]` pairs. */
export function saidContradictions(entry: YouSaidWeDid): [string, string][] {
  const found: [string, string][] = [...timeContradictions(entry), ...quoteContradictions(entry)]
  if (entry.state === 'done' && entry.doneOn === undefined)
    found.push(['doneOn', 'The state is “done”, so say when it was done, or choose another state'])
  if (entry.state !== 'done' && entry.doneOn !== undefined)
    found.push(['state', 'It says when it was done, but the state is not “done”. Correct one of them'])
  return found
}

function timeContradictions({ saidOn, dueBy, doneOn }: YouSaidWeDid): [string, string][] {
  const found: [string, string][] = []
  const said = spanOf(saidOn)
  if (said === undefined && saidOn.toLowerCase() !== notDated)
    found.push(['saidOn', `“${saidOn}” names no year. Write a month and year, a year, or “${notDated}”`])
  for (const [field, written] of [
    ['dueBy', dueBy],
    ['doneOn', doneOn],
  ] as const) {
    if (written === undefined) continue
    const span = spanOf(written)
    if (span === undefined) found.push([field, `“${written}” names no year. Write a month and year`])
    else if (said !== undefined && span.last < said.first)
      found.push([field, `“${written}” is before it was said, “${saidOn}”. Correct one of them`])
  }
  return found
}

/** Only where sentences of the source are kept: a comment that came by message has no published source. */
function quoteContradictions({ said, decided, did = '', quotedFrom }: YouSaidWeDid): [string, string][] {
  if (quotedFrom.length === 0) return []
  return Object.entries({ said, decided, did }).flatMap(([field, text]): [string, string][] =>
    unsourcedQuotes(text, quotedFrom).map((phrase) => [
      field,
      `“${phrase}” stands in none of the sentences quoted from. Quote it word for word, or take the quotation marks away`,
    ]),
  )
}
