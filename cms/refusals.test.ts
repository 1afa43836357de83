import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { exampleService } from '#records/example-content.fixture.ts'
import { type RunningCms, recordText, saving, startCms } from './running-cms.fixture.ts'

let cms: RunningCms

beforeEach(async () => {
  cms = await startCms()
})

afterEach(() => cms.stop())

const renamed = { ...exampleService, name: 'Sunday club' }
const refusal = z.object({
  problems: z.array(z.object({ file: z.string(), field: z.string(), label: z.string(), words: z.string() })),
})
const club = { collection: 'services', slug: 'club' }
const main = () => cms.git('rev-parse', 'main')

async function makeReady() {
  await cms.ask('editor', 'persistEntry', saving('club', renamed))
  await cms.ask('editor', 'updateUnpublishedEntryStatus', { ...club, newStatus: 'pending_publish' })
}

it('refuses a record that would not build, with the field named', async () => {
  const wrong = { ...exampleService, categories: ['nonsense'], summary: '' }
  const { status, body } = await cms.ask('editor', 'persistEntry', saving('club', wrong))
  expect(status).toBe(422)
  expect(body).toMatchObject({ error: expect.stringMatching(/Summary: .*Categories 1: /s) })
  expect(cms.git('for-each-ref', '--format=%(refname)', 'refs/heads', 'refs/cms/entries')).toBe(
    'refs/heads/main',
  )
})

it('names every field of a record that would not build, as its form calls it', async () => {
  const wrong = {
    ...{ ...exampleService, name: '', summary: 'x'.repeat(300), status: 'perhaps', categories: ['nonsense'] },
    when: { times: [{ key: 'a', days: ['monday'], opens: '9', closes: '10:00' }] },
    ...{ keywords: ['x'.repeat(300)], contact: { email: 'nobody', telephone: '1' } },
  }
  const { body } = await cms.ask('editor', 'persistEntry', saving('club', wrong))
  const { problems } = refusal.parse(body)
  expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['services/club.md']))
  expect(problems).toContainEqual({
    ...{ file: 'services/club.md', field: 'summary', label: 'Summary' },
    words: 'write at most 240 characters.',
  })
  expect(problems.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['Name', 'Contact › Email', 'When › Regular times 1 › Opens', 'Status']),
  )
  expect(problems.length).toBeGreaterThan(5)
})

it('refuses a save on top of what someone else saved meanwhile', async () => {
  const { body } = await cms.ask('provider', 'getEntry', { path: 'services/club.md' })
  const openedVersion = String(Reflect.get(Object(body), 'version'))
  expect((await cms.ask('provider', 'persistEntry', saving('club', renamed, { openedVersion }))).status).toBe(
    200,
  )
  const late = await cms.ask(
    'editor',
    'persistEntry',
    saving('club', { ...exampleService, name: 'Monday club' }, { openedVersion }),
  )
  expect(late).toMatchObject({
    status: 409,
    body: { error: expect.stringContaining('Choose between the two') },
  })
})

it('refuses a draft of a page that was changed and published meanwhile, without any loss', async () => {
  await makeReady()
  const parent = main()
  const blob = await cms.repository.writeBlob(recordText({ ...exampleService, name: 'Club of others' }))
  const changes = [{ path: 'services/club.md', blob }]
  const author = { role: 'editor', accountId: 'other' }
  const to = await cms.repository.commit({ parents: [parent], changes, author, message: 'Other', at: 0 })
  await cms.repository.updateRefs([{ ref: 'refs/heads/main', from: parent, to }])
  expect(await cms.ask('editor', 'publishUnpublishedEntry', club)).toMatchObject({ status: 409 })
  expect(main()).toBe(to)
  expect((await cms.ask('editor', 'unpublishedEntry', club)).status).toBe(200)
})

it('refuses removing what other records point to; a provider removing anything', async () => {
  expect((await cms.ask('provider', 'deleteFiles', { paths: ['services/club.md'] })).status).toBe(403)
  const used = await cms.ask('editor', 'deleteFiles', { paths: ['providers/pool.md'] })
  expect(used).toMatchObject({
    status: 422,
    body: { error: expect.stringContaining('services/quiet-swim.md') },
  })
  expect(await cms.ask('editor', 'deleteFiles', { paths: ['services/quiet-swim.md'] })).toMatchObject({
    status: 200,
  })
  expect(cms.published).toEqual([main()])
})

it('refuses files that come inside a save', async () => {
  const asset = { path: 'media/x.svg', content: 'PHN2Zy8+', encoding: 'base64' }
  expect((await cms.ask('editor', 'persistMedia', { asset })).status).toBe(403)
  const withAsset = { ...saving('club', renamed), assets: [asset] }
  expect((await cms.ask('editor', 'persistEntry', withAsset)).status).toBe(403)
})

it.each([
  'services/../area.yaml',
  '../content.git/config',
  'services/%2e%2e/area.yaml',
  '.git/config',
  'services/club.md/../../x.md',
  '/etc/passwd',
])('refuses the path %s', async (path) => {
  for (const [action, params] of [
    ['getEntry', { path }],
    ['entriesByFiles', { files: [{ path }] }],
    ['deleteFiles', { paths: [path] }],
    ['persistEntry', { ...saving('club', renamed), dataFiles: [{ path, slug: 'club', raw: 'x' }] }],
  ] as const) {
    expect((await cms.ask('editor', action, params)).status).toBe(400)
  }
})

it.each(['../main', 'a/b', '..', 'HEAD', 'x.lock', '@{u}'])('refuses the branch name %s', async (slug) => {
  expect((await cms.ask('editor', 'deleteUnpublishedEntry', { collection: 'services', slug })).status).toBe(
    400,
  )
  expect((await cms.ask('editor', 'persistEntry', saving(slug, renamed))).status).toBe(400)
})

it('refuses a record saved to another collection or under another name than it says', async () => {
  const elsewhere = saving('club', renamed)
  const options = { ...elsewhere.options, collectionName: 'providers' }
  expect((await cms.ask('editor', 'persistEntry', { ...elsewhere, options })).status).toBe(422)
  const secrets = { ...elsewhere, options: { ...options, collectionName: 'secrets' } }
  expect((await cms.ask('editor', 'persistEntry', secrets)).status).toBe(404)
})

it('refuses requests from another site, without the token, or with somebody else’s', async () => {
  const send = (headers: Record<string, string>) =>
    cms.app.inject({ method: 'POST', url: '/api/cms', headers, payload: { action: 'info' } })
  const cookie = 'person=editor'
  const token = { 'x-csrf-token': 'token-of-editor' }
  const ours = { origin: 'http://localhost:8080' }
  expect((await send({ cookie, ...ours, ...token })).statusCode).toBe(200)
  expect((await send({ cookie, ...ours })).statusCode).toBe(403)
  expect((await send({ cookie, origin: 'https://evil.example', ...token })).statusCode).toBe(403)
  expect((await send({ cookie, ...ours, 'x-csrf-token': 'token-of-provider' })).statusCode).toBe(403)
})

it('refuses what is not of the protocol, and bodies that are too large, with a sentence', async () => {
  expect((await cms.ask('editor', 'formatDisk')).status).toBe(400)
  const huge = { ...exampleService, summary: 'x'.repeat(1_100_000) }
  expect(await cms.ask('editor', 'persistEntry', saving('club', huge))).toMatchObject({
    status: 413,
    body: { error: expect.stringContaining('too long') },
  })
})
