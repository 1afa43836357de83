import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { checkContent, sentenceOf } from './check-content.ts'
import { exampleContent, exampleSaid } from './example-content.fixture.ts'

const uuid = (last: string) => `7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1c${last}`
const said = (path: string, fields: object, ...others: { path: string; text: string }[]) =>
  checkContent([...exampleContent, ...others, { path, text: record(fields) }]).map(sentenceOf)
const record = (fields: object) => `---\n${stringify(fields)}---\n`

const indicator = {
  id: uuid('01'),
  title: 'Families who know the site',
  outcome: 'More people know it',
  order: 1,
  measuredBy: 'Survey',
  unit: 'percent',
  direction: 'up',
  baseline: { year: 2025, value: 24 },
  targets: [{ key: 'a', year: 2026, value: 50 }],
  results: [],
  ownerRole: 'Programme board',
  asOf: '2026-10',
  source: 'Survey, 2026',
}
const plan = {
  id: uuid('02'),
  title: 'Better information',
  summary: 'People find what they need.',
  asOf: '2026-10',
  archived: false,
  priorities: [{ key: 'a', short: '1', title: 'Find it' }],
  madeBy: 'The council',
  source: 'Plan, 2026',
}
const planFile = { path: 'plan/better.md', text: record(plan) }
const milestone = { key: 'm', title: 'It is written', due: '2026-12', state: 'on-track' }
const action = { key: 'a', title: 'Write it', leads: ['Editor'], starts: '2026-09', milestones: [milestone] }
const objective = {
  id: uuid('03'),
  plan: plan.id,
  priority: '1',
  order: 1,
  title: 'A website that works',
  leads: [],
  outcomes: [],
  actions: [action],
  changes: [],
}
const event = {
  id: uuid('04'),
  title: 'Open day',
  summary: 'Come and see.',
  kind: 'event',
  starts: '2026-12-05',
  place: 'Hall',
  example: 'example',
  published: '2026-11-01',
}

describe('an indicator', () => {
  const wrong = (change: object) => said('progress/known.md', { ...indicator, ...change })
  test('that is right has no problems', () => {
    expect(wrong({})).toEqual([])
  })
  test('without figures has no chart', () => {
    expect(wrong({ baseline: undefined, targets: [] })).toEqual([
      'progress/known.md: targets: there are no figures to draw. Add where it began, a target or a result, or say why there are no figures.',
    ])
    expect(wrong({ baseline: undefined, targets: [], noFigures: 'Nobody counted.' })).toEqual([])
  })
  test('with figures cannot say why there are none', () => {
    expect(wrong({ noFigures: 'Nobody counted.' })[0]).toContain('there are figures')
  })
  test('counted in per cent stays from 0 to 100', () => {
    expect(wrong({ results: [{ key: 'r', year: 2026, value: 141 }] })[0]).toContain('must be from 0 to 100')
  })
  test('cannot have a year twice, or one before it began', () => {
    const [first] = indicator.targets
    expect(wrong({ targets: [first, { ...first, key: 'b' }] })).toEqual([
      'progress/known.md: targets.1.year: 2026 is there twice. Keep one.',
    ])
    expect(wrong({ targets: [{ ...first, year: 2020 }] })[0]).toContain('2020 is before 2025, where it began')
  })
  test('cannot aim at what is worse', () => {
    expect(wrong({ direction: 'down' })[0]).toContain('the last target, 50, would be worse')
  })
})

describe('an improvement plan', () => {
  const wrong = (change: object, ...others: { path: string; text: string }[]) =>
    said('objectives/site.md', { ...objective, ...change }, ...(others.length > 0 ? others : [planFile]))
  const withMilestone = (change: object) =>
    wrong({ actions: [{ ...action, milestones: [{ ...milestone, ...change }] }] })
  test('that is right has no problems', () => {
    expect(wrong({})).toEqual([])
  })
  test('needs a priority, and objectives name one that it has', () => {
    expect(said('plan/better.md', { ...plan, priorities: [] })[0]).toContain('needs at least one priority')
    const [first] = plan.priorities
    expect(said('plan/better.md', { ...plan, priorities: [first, { ...first, key: 'b' }] })[0]).toContain(
      'two priorities have the short name “1”',
    )
    expect(wrong({ priority: 'other' })).toEqual([
      'objectives/site.md: priority: “Better information” has no priority “other”. Use one of: 1.',
    ])
  })
  test('has objectives of no other plan', () => {
    expect(wrong({ plan: uuid('99') })).toEqual([
      `objectives/site.md: plan: there is no record with the id ${uuid('99')}. Choose one from the list.`,
    ])
  })
  test('cannot have a milestone before its action', () => {
    expect(withMilestone({ due: '2026-08' })).toEqual([
      'objectives/site.md: actions.0.milestones.0.due: 2026-08 is before the action starts, 2026-09. Correct one of them.',
    ])
  })
  test('says when something was done', () => {
    expect(withMilestone({ state: 'done' })[0]).toContain(
      'actions.0.milestones.0.doneOn: the state is “done”',
    )
    expect(withMilestone({ doneOn: '2026-10' })[0]).toContain('but the state is not “done”')
  })
  test('cannot know what happened later', () => {
    expect(withMilestone({ state: 'done', doneOn: '2026-11' })).toEqual([
      'objectives/site.md: actions.0.milestones.0.doneOn: 2026-11 is after the plan tells what happened, 2026-10. Correct it, or the plan’s “as of”.',
    ])
    expect(wrong({ changes: [{ key: 'c', when: '2026-12', what: 'More' }] })[0]).toContain('changes.0.when')
  })
  test('has actions whose state is worked out from their milestones', () => {
    expect(wrong({ actions: [{ ...action, state: 'done', doneOn: '2026-10' }] })[0]).toContain(
      'Take this state away',
    )
    expect(wrong({ actions: [{ ...action, milestones: [] }] })[0]).toContain('choose where it stands')
  })
  test('has no month that is none', () => {
    expect(withMilestone({ due: '2026-13' })[0]).toContain('write a month such as 2026-10')
  })
  test('never takes “overdue” from anybody: it is worked out', () => {
    expect(withMilestone({ state: 'overdue' })[0]).toContain('"overdue" is not on the list')
  })
})

