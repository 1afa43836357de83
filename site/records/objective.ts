import { defineRecord, type RecordOf, siteOnly } from './define-record.ts'
import { choice, lines, listOf, optional, paragraph, text, wholeNumber } from './field-kit.ts'
import { month } from './month.ts'
import { reference } from './plain-fields.ts'

/** Where a milestone or an action stands, as its owner or the source says. Overdue is worked out, never chosen. */
export const planStates = [
  { id: 'done', label: 'Done' },
  { id: 'on-track', label: 'On track' },
  { id: 'at-risk', label: 'At risk' },
  { id: 'not-started', label: 'Not started' },
  { id: 'no-outcome', label: 'No outcome published' },
] as const

const state = choice({
  label: 'State',
  hint: 'How far it is. “Done” also needs the month. Overdue shows by itself.',
  from: planStates,
})
const doneOn = optional(month({ label: 'Done in', hint: 'Or reported as done in. A month such as 2017-03.' }))
const evidence = optional(paragraph({ label: 'Evidence', hint: 'What shows that it happened.', max: 600 }))

const changes = listOf(
  { label: 'What changed', singular: 'change', hint: 'Add a line each time that something moves.' },
  {
    when: month({ label: 'When', hint: 'A month such as 2026-10.' }),
    what: paragraph({
      label: 'What changed',
      hint: 'One or two sentences. For example: “The date moved to 2027-03, as staff were missing.”',
      max: 400,
    }),
  },
)

/** An objective of a plan with its actions and their milestones. */
export const objectiveRecord = defineRecord({
  name: 'objectives',
  label: 'Objectives of the improvement plans',
  labelSingular: 'Objective',
  extension: 'md',
  titleField: 'title',
  fields: {
    plan: siteOnly(
      reference({
        label: 'Plan',
        hint: 'The plan that it is a part of. Type the first letters of its title.',
        to: 'plan',
        show: 'title',
      }),
    ),
    priority: siteOnly(
      text({ label: 'Priority', hint: 'The short name of a priority of this plan, such as 1.', max: 20 }),
    ),
    order: siteOnly(
      wholeNumber({ label: 'Place in the priority', hint: '1 stands first.', min: 1, max: 99 }),
    ),
    title: siteOnly(text({ label: 'Objective', hint: 'What should be better.', max: 300 })),
    because: siteOnly(optional(paragraph({ label: 'Why', hint: 'The finding that it answers.' }))),
    leads: siteOnly(
      lines({
        label: 'Lead roles',
        hint: 'Who answers for it: roles, never names, one a line. For example “Head of SEND”.',
        max: 120,
      }),
    ),
    outcomes: siteOnly(
      lines({
        label: 'What people should notice, and by when',
        hint: 'One a line. For example “Families hear back within 15 working days, by March 2027”.',
        max: 500,
      }),
    ),
    actions: siteOnly(
      listOf(
        {
          label: 'Actions',
          hint: 'What will be done, in order. There must be at least one.',
          singular: 'action',
        },
        {
          title: text({
            label: 'Action',
            hint: 'One thing to be done. For example “Train school staff”.',
            max: 400,
          }),
          leads: lines({
            label: 'Lead roles',
            hint: 'Only where they are others than those of the objective. Roles, never names, one a line.',
            max: 120,
          }),
          starts: optional(month({ label: 'Starts in', hint: 'Only where it is stated.' })),
          state: optional({
            ...state,
            widget: { ...state.widget, hint: 'Only for an action without milestones.' },
          }),
          doneOn,
          evidence,
          milestones: listOf(
            {
              label: 'Milestones',
              hint: 'How anyone can tell that the action moves on. The first one stands first.',
              singular: 'milestone',
            },
            {
              title: text({
                label: 'Milestone',
                hint: 'Something that is true or not on a day. For example “All schools have the leaflet”.',
                max: 400,
              }),
              due: optional(
                month({ label: 'Due', hint: 'A month such as 2017-09. Only where it is stated.' }),
              ),
              dueIs: optional(
                choice({
                  label: 'Due means',
                  hint: 'By then: finished in that month. From then on: begun in that month, and it goes on.',
                  from: [
                    { id: 'by', label: 'By then' },
                    { id: 'from', label: 'From then on' },
                  ],
                }),
              ),
              dueWords: optional(text({ label: 'Due in words', hint: 'Where no month is stated.', max: 60 })),
              state,
              doneOn,
              evidence,
            },
          ),
        },
      ),
    ),
    changes: siteOnly({
      ...changes,
      widget: { ...changes.widget, summary: '{{fields.when}}: {{fields.what}}' },
    }),
  },
  body: null,
})

export type Objective = RecordOf<typeof objectiveRecord>
export type PlannedAction = Objective['actions'][number]
export type Milestone = PlannedAction['milestones'][number]

/** Rules between fields. Gives `[field, sentence]` pairs. */
export function objectiveContradictions({ actions }: Objective): [string, string][] {
  if (actions.length === 0) return [['actions', 'an objective needs at least one action']]
  return actions.flatMap((action, index) => {
    const at = `actions.${index}`
    return [
      ...stateContradictions(action, at),
      ...doneContradictions(action, at),
      ...action.milestones.flatMap((milestone, place) => [
        ...doneContradictions(milestone, `${at}.milestones.${place}`),
        ...beforeAction(milestone, action, `${at}.milestones.${place}`),
      ]),
    ]
  })
}

function stateContradictions({ state, milestones }: PlannedAction, at: string): [string, string][] {
  if (milestones.length === 0 && state === undefined)
    return [[`${at}.state`, 'the action has no milestones, so choose where it stands']]
  if (milestones.length > 0 && state !== undefined)
    return [[`${at}.state`, 'where it stands is worked out from its milestones. Take this state away']]
  return []
}

function doneContradictions(
  { state, doneOn }: Pick<PlannedAction, 'state' | 'doneOn'>,
  at: string,
): [string, string][] {
  if (state === 'done' && doneOn === undefined)
    return [[`${at}.doneOn`, 'the state is “done”, so say in which month, or choose another state']]
  if (state !== 'done' && doneOn !== undefined)
    return [[`${at}.state`, 'it says when it was done, but the state is not “done”. Correct one of them']]
  return []
}

function beforeAction({ due, doneOn }: Milestone, { starts }: PlannedAction, at: string): [string, string][] {
  if (starts === undefined) return []
  return Object.entries({ due, doneOn }).flatMap(([field, when]): [string, string][] =>
    when !== undefined && when < starts
      ? [[`${at}.${field}`, `${when} is before the action starts, ${starts}. Correct one of them`]]
      : [],
  )
}
