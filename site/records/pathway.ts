import type { z } from 'zod'
import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { choice, choices, group, lines, listOf, optional, paragraph, text, yesNo } from './field-kit.ts'
import { listing, placeInList, upkeep } from './guidance-fields.ts'
import type { Piece, Words } from './pieces.ts'
import { references } from './plain-fields.ts'
import { categories, needs } from './taxonomy.ts'
import { timeLimitKey } from './time-limit-field.ts'

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
        {
          label: 'Steps',
          hint: 'From the first thing that happens to the last. Each step is one thing.',
          singular: 'step',
        },
        {
          title: text({
            label: 'Step',
            hint: 'What happens, in a few words. For example “The council decides whether to assess”.',
            max: 100,
          }),
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
            laterStep({
              label: 'What comes next',
              hint: 'A later step, if it is not the next number. A new step can be chosen once it is saved.',
            }),
          ),
          endsHere: optional(yesNo({ label: 'It may end here', hint: 'For a step that needs no next one.' })),
          whoActs: text({
            label: 'Who acts',
            hint: 'Who must do something now. For example “The council”, or “You and the school”.',
            max: 120,
          }),
          what: paragraph({
            label: 'What happens',
            hint: 'What they do, and what you then get. Two or three short sentences.',
          }),
          limit: optional(
            timeLimitKey({
              label: 'By when',
              hint: 'Choose what must be done in time. Type a word of it, such as “plan”, to find it.',
            }),
          ),
          youCan: lines({
            label: 'What you can do',
            hint: 'Things that a family can do at this step, one a line. For example “Ask for it in writing”.',
            max: 300,
          }),
          ifNot: optional(
            paragraph({
              label: 'If it does not happen',
              hint: 'What a family can do then. For example: “If nobody answers, complain.”',
            }),
          ),
          services: optional(
            group(
              {
                label: 'Services that help',
                hint: 'The page lists services that match what you choose here.',
              },
              {
                categories: choices({
                  label: 'Categories',
                  hint: 'Services in any of these. Leave it empty for all.',
                  from: categories,
                }),
                needs: choices({
                  label: 'Needs',
                  hint: 'Services for any of these. Leave it empty for all.',
                  from: needs,
                }),
                words: optional(
                  text({ label: 'Words', hint: 'What to search for. For example “mediation”.', max: 60 }),
                ),
              },
            ),
          ),
        },
      ),
    ),
    routes: siteOnly(
      references({
        label: 'When things go wrong',
        hint: 'Where to turn if a step does not happen. Type the first letters of a title.',
        to: 'routes',
        show: 'title',
      }),
    ),
    ...upkeep,
  },
  body: { label: 'Introduction', hint: 'Two or three sentences.', required: false },
})

/** The key of another step of the same pathway, which the form lists as it stands. */
function laterStep(words: Words): Piece<z.ZodString> {
  const { schema } = text({ ...words, max: 40 })
  return { schema, widget: { widget: 'later-step', ...words } }
}

export type Pathway = RecordOf<typeof pathwayRecord>