describe('news', () => {
  const wrong = (change: object) => said('news/open-day.md', { ...event, ...change })
  test('that is right has no problems', () => {
    expect(wrong({})).toEqual([])
  })
  test('cannot end before it starts', () => {
    expect(wrong({ ends: '2026-12-04' })).toEqual([
      'news/open-day.md: ends: it ends on 2026-12-04, before it starts on 2026-12-05. Correct one of them.',
    ])
    expect(wrong({ startTime: '10:00', endTime: '09:00' })[0]).toContain('not after it starts at 10:00')
    expect(wrong({ endTime: '09:00' })[0]).toContain('say when it starts')
  })
  test('about a consultation says when it closes', () => {
    expect(wrong({ kind: 'consultation' })).toEqual([
      'news/open-day.md: ends: a consultation needs the day on which it closes.',
    ])
  })
  test('about a day that no calendar has', () => {
    expect(wrong({ starts: '2026-02-30' })[0]).toContain('write a date such as')
  })
  test('of an event that was over before it was published', () => {
    expect(wrong({ starts: '2026-10-01' })[0]).toContain('before it was published')
  })
  test('names a service that there is', () => {
    expect(wrong({ service: uuid('99') })[0]).toContain('there is no record with the id')
  })
  test('may link to the annual review, which is no record', () => {
    const text = `${record(event)}See the [annual review](/you-said-we-did/annual-review/).\n`
    expect(checkContent([...exampleContent, { path: 'news/open-day.md', text }])).toEqual([])
  })
})

describe('“You said, we did”', () => {
  const wrong = (change: object) => said('you-said-we-did/it.md', { ...exampleSaid, ...change })
  test('puts in quotation marks only what stands in the source', () => {
    const quotedFrom = ['“Nobody ever\n answered us,” wrote one family.']
    expect(wrong({ said: 'They wrote: “nobody ever answered us.”', quotedFrom })).toEqual([])
    expect(wrong({ said: 'They wrote: “nobody cares”.', quotedFrom })).toEqual([
      'you-said-we-did/it.md: said: “nobody cares” stands in none of the sentences quoted from. Quote it word for word, or take the quotation marks away.',
    ])
  })
  test('says when it was said, or that nobody knows', () => {
    expect(wrong({ saidOn: 'lately' })[0]).toContain('“lately” names no year')
    expect(wrong({ saidOn: 'not dated' })).toEqual([])
  })
  test('cannot be due or done before it was said', () => {
    expect(wrong({ dueBy: 'April 2026' })[0]).toContain('“April 2026” is before it was said, “May 2026”')
    expect(wrong({ state: 'done', doneOn: '2025' })[0]).toContain('before it was said')
    expect(wrong({ state: 'done', doneOn: 'During 2026' })).toEqual([])
  })
})

describe('an annual review', () => {
  const review = {
    id: uuid('05'),
    title: 'Review of 2026',
    asOf: '2026-10',
    questions: [],
    schedule: [{ key: 'a', part: 'Plans', what: 'Revised.', due: '2026-12', state: 'not-started' }],
    ownerRole: 'Editor',
    source: 'Plan, 2026',
  }
  const wrong = (change: object) =>
    said('annual-review/2026.md', { ...review, schedule: [{ ...review.schedule[0], ...change }] })
  test('says when a part was rewritten, and knows nothing that came later', () => {
    expect(wrong({})).toEqual([])
    expect(wrong({ state: 'done' })[0]).toContain('say in which month')
    expect(wrong({ state: 'done', doneOn: '2026-11' })[0]).toContain(
      'is after the review tells what happened',
    )
  })
})
