import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { choice, lines, listOf, optional, paragraph, text, yesNo } from './field-kit.ts'
import { listing, placeInList, upkeep } from './guidance-fields.ts'
import { telephone, webAddress } from './plain-fields.ts'

/** The kinds of step that a route can have. They are parallel tracks, not one ladder. */
export const routeTracks = [
  { id: 'conversation', label: 'Talk and ask' },
  { id: 'disagreement-resolution', label: 'Disagreement resolution' },
  { id: 'mediation', label: 'Mediation' },
  { id: 'complaint', label: 'Complaint' },
  { id: 'appeal', label: 'Appeal' },
  { id: 'ombudsman', label: 'Ombudsman' },
] as const

/** An escalation route: who to turn to when something goes wrong, with time limits. */
export const routeRecord = defineRecord({
  name: 'routes',
  label: 'When things go wrong',
  labelSingular: 'Escalation route',
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
          track: choice({ label: 'Kind of step', from: routeTracks }),
          what: paragraph({ label: 'What to do and what happens' }),
          whoDecides: text({ label: 'Who decides', max: 120 }),
          limit: optional(text({ label: 'Time limit', hint: 'The key of a time limit.', max: 60 })),
          cost: text({ label: 'Cost', hint: 'For example “Free”.', max: 120 }),
          stopsOtherClocks: yesNo({ label: 'Stops another time limit', hint: 'Almost always no.' }),
          help: optional(text({ label: 'Help available', max: 240 })),
          bring: lines({ label: 'What to bring' }),
          link: optional(webAddress({ label: 'Link' })),
          telephone: optional(telephone({ label: 'Telephone' })),
        },
      ),
    ),
    ...upkeep,
  },
  body: { label: 'Introduction', hint: 'Two or three sentences.', required: false },
})

export type Route = RecordOf<typeof routeRecord>
