import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { choice, choices, group, lines, listOf, optional, paragraph, text, yesNo } from './field-kit.ts'
import { listing, placeInList, upkeep } from './guidance-fields.ts'
import { references } from './plain-fields.ts'
import { categories, needs } from './taxonomy.ts'

/** Ordered steps through a process. */
export const pathwayRecord = defineRecord({
  name: 'pathways',
  label: 'Pathways',
  labelSingular: 'Pathway',
  extension: 'md',
  titleField: 'title',
  fields: {
    ...listing,
    order: placeInList,
    steps: siteOnly(
      listOf(
        { label: 'Steps', singular: 'step' },
        {
          title: text({ label: 'Step', max: 100 }),
          joins: optional(
            choice({
              label: 'Beside the step above',
              hint: 'Leave it out for a step of its own, with its own number.',
              from: [
                { id: 'or', label: 'Or: instead of the step above' },
                { id: 'and', label: 'And: at the same time as the step above' },
              ],
            }),
          ),
          goesTo: optional(
            text({
              label: 'What comes next',
              hint: 'The key of a later step, if it is not the next number.',
              max: 40,
            }),
          ),
          endsHere: optional(yesNo({ label: 'It may end here', hint: 'For a step that needs no next one.' })),
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
    ...upkeep,
  },
  body: { label: 'Introduction', hint: 'Two or three sentences.', required: false },
})

export type Pathway = RecordOf<typeof pathwayRecord>
