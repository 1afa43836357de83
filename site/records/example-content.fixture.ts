import { stringify } from 'yaml'
import type { ContentFile } from './read-content.ts'

/** The smallest content that passes every check, for tests to break. */

const providerId = '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1b01'
const routeId = '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1b02'
const upkeep = { ownerRole: 'Editors', lastChecked: '2026-10-01', reviewDue: '2027-04-01' }

export const exampleService = {
  id: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1b03',
  name: 'Saturday club',
  summary: 'Games and crafts on Saturdays for children who like company.',
  kind: 'Club',
  provider: providerId,
  categories: ['clubs-activities'],
  status: 'open',
  routes: [routeId],
  review: { lastChecked: '2026-10-01', checkedBy: 'the service' },
  provenance: { kind: 'example', source: 'Made up', licence: 'MIT' },
}

export const exampleGuide = {
  id: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1b04',
  title: 'A guide',
  summary: 'What a guide is.',
  topic: 'start',
  order: 1,
  ...upkeep,
}

export const exampleSaid = {
  id: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1b06',
  title: 'Nobody answered',
  said: 'Families said that nobody answered.',
  saidBy: 'families',
  saidOn: 'May 2026',
  topic: 'communication',
  decided: 'Messages are answered in two working days.',
  decidedBy: 'Head of service',
  state: 'planned',
  source: 'Survey, 2026',
  published: '2026-10-01',
}

const route = { id: routeId, title: 'It went wrong', summary: 'Who to turn to.', steps: [], ...upkeep }

const provider = { id: providerId, name: 'The club', description: 'Runs the club.', source: 'Made up' }

const area = {
  id: '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1b05',
  name: 'Somewhere',
  authority: 'Council of somewhere',
  demonstration: true,
  brandColour: '#0b5a5e',
  contact: { team: 'Navigators', telephone: '01632 960 001', email: 'team@example.org', relayUk: true },
  emergency: { call: '999', childConcern: 'Find your council’s number.' },
  helpdesk: {
    retentionDays: 90,
    replyWorkingDays: 2,
    privacyPromise: 'We keep it private.',
  },
  accessibilityStatement: { preparedOn: '2026-10-01', testedOn: '2026-10-01', answerWorkingDays: 5 },
  schemaVersion: 1,
}

const record = (fields: object, body = '') => `---\n${stringify(fields)}---\n${body}`

export const exampleContent: readonly ContentFile[] = [
  { path: 'area.yaml', text: stringify(area) },
  { path: 'services/club.md', text: record(exampleService, 'Come and play.\n') },
  { path: 'providers/club.md', text: record(provider) },
  { path: 'routes/wrong.md', text: record(route) },
  { path: 'guides/first.mdx', text: record(exampleGuide, 'Hello.\n') },
]
