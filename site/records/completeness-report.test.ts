import { expect, it } from 'vitest'
import { providerReportText, reportOnProviders } from './completeness-report.ts'
import { exampleService } from './example-content.fixture.ts'
import { providerRecord } from './provider.ts'
import { type ServiceInput, serviceRecord } from './service.ts'

const today = '2026-11-22'
const providerNamed = (name: string, id: string) =>
  providerRecord.schema.parse({ id, name, description: 'Runs it.', source: 'Made up' })
const service = (fields: Partial<ServiceInput>) =>
  serviceRecord.schema.parse({ ...exampleService, ...fields })

const club = providerNamed('The club', exampleService.provider)
const team = providerNamed('A team', '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1b11')
const idle = providerNamed('Nobody', '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1b12')
const services = [
  service({ gettingIt: { howIn: ['drop-in'] } }),
  service({}),
  service({ status: 'closed', notice: 'It has ended.' }),
  service({ provider: team.id, review: { lastChecked: '2025-01-01', checkedBy: 'the team' } }),
]

it('counts services, their average score and overdue checks, those to call first at the top', () => {
  expect(reportOnProviders([club, team, idle], services, today)).toEqual([
    { id: team.id, name: 'A team', services: 1, averageScore: 0, overdue: 1 },
    { id: club.id, name: 'The club', services: 2, averageScore: 14, overdue: 0 },
  ])
})

it('prints columns that line up, and the sums', () => {
  expect(providerReportText(reportOnProviders([club, team], services, today)).split('\n')).toEqual([
    'Provider  Services  Score  Overdue',
    'A team           1      0        1',
    'The club         2     14        0',
    '',
    '2 providers, 3 services, 1 overdue.',
  ])
})
