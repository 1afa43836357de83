import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { exampleService } from '#records/example-content.fixture.ts'
import { morePeople } from '../people.fixture.ts'
import { poolService, type RunningCms, saving, startCms } from '../running-cms.fixture.ts'

let cms: RunningCms
const both = 'schoolsAndPool'
const club = { collection: 'services', slug: 'club' }
const swim = { collection: 'services', slug: 'quiet-swim' }
const all = ['save', 'submit', 'withdraw', 'approve', 'reopen', 'throw-away', 'publish', 'history']
const ofProvider = ['save', 'submit', 'withdraw', 'throw-away', 'history']

beforeAll(async () => {
  cms = await startCms({ more: { [both]: morePeople[both] ?? [] } })
})
afterAll(() => cms.stop())

async function told(person: string, action: string, params: object): Promise<string[]> {
  return answer.parse((await cms.ask(person, action, params)).body).may
}

it('tells for each draft what a person may do with it, as the table of rights has it', async () => {
  await cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, name: 'Sunday club' }))
  await cms.ask('pool', 'persistEntry', saving('quiet-swim', { ...poolService, name: 'Calm swim' }))
  expect(await told('editor', 'unpublishedEntry', club)).toEqual(all)
  expect(await told('provider', 'unpublishedEntry', club)).toEqual(ofProvider)
  // The schools team looks after the club, not after the pool, for which this editor writes as well.
  expect(await told(both, 'unpublishedEntry', club)).toEqual(all)
  expect(await told(both, 'unpublishedEntry', swim)).toEqual(ofProvider)
})

it('tells of a published page whether a person may change it and take it off the site', async () => {
  const of = (slug: string) => ({ path: `services/${slug}.md` })
  expect(await told('editor', 'getEntry', of('club'))).toEqual(['save', 'delete', 'history'])
  expect(await told('provider', 'getEntry', of('club'))).toEqual(['save', 'history'])
  expect(await told(both, 'getEntry', of('club'))).toEqual(['save', 'delete', 'history'])
  expect(await told(both, 'getEntry', of('quiet-swim'))).toEqual(['save', 'history'])
  expect(await told(both, 'getEntry', { path: 'guides/first.mdx' })).toEqual(['history'])
  expect(await told('provider', 'getEntry', { path: 'routes/wrong.md' })).toEqual([])
})

it('says where a draft stands after a save: what an editor approved is looked at again', async () => {
  const saved = async (person: string, name: string) =>
    z
      .object({ status: z.string() })
      .parse((await cms.ask(person, 'persistEntry', saving('club', { ...exampleService, name }))).body).status
  expect(await saved('provider', 'Sunday club')).toBe('draft')
  await cms.ask('editor', 'updateUnpublishedEntryStatus', { ...club, newStatus: 'pending_publish' })
  expect(await saved('editor', 'Monday club')).toBe('pending_publish')
  expect(await saved('provider', 'Tuesday club')).toBe('pending_review')
})

const answer = z.object({ may: z.array(z.string()) })
