import { afterEach, beforeEach, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { type RunningCms, saving, startCms } from '../running-cms.fixture.ts'
import type { Refusal } from './advice-notice.ts'
import { createBackendClass } from './backend.ts'
import { type CmsRequest, CmsRequestError } from './cms-request.ts'
import { createShownVersions } from './shown-versions.ts'
import { createStandings } from './standings.ts'

let cms: RunningCms
let tell: (stop: { why: string; loadsAgain: boolean }) => void
let fails: CmsRequestError | undefined
/** What stands in the notice: nothing once something was done. */
let refusals: Refusal[]
let backend: InstanceType<ReturnType<typeof createBackendClass>>

const club = ['services', 'club'] as const
const changed = 'This page was changed after you opened it.'
const save = (person: string, name: string) =>
  cms.ask(person, 'persistEntry', saving('club', { ...exampleService, name }))
const standing = async () =>
  (await cms.ask('editor', 'unpublishedEntry', { collection: 'services', slug: 'club' })).body

/** The editor's browser, which talks to the server without a network between. */
const request: CmsRequest = async (action, params, reply) => {
  if (fails) throw fails
  const { status, body } = await cms.ask('editor', action, params)
  if (status !== 200) throw new CmsRequestError(status, body as { error: string })
  return reply.parse(body)
}

/** What Decap asks when it fills its board. */
async function fillBoard(): Promise<void> {
  for (const id of await backend.unpublishedEntries()) await backend.unpublishedEntry({ id })
}

/** Throws the draft away, in vain: Decap gets no answer, and the person is told. */
function stopped() {
  return new Promise<Parameters<typeof tell>[0]>((resolve) => {
    tell = resolve
    void backend.deleteUnpublishedEntry(...club)
  })
}

beforeEach(async () => {
  fails = undefined
  refusals = []
  cms = await startCms()
  await save('provider', 'Sunday club')
  const Backend = createBackendClass({
    ...{ me: { accountId: 'anna', name: 'Anna', csrfToken: '' }, request },
    publication: { follow() {} },
    advice: {
      ...{ show() {}, askToChoose() {}, stop: (why, then) => tell({ why, ...then }) },
      ...{ refuse: (refusal) => void refusals.push(refusal), done: () => void refusals.splice(0) },
    },
    ...{ shown: createShownVersions(), standings: createStandings() },
    cursorKey: Symbol('how a list goes on'),
  })
  backend = new Backend({ backend: { open_authoring: false } })
  await fillBoard()
})
afterEach(() => cms.stop())

it('a card is not moved to ready when its draft was changed after the board was shown', async () => {
  await save('provider', 'Ring this number for a prize')
  await expect(backend.updateUnpublishedEntryStatus(...club, 'pending_publish')).rejects.toThrow(changed)
  expect(await standing()).toMatchObject({ status: 'draft' })
  await fillBoard()
  await backend.updateUnpublishedEntryStatus(...club, 'pending_publish')
  expect(await standing()).toMatchObject({ status: 'pending_publish' })
})

it('a card is not published when its draft was changed after the board was shown', async () => {
  await backend.updateUnpublishedEntryStatus(...club, 'pending_publish')
  await save('editor', 'Changed in another window')
  await expect(backend.publishUnpublishedEntry(...club)).rejects.toThrow(changed)
  expect(cms.published).toEqual([])
})

it('a card is not thrown away when its draft was changed after the board was shown', async () => {
  await save('provider', 'Sunday club, with a telephone number')
  const { why, loadsAgain } = await stopped()
  expect(why).toContain(changed)
  expect(loadsAgain).toBe(true)
  expect(await standing()).toMatchObject({ status: 'draft' })
  await fillBoard()
  await backend.deleteUnpublishedEntry(...club)
  expect(await cms.ask('editor', 'unpublishedEntries')).toMatchObject({ body: [] })
})

it('a form that cannot be thrown away since nobody answers stays as it is, with what is typed in it', async () => {
  for (const status of [0, 401, 502]) {
    fails = new CmsRequestError(status, { error: 'Try again in a minute.' })
    expect(await stopped()).toEqual({ why: 'Try again in a minute.', loadsAgain: false })
  }
})

it('a form that was opened after the board counts for more than its card', async () => {
  await save('provider', 'Monday club')
  await backend.unpublishedEntry({ collection: 'services', slug: 'club' })
  await backend.updateUnpublishedEntryStatus(...club, 'pending_publish')
  expect(await standing()).toMatchObject({ status: 'pending_publish' })
})

it('a refused save stays to be read, field by field, until a save goes through', async () => {
  const path = 'services/club.md'
  const persist = (fields: object) => {
    const { dataFiles, options } = saving('club', { ...exampleService, ...fields })
    return backend.persistEntry({ dataFiles }, options)
  }
  await backend.unpublishedEntry({ collection: 'services', slug: 'club' })
  const failed = persist({ name: '', summary: 'x'.repeat(300) })
  await expect(failed).rejects.toThrow('Summary: write at most 240 characters.')
  // Decap says of it where to look, and no more: it would be heard twice.
  await expect(failed.catch(String)).resolves.toBe('The notice on this page says why.')
  expect(refusals).toMatchObject([{ what: 'Not saved', path }])
  expect(refusals[0]?.fields.map(({ file, field, label }) => [file, field, label])).toEqual([
    [path, 'name', 'Name'],
    [path, 'summary', 'Summary'],
  ])
  await persist({ name: 'Monday club' })
  expect(refusals).toEqual([])
})

it('a step that is refused is told in the same way', async () => {
  await save('provider', 'Ring this number for a prize')
  await backend.updateUnpublishedEntryStatus(...club, 'pending_publish').catch(String)
  expect(refusals).toMatchObject([
    { what: 'The status has not changed', why: expect.stringContaining(changed), fields: [] },
  ])
})
