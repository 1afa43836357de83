import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { choice, lines, listOf, optional, paragraph, text, yesNo } from './field-kit.ts'
import { listing, placeInList, upkeep } from './guidance-fields.ts'
import { telephone, webAddress } from './plain-fields.ts'
import { timeLimitKey } from './time-limit-field.ts'

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
        {
          label: 'Steps',
          hint: 'All the ways to put it right. The usual first one stands first.',
          singular: 'step',
        },
        {
          title: text({
            label: 'Step',
            hint: 'What to do, in a few words. For example “Make a complaint to the school”.',
            max: 100,
          }),
          track: choice({
            label: 'Kind of step',
            hint: 'Steps of one kind stand together on the page.',
            from: routeTracks,
          }),
          what: paragraph({
            label: 'What to do and what happens',
            hint: 'Whom to ask, how, and what comes next. Short sentences.',
          }),
          whoDecides: text({
            label: 'Who decides',
            hint: 'For example “The head teacher, then the governors”.',
            max: 120,
          }),
          limit: optional(
            timeLimitKey({
              label: 'Time limit',
              hint: 'Choose what must be done in time. Type a word of it, such as “plan”, to find it.',
            }),
          ),
          cost: text({ label: 'Cost', hint: 'For example “Free”.', max: 120 }),
          stopsOtherClocks: yesNo({
            label: 'Stops another time limit',
            hint: 'Yes if another time limit waits while this step runs. Almost always no.',
          }),
          help: optional(
            text({
              label: 'Help available',
              hint: 'Who can help with this step. For example “The area’s advice service is free.”',
              max: 240,
            }),
          ),
          bring: lines({
            label: 'What to bring',
            hint: 'One thing a line. For example “Any reports you have”.',
          }),
          link: optional(
            webAddress({ label: 'Link', hint: 'Where to do this step or read more, starting with https://' }),
          ),
          telephone: optional(
            telephone({
              label: 'Telephone',
              hint: 'Whom to call for this step. For example 01632 960 014',
            }),
          ),
        },
      ),
    ),
    ...upkeep,
  },
  body: { label: 'Introduction', hint: 'Two or three sentences.', required: false },
})

export type Route = RecordOf<typeof routeRecord>
