import { afterEach, beforeEach, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { formAt, hiddenIn, openedClub, saveClub } from '../pages/choice/choice.fixture.ts'
import { poolService, type RunningCms, saving, startCms } from '../running-cms.fixture.ts'

let cms: RunningCms
beforeEach(async () => {
  cms = await startCms()
})
afterEach(() => cms.stop())

const club = { collection: 'services', slug: 'club' }
const here = '/drafts/services/club/choose/'
const onMain = () => cms.git('show', 'main:services/club.md')

async function publish(place: typeof club) {
  await cms.ask('editor', 'updateUnpublishedEntryStatus', { ...place, newStatus: 'pending_publish' })
  return cms.ask('editor', 'publishUnpublishedEntry', place)
}

it('a draft keeps its change when somebody else had wanted its name for a page that is published first', async () => {
  await saveClub(cms, 'provider', { name: 'Friday club' }, await openedClub(cms))
  const { id: _, ...typed } = poolService
  await cms.ask('pool', 'persistEntry', saving('club', { ...typed, name: 'Pool club' }, { newEntry: true }))
  const form = { ...(await formAt(cms, 'pool', here)), do: 'choose', slug: 'pool-club' }
  expect((await cms.post('pool', here, form)).statusCode).toBe(303)
  const draft = cms.git('rev-parse', 'cms/services/club')
  expect(cms.git('rev-list', 'cms/services/pool-club')).not.toContain(draft)

  expect((await publish({ ...club, slug: 'pool-club' })).status).toBe(200)
  expect((await publish(club)).status).toBe(200)
  expect(onMain()).toContain('name: Friday club')
})

it('a draft that was thrown away and is brought back keeps its change after a choice made without it', async () => {
  const version = await openedClub(cms)
  await saveClub(cms, 'provider', { name: 'Friday club', contact: { telephone: '01632 960 099' } }, version)
  await saveClub(cms, 'editor', { name: 'Sunday club' }, version)
  await cms.ask('provider', 'deleteUnpublishedEntry', club)
  const form = { ...(await formAt(cms, 'editor', here)), do: 'choose', 'choice-name': 'mine' }
  expect((await cms.post('editor', here, form)).statusCode).toBe(303)
  expect((await publish(club)).status).toBe(200)
  expect(onMain()).toContain('name: Sunday club')

  const back = hiddenIn((await cms.get('provider', '/drafts/')).body)
  expect((await cms.post('provider', '/drafts/services/club/bring-back/', back)).statusCode).toBe(303)
  expect(await publish(club)).toMatchObject({ status: 409, body: { address: here } })
  expect(cms.git('show', 'cms/services/club:services/club.md')).toContain('01632 960 099')
})

it('a name that is as long as a name may be, and taken, is no dead end', async () => {
  const slug = `a${'b'.repeat(119)}`
  const { id: _, ...typed } = exampleService
  for (const name of ['First', 'Second'])
    await cms.ask('provider', 'persistEntry', saving(slug, { ...typed, name }, { newEntry: true }))
  const address = `/drafts/services/${slug}/choose/`
  const page = await cms.get('provider', address)
  expect(page.statusCode).toBe(200)
  const done = await cms.post('provider', address, { ...hiddenIn(page.body), do: 'choose', slug: 'second' })
  expect(done.statusCode).toBe(303)
})
