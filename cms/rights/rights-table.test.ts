import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleGuide, exampleService } from '#records/example-content.fixture.ts'
import { clubProvider, morePeople, poolProvider } from '../people.fixture.ts'
import { poolService, type RunningCms, recordText, startCms } from '../running-cms.fixture.ts'
import { paramsOf } from '../transport/protocol.ts'
import {
  outcomes,
  outcomesOf,
  rightsTable,
  type Standing,
  standings,
  tableRoles,
} from './rights-table.fixture.ts'

let cms: RunningCms
let start: string
beforeAll(async () => {
  cms = await startCms({ more: { schools: morePeople['schools'] ?? [] } })
  start = cms.git('rev-parse', 'main')
})
afterAll(() => cms.stop())

interface Known {
  readonly collection: string
  readonly slug: string
  readonly fields: object
  readonly provider: string
}

const nobodys = '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1c99'
const own: Known = { collection: 'services', slug: 'club', fields: exampleService, provider: clubProvider }
const others: Known = {
  collection: 'services',
  slug: 'quiet-swim',
  fields: poolService,
  provider: poolProvider,
}
const known: Readonly<Record<Standing, Known>> = {
  own,
  'own, draft': own,
  'own, ready': own,
  'another’s': others,
  'another’s, draft': others,
  shared: { collection: 'routes', slug: 'wrong', fields: {}, provider: nobodys },
  closed: { collection: 'guides', slug: 'first', fields: exampleGuide, provider: nobodys },
}

const pathOf = ({ collection, slug }: Known) =>
  `${collection}/${slug}.${collection === 'guides' ? 'mdx' : 'md'}`
const placeOf = ({ collection, slug }: Known) => ({ collection, slug })

function savingOf(record: Known, more: { slug?: string; newEntry?: boolean; fields?: object } = {}) {
  const slug = more.slug ?? record.slug
  const path = pathOf({ ...record, slug })
  const text = recordText({ ...record.fields, ...more.fields }, 'Come and play.\n')
  const raw = record.collection === 'routes' ? cms.git('show', `${start}:routes/wrong.md`) : text
  const options = { collectionName: record.collection, newEntry: more.newEntry ?? false, useWorkflow: true }
  return { dataFiles: [{ path, slug, raw }], assets: [], options }
}

/** What each action, or way of asking it, is sent with. */
const payloads: Readonly<Record<string, (record: Known) => object>> = {
  info: () => ({}),
  entriesByFolder: ({ collection }) => ({ folder: collection }),
  entriesByFiles: (record) => ({ files: [{ path: pathOf(record) }] }),
  getEntry: (record) => ({ path: pathOf(record) }),
  unpublishedEntries: () => ({}),
  unpublishedEntry: placeOf,
  'unpublishedEntry, by id': (record) => ({ id: `${record.collection}/${record.slug}` }),
  unpublishedEntryDataFile: (record) => ({ ...placeOf(record), path: pathOf(record) }),
  unpublishedEntryMediaFile: (record) => ({ ...placeOf(record), path: pathOf(record) }),
  deleteUnpublishedEntry: placeOf,
  persistEntry: (record) => savingOf(record),
  'persistEntry, new': (record) => savingOf(record, { slug: 'brand-new', newEntry: true }),
  'persistEntry, new in another’s name': (record) =>
    savingOf(record, { slug: 'brand-new', newEntry: true, fields: { provider: poolProvider } }),
  'persistEntry, taking it': (record) => savingOf(record, { fields: { provider: clubProvider } }),
  'persistEntry, giving it away': (record) => savingOf(record, { fields: { provider: poolProvider } }),
  'updateUnpublishedEntryStatus, submit': (record) => ({ ...placeOf(record), newStatus: 'pending_review' }),
  'updateUnpublishedEntryStatus, approve': (record) => ({ ...placeOf(record), newStatus: 'pending_publish' }),
  'updateUnpublishedEntryStatus, back': (record) => ({ ...placeOf(record), newStatus: 'draft' }),
  publishUnpublishedEntry: placeOf,
  getMedia: ({ provider }) => ({ provider }),
  getMediaFile: ({ provider }) => ({ path: `media/${provider}/none.webp` }),
  persistMedia: () => ({}),
  deleteFile: (record) => ({ path: pathOf(record) }),
  'deleteFile, a picture': ({ provider }) => ({ path: `media/${provider}/none.webp` }),
  deleteFiles: (record) => ({ paths: [pathOf(record)] }),
  getDeployPreview: placeOf,
  findPostcode: () => ({ postcode: 'M33 2UG' }),
}

