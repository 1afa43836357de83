import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { choices, group, lines, listOf, optional, paragraph, text } from './field-kit.ts'
import { date, references, webAddress } from './plain-fields.ts'
import { categories, needs } from './taxonomy.ts'

/** Ordered steps through a process. */
export const pathwayRecord = defineRecord({
  name: 'pathways',
  label: 'Pathways',
  labelSingular: 'Pathway',
  extension: 'md',
  titleField: 'title',
  fields: {
    title: siteOnly(text({ label: 'Title', max: 100 })),
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
    steps: siteOnly(
      listOf(
        { label: 'Steps', singular: 'step' },
        {
          title: text({ label: 'Step', max: 100 }),
          whoActs: text({ label: 'Who acts', max: 120 }),
          what: paragraph({ label: 'What happens' }),
          limit: optional(
            text({
              label: 'By when',
              hint: 'The key of a time limit, such as “ehc-decide-to-assess”.',
              max: 60,
            }),
          ),
          youCan: lines({ label: 'What you can do', max: 300 }),
          ifNot: optional(paragraph({ label: 'If it does not happen' })),
          services: optional(
            group(
              {
                label: 'Services that help',
                hint: 'The page lists services that match what you choose here.',
              },
              {
                categories: choices({ label: 'Categories', from: categories }),
                needs: choices({ label: 'Needs', from: needs }),
                words: optional(text({ label: 'Words', max: 60 })),
              },
            ),
          ),
        },
      ),
    ),
    routes: siteOnly(references({ label: 'When things go wrong', to: 'routes', show: 'title' })),
    keywords: siteOnly(lines({ label: 'Words families use', max: 60 })),
    sources: siteOnly(
      listOf(
        { label: 'Sources', singular: 'source' },
        { title: text({ label: 'Title' }), link: webAddress({ label: 'Link' }) },
      ),
    ),
    ownerRole: siteOnly(text({ label: 'Who keeps it up to date', hint: 'A role, never a name.', max: 80 })),
    lastChecked: siteOnly(date({ label: 'Last checked on' })),
    reviewDue: siteOnly(date({ label: 'Next check due' })),
  },
  body: { label: 'Introduction', hint: 'Two or three sentences.', required: false },
})

export type Pathway = RecordOf<typeof pathwayRecord>
