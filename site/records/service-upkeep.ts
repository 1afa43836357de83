import { choice, group, listOf, optional, paragraph, text, yesNo } from './field-kit.ts'
import { date, webAddress } from './plain-fields.ts'

/** The groups of a service record that say how good and how true it is. */

/** SEND Regulations 2014, Schedule 2, paragraph 5 (a) to (j). */
export const tenQuestions = group(
  {
    label: 'For schools, colleges and nurseries',
    hint: 'The ten questions of the regulations. SEN means special educational needs.',
  },
  {
    teachingApproach: optional(
      paragraph({
        label: 'How do you teach children with SEN?',
        hint: 'For example: “In small steps, with pictures. Work is set for each child.”',
      }),
    ),
    adapting: optional(
      paragraph({
        label: 'How do you adapt lessons and the building?',
        hint: 'For example: “Large print, a ramp at each door, a calm corner in every room.”',
      }),
    ),
    learningSupport: optional(
      paragraph({
        label: 'What help with learning is there?',
        hint: 'For example: “A teaching assistant in each class, reading groups, equipment.”',
      }),
    ),
    reviewingProgress: optional(
      paragraph({
        label: 'How do you check progress, and tell families?',
        hint: 'How often you look, and how families hear of it. For example “a meeting each term”.',
      }),
    ),
    evaluating: optional(
      paragraph({
        label: 'How do you know that what you do works?',
        hint: 'What you look at, and how families and pupils have a say in it.',
      }),
    ),
    facilities: optional(
      paragraph({
        label: 'How can children with SEN use all facilities?',
        hint: 'Such as the hall, the library, the playground and the kitchen.',
      }),
    ),
    activities: optional(
      paragraph({
        label: 'What is there outside lessons?',
        hint: 'Clubs, trips and holidays, and how children with SEN take part.',
      }),
    ),
    generalSupport: optional(
      paragraph({
        label: 'What other support is there?',
        hint: 'Such as breakfast club, help with travel, or a nurse.',
      }),
    ),
    staffTraining: optional(
      paragraph({
        label: 'What training do staff have?',
        hint: 'For example: “Two teachers are trained in speech and language.”',
      }),
    ),
    emotionalSocial: optional(
      paragraph({
        label: 'How do you support feelings and friendships?',
        hint: 'For example: “A quiet room, a trusted adult, and rules against bullying.”',
      }),
    ),
  },
)

/** Inspections and quality marks, and whether a contract asks for the entry. */
export const quality = group(
  { label: 'Quality' },
  {
    ofsted: optional(
      webAddress({
        label: 'Ofsted reports',
        hint: 'A link, never a grade from an old file. It starts with https://reports.ofsted.gov.uk',
      }),
    ),
    ofstedInspectedOn: optional(
      date({ label: 'Last inspected by Ofsted on', hint: 'It stands on the front of the report.' }),
    ),
    cqc: optional(
      webAddress({
        label: 'CQC reports',
        hint: 'For health and care services. The link starts with https://www.cqc.org.uk',
      }),
    ),
    cqcInspectedOn: optional(
      date({ label: 'Last inspected by the CQC on', hint: 'It stands on the front of the report.' }),
    ),
    accreditations: listOf(
      { label: 'Quality marks', singular: 'accreditation', hint: 'Given by somebody else, and still valid.' },
      {
        name: text({ label: 'Name', hint: 'For example “Autism Accreditation”.' }),
        on: optional(date({ label: 'Given on', hint: 'As it stands on the certificate.' })),
        link: optional(
          webAddress({ label: 'Link', hint: 'Where families can see it, starting with https://' }),
        ),
      },
    ),
    localOfferClause: optional(
      yesNo({
        label: 'The contract asks for an entry in the Local Offer',
        hint: 'For services that the council pays for.',
      }),
    ),
  },
)

/** When and by whom it was last found right. */
export const review = group(
  { label: 'Review' },
  {
    lastChecked: date({
      label: 'Last checked on',
      hint: 'The day on which somebody last read this page against the facts.',
    }),
    checkedBy: text({ label: 'Checked by', hint: 'A role such as “the service”, never a name.', max: 80 }),
    nextDue: optional(
      date({
        label: 'Next check due',
        hint: 'We remind you by email. Leave it empty for a year after the last check.',
      }),
    ),
  },
)

/** Where the record comes from, and under which licence. */
export const provenance = group(
  { label: 'Where this record comes from' },
  {
    kind: choice({
      label: 'Kind',
      hint: 'Who wrote this page first.',
      from: [
        { id: 'provider', label: 'Written by the provider' },
        { id: 'open-data', label: 'Open data' },
        { id: 'example', label: 'Example service, made up for the demonstration' },
      ],
    }),
    source: text({ label: 'Source', hint: 'If you wrote it: the name of your organisation.' }),
    sourceDate: optional(text({ label: 'Date of the source', hint: 'A date or a year.', max: 20 })),
    licence: text({
      label: 'Licence',
      hint: 'What others may do with the words. Leave it as it is if you wrote them.',
    }),
    attribution: optional(
      text({
        label: 'Attribution',
        hint: 'The words that the licence asks for, if it asks for any.',
        max: 400,
      }),
    ),
  },
)
