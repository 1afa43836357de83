import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { choice, choices, lines, wholeNumber } from './field-kit.ts'
import { listing, upkeep } from './guidance-fields.ts'
import { references } from './plain-fields.ts'
import { ageBands, needs } from './taxonomy.ts'

/** What a guide is about, in the order in which they are listed. */
export const guideTopics = [
  { id: 'start', label: 'Start here' },
  { id: 'support-at-school', label: 'Support at school' },
  { id: 'ehc', label: 'EHC needs assessments and plans' },
  { id: 'health-care', label: 'Health and social care' },
  { id: 'growing-up', label: 'Growing up' },
  { id: 'daily-life', label: 'Daily life and money' },
  { id: 'professionals', label: 'For people who work with families' },
] as const

/** A page of advice. */
export const guideRecord = defineRecord({
  name: 'guides',
  label: 'Guides',
  labelSingular: 'Guide',
  extension: 'mdx',
  titleField: 'title',
  fields: {
    ...listing,
    topic: siteOnly(choice({ label: 'Topic', from: guideTopics })),
    order: siteOnly(wholeNumber({ label: 'Place in its topic', min: 1, max: 99 })),
    needs: siteOnly(choices({ label: 'Needs', hint: 'Leave empty if it is for everyone.', from: needs })),
    ages: siteOnly(choices({ label: 'Ages', hint: 'Leave empty if it is for every age.', from: ageBands })),
    doNow: siteOnly(lines({ label: 'What you can do now', hint: 'One step a line, the first one first.' })),
    pathways: siteOnly(references({ label: 'Pathways', to: 'pathways', show: 'title' })),
    routes: siteOnly(references({ label: 'When things go wrong', to: 'routes', show: 'title' })),
    ...upkeep,
  },
  body: { label: 'Text', hint: 'Short sections, each under a heading.', required: true },
})

export type Guide = RecordOf<typeof guideRecord>
