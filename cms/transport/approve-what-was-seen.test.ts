import { afterEach, beforeEach, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { type RunningCms, saving, startCms } from '../running-cms.fixture.ts'

let cms: RunningCms
let openedVersion: string
const club = { collection: 'services', slug: 'club' }
const save = (fields: object) =>
  cms.ask('provider', 'persistEntry', saving('club', { ...exampleService, ...fields }))
const stored = () => cms.git('rev-parse', 'cms/services/club:services/club.md')
const move = (newStatus: string, version: string) =>
  cms.ask('editor', 'updateUnpublishedEntryStatus', { ...club, newStatus, openedVersion: version })

beforeEach(async () => {
  cms = await startCms()
  await save({ name: 'Sunday club' })
  openedVersion = stored()
})
afterEach(() => cms.stop())

it('an editor approves the text that is open in their form, and no other', async () => {
  await save({ name: 'Ring this number for a prize' })
  const late = await move('pending_publish', openedVersion)
  expect(late).toMatchObject({ status: 409, body: { error: expect.stringContaining('Load the page again') } })
  expect((await cms.ask('editor', 'unpublishedEntry', club)).body).toMatchObject({ status: 'draft' })
  // Sending it back needs no look at the newest text.
  expect((await move('pending_review', openedVersion)).status).toBe(200)
  expect((await move('pending_publish', stored())).status).toBe(200)
})

it('an editor publishes the text that is open in their form, and no other', async () => {
  await move('pending_publish', openedVersion)
  const saved = saving('club', { ...exampleService, name: 'By another editor' })
  await cms.ask('editor', 'persistEntry', saved)
  const main = cms.git('rev-parse', 'main')
  expect((await cms.ask('editor', 'publishUnpublishedEntry', { ...club, openedVersion })).status).toBe(409)
  expect(cms.git('rev-parse', 'main')).toBe(main)
  const seen = { ...club, openedVersion: stored() }
  expect((await cms.ask('editor', 'publishUnpublishedEntry', seen)).status).toBe(200)
})
