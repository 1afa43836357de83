import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { choice, choices, lines, listOf, optional, text, wholeNumber } from './field-kit.ts'
import { date, references, webAddress } from './plain-fields.ts'
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
    title: siteOnly(text({ label: 'Title', hint: 'As a family would ask it.', max: 100 })),
    summary: siteOnly(text({ label: 'Summary', hint: 'One sentence.', max: 240 })),
    situation: siteOnly(
      optional(
        text({
          label: 'Situation',
          hint: 'As a family would say it, for the home page: “We were told no”. Leave it out and the title stands there.',
          max: 60,
        }),
      ),
    ),
    topic: siteOnly(choice({ label: 'Topic', from: guideTopics })),
    order: siteOnly(wholeNumber({ label: 'Place in its topic', min: 1, max: 99 })),
    needs: siteOnly(choices({ label: 'Needs', hint: 'Leave empty if it is for everyone.', from: needs })),
    ages: siteOnly(choices({ label: 'Ages', hint: 'Leave empty if it is for every age.', from: ageBands })),
    doNow: siteOnly(lines({ label: 'What you can do now', hint: 'One step a line, the first one first.' })),
    pathways: siteOnly(references({ label: 'Pathways', to: 'pathways', show: 'title' })),
    routes: siteOnly(references({ label: 'When things go wrong', to: 'routes', show: 'title' })),
    keywords: siteOnly(lines({ label: 'Words families use', max: 60 })),
    sources: siteOnly(
      listOf(
        { label: 'Sources', singular: 'source', hint: 'The law or document that each fact comes from.' },
        { title: text({ label: 'Title' }), link: webAddress({ label: 'Link' }) },
      ),
    ),
    ownerRole: siteOnly(text({ label: 'Who keeps it up to date', hint: 'A role, never a name.', max: 80 })),
    lastChecked: siteOnly(date({ label: 'Last checked on' })),
    reviewDue: siteOnly(date({ label: 'Next check due' })),
  },
  body: { label: 'Text', hint: 'Short sections, each under a heading.', required: true },
})

export type Guide = RecordOf<typeof guideRecord>