const actionOf = (row: string) => row.split(',')[0] ?? ''

/** Everything as it was at the start, and the draft that the standing speaks of. */
async function prepare(standing: Standing): Promise<void> {
  const refs = cms.git('for-each-ref', '--format=%(refname)', 'refs/heads/cms', 'refs/cms/entries')
  for (const ref of refs.split('\n').filter(Boolean)) cms.git('update-ref', '-d', ref)
  cms.git('update-ref', 'refs/heads/main', start)
  if (!/draft|ready/.test(standing)) return
  const record = known[standing]
  await cms.ask('editor', 'persistEntry', savingOf(record, { fields: { name: 'Changed' } }))
  const status = { ...placeOf(record), newStatus: 'pending_publish' }
  if (standing.includes('ready')) await cms.ask('editor', 'updateUnpublishedEntryStatus', status)
}

async function found(row: string, role: string, standing: Standing): Promise<string> {
  await prepare(standing)
  const record = known[standing]
  const action = actionOf(row)
  const { status, body } = await cms.ask(role, action, payloads[row]?.(record))
  if (status !== 200) return nameOf(status)
  const tells: Readonly<Record<string, boolean>> = {
    entriesByFolder: JSON.stringify(body).includes(`"${pathOf(record)}"`),
    unpublishedEntries: JSON.stringify(body).includes(`"${record.collection}/${record.slug}"`),
    getDeployPreview: body !== null,
  }
  return (tells[action] ?? true) ? 'ok' : 'unseen'
}

function nameOf(status: number): string {
  return Object.entries(outcomes).find(([, meant]) => meant === status)?.[0] ?? String(status)
}

const rows = Object.entries(rightsTable).flatMap(([row, words]) =>
  tableRoles.map((role) => [row, role, words[role]] as const),
)

describe('the table of rights of the protocol', () => {
  it.each(rows)('holds for “%s” by an %s, whatever the record', async (row, role, words) => {
    const answers: Record<string, string> = {}
    for (const standing of standings) answers[standing] = await found(row, role, standing)
    expect(answers).toEqual(outcomesOf(words))
  })

  it('has a row for each action there is', () => {
    expect(new Set(Object.keys(rightsTable).map(actionOf))).toEqual(new Set(Object.keys(paramsOf)))
    expect(Object.keys(payloads).toSorted()).toEqual(Object.keys(rightsTable).toSorted())
  })

  it('has no word for anybody else', async () => {
    await prepare('own, draft')
    for (const [row, payload] of Object.entries(payloads)) {
      expect((await cms.ask('navigator', actionOf(row), payload(own))).status, row).toBe(403)
      expect((await cms.ask('nobody', actionOf(row), payload(own))).status, row).toBe(401)
    }
  })

  it('holds for nobody whose request is not of our page, of their session, or of a size', async () => {
    await prepare('own, draft')
    const cookie = 'person=editor'
    const ours = { cookie, origin: 'http://localhost:8080' }
    const token = { 'x-csrf-token': 'token-of-editor' }
    for (const [row, payload] of Object.entries(payloads)) {
      const body = { action: actionOf(row), params: payload(own) }
      const send = async (headers: Record<string, string>, payload: object = body) =>
        (await cms.app.inject({ method: 'POST', url: '/api/cms', headers, payload })).statusCode
      expect(await send(ours), row).toBe(403)
      expect(await send({ ...ours, 'x-csrf-token': 'token-of-provider' }), row).toBe(403)
      expect(await send({ ...ours, ...token, origin: 'https://evil.example' }), row).toBe(403)
      expect(await send({ ...ours, ...token, cookie: 'person=gone' }), row).toBe(401)
      expect(await send({ ...ours, ...token }, { ...body, more: 'x'.repeat(1_100_000) }), row).toBe(413)
    }
    expect(cms.git('rev-parse', 'main')).toBe(start)
  })
})

