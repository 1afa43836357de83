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
    teachingApproach: optional(paragraph({ label: 'How do you teach children with SEN?' })),
    adapting: optional(paragraph({ label: 'How do you adapt lessons and the building?' })),
    learningSupport: optional(paragraph({ label: 'What help with learning is there?' })),
    reviewingProgress: optional(paragraph({ label: 'How do you check progress, and tell families?' })),
    evaluating: optional(paragraph({ label: 'How do you know that what you do works?' })),
    facilities: optional(paragraph({ label: 'How can children with SEN use all facilities?' })),
    activities: optional(paragraph({ label: 'What is there outside lessons?' })),
    generalSupport: optional(paragraph({ label: 'What other support is there?' })),
    staffTraining: optional(paragraph({ label: 'What training do staff have?' })),
    emotionalSocial: optional(paragraph({ label: 'How do you support feelings and friendships?' })),
  },
)

export const quality = group(
  { label: 'Quality' },
  {
    ofsted: optional(
      webAddress({ label: 'Ofsted reports', hint: 'A link, never a grade from an old file.' }),
    ),
    ofstedInspectedOn: optional(date({ label: 'Last inspected by Ofsted on' })),
    cqc: optional(webAddress({ label: 'CQC reports', hint: 'For health and care services.' })),
    cqcInspectedOn: optional(date({ label: 'Last inspected by the CQC on' })),
    accreditations: listOf(
      { label: 'Quality marks', singular: 'accreditation' },
      {
        name: text({ label: 'Name' }),
        on: optional(date({ label: 'Given on' })),
        link: optional(webAddress({ label: 'Link' })),
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

export const review = group(
  { label: 'Review' },
  {
    lastChecked: date({ label: 'Last checked on' }),
    checkedBy: text({ label: 'Checked by', hint: 'A role such as “the service”, never a name.', max: 80 }),
    nextDue: optional(date({ label: 'Next check due' })),
  },
)

export const provenance = group(
  { label: 'Where this record comes from' },
  {
    kind: choice({
      label: 'Kind',
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
    attribution: optional(text({ label: 'Attribution', max: 400 })),
  },
)