const tricks = [
  '../services/quiet-swim.md',
  'services/../services/quiet-swim.md',
  'services/%2e%2e/services/quiet-swim.md',
  'services/quiet-swim.md/../club.md',
  'providers/../area.yaml',
  '/etc/passwd.md',
  '.git/config',
  'services/.git/config.md',
  'services/.gitattributes',
  'services\\quiet-swim.md',
  'services/club.md\0',
  'services/club.md\n',
  'services/CLUB.md',
  'services/ｃlub.md',
  'refs/heads/main',
  'HEAD:services/quiet-swim.md',
  'media/../services/quiet-swim.md',
  `media/${clubProvider}/../${poolProvider}/a.webp`,
  `media/${clubProvider}/a.svg`,
]

it.each(tricks)('gives nobody anything by the path %j', async (path) => {
  await prepare('own, draft')
  const before = cms.git('for-each-ref')
  const place = { collection: 'services', slug: 'club' }
  const file = { path, slug: 'club', raw: recordText(exampleService) }
  for (const role of tableRoles)
    for (const [action, params] of [
      ['getEntry', { path }],
      ['entriesByFiles', { files: [{ path }] }],
      ['entriesByFolder', { folder: path }],
      ['unpublishedEntry', { id: path }],
      ['unpublishedEntry', { ...place, slug: path }],
      ['unpublishedEntryDataFile', { ...place, path }],
      ['deleteUnpublishedEntry', { ...place, slug: path }],
      ['publishUnpublishedEntry', { collection: path, slug: 'club' }],
      ['updateUnpublishedEntryStatus', { ...place, slug: path, newStatus: 'pending_publish' }],
      ['persistEntry', { ...savingOf(own), dataFiles: [file] }],
      ['persistEntry', { ...savingOf(own), dataFiles: [{ ...file, path: pathOf(own), slug: path }] }],
      ['persistEntry', { ...savingOf(own), dataFiles: [{ ...file, path: pathOf(own), newPath: path }] }],
      ['getMediaFile', { path }],
      ['deleteFile', { path }],
      ['deleteFiles', { paths: [path] }],
      ['getDeployPreview', { ...place, slug: path }],
    ] as const) {
      const { status } = await cms.ask(role, action, params)
      expect([400, 403, 404, 422], `${role} ${action}`).toContain(status)
    }
  expect(cms.git('for-each-ref')).toBe(before)
})

it('reads and writes nothing through a link in the content', async () => {
  await prepare('own')
  const link = await cms.repository.writeBlob('/etc/passwd')
  const services = cms.git('ls-tree', `${start}:services`)
  const inner = await cms.repository.git(['mktree'], { input: `${services}\n120000 blob ${link}\tlink.md\n` })
  const tree = cms
    .git('ls-tree', start)
    .replace(/[0-9a-f]{40}\tservices$/m, `${inner.output.toString().trim()}\tservices`)
  const outer = (await cms.repository.git(['mktree'], { input: `${tree}\n` })).output.toString().trim()
  const who = ['-c', 'user.name=x', '-c', 'user.email=x@example.org']
  cms.git('update-ref', 'refs/heads/main', cms.git(...who, 'commit-tree', outer, '-p', start, '-m', 'x'))
  for (const role of tableRoles) {
    expect((await cms.ask(role, 'getEntry', { path: 'services/link.md' })).status).toBe(404)
    expect((await cms.ask(role, 'persistEntry', savingOf(own, { slug: 'link' }))).status).toBe(400)
    expect((await cms.ask(role, 'deleteFile', { path: 'services/link.md' })).status).toBe(404)
  }
})

it('does nothing twice that is sent twice', async () => {
  await prepare('own, ready')
  expect((await cms.ask('editor', 'publishUnpublishedEntry', placeOf(own))).status).toBe(200)
  const published = cms.git('rev-parse', 'main')
  expect((await cms.ask('editor', 'publishUnpublishedEntry', placeOf(own))).status).toBe(404)
  const added = savingOf(own, { slug: 'brand-new', newEntry: true })
  expect((await cms.ask('provider', 'persistEntry', added)).status).toBe(200)
  expect((await cms.ask('provider', 'persistEntry', added)).status).toBe(409)
  const place = { collection: 'services', slug: 'brand-new' }
  expect((await cms.ask('provider', 'deleteUnpublishedEntry', place)).status).toBe(200)
  expect((await cms.ask('provider', 'deleteUnpublishedEntry', place)).status).toBe(404)
  expect(cms.git('rev-parse', 'main')).toBe(published)
})
