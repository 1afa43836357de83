import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { poolProvider } from './people.fixture.ts'
import { poolService, type RunningCms, saving, startCms } from './running-cms.fixture.ts'

let cms: RunningCms

beforeEach(async () => {
  cms = await startCms()
})

afterEach(() => cms.stop())

const club = { collection: 'services', slug: 'club' }
const renamed = { ...exampleService, name: 'Sunday club' }
const main = () => cms.git('rev-parse', 'main')
const paths = (body: unknown) =>
  Array.isArray(body) ? body.map((entry: { file: { path: string } }) => entry.file.path) : body

async function makeReady(person = 'editor') {
  await cms.ask(person, 'persistEntry', saving('club', renamed))
  await cms.ask('editor', 'updateUnpublishedEntryStatus', { ...club, newStatus: 'pending_publish' })
}

describe('what a person sees', () => {
  it('an editor sees every service, with what a list shows and no more', async () => {
    const { status, body } = await cms.ask('editor', 'entriesByFolder', {
      folder: 'services',
      extension: 'md',
    })
    expect(status).toBe(200)
    expect(paths(body)).toEqual(['services/club.md', 'services/quiet-swim.md'])
    expect(JSON.stringify(body)).toContain('Quiet swim')
    expect(JSON.stringify(body)).not.toContain('categories')
    expect(JSON.stringify(body)).not.toContain('Come and play')
  })

  it('a provider sees their own service and provider record, and the routes to choose from', async () => {
    const list = async (folder: string) =>
      paths((await cms.ask('provider', 'entriesByFolder', { folder })).body)
    expect(await list('services')).toEqual(['services/club.md'])
    expect(await list('providers')).toEqual(['providers/club.md'])
    expect(await list('routes')).toEqual(['routes/wrong.md'])
    expect(await list('guides')).toEqual([])
  })

  it('a provider cannot open somebody else’s record or draft, nor learn that a draft is there', async () => {
    await cms.ask('pool', 'persistEntry', saving('quiet-swim', { ...poolService, name: 'Loud swim' }))
    const place = { collection: 'services', slug: 'quiet-swim' }
    expect(await cms.ask('provider', 'getEntry', { path: 'services/quiet-swim.md' })).toMatchObject({
      status: 403,
    })
    expect(await cms.ask('provider', 'unpublishedEntries')).toEqual({ status: 200, body: [] })
    const there = await cms.ask('provider', 'unpublishedEntry', place)
    const nowhere = await cms.ask('provider', 'unpublishedEntry', { ...place, slug: 'nothing' })
    expect(there).toEqual(nowhere)
    expect(there.status).toBe(404)
    expect(await cms.ask('editor', 'unpublishedEntries')).toEqual({
      status: 200,
      body: ['services/quiet-swim'],
    })
  })

  it('a navigator, and somebody who is not signed in, sees nothing', async () => {
    expect((await cms.ask('navigator', 'unpublishedEntries')).status).toBe(403)
    expect((await cms.ask('nobody', 'unpublishedEntries')).status).toBe(401)
    const config = await cms.app.inject({ url: '/api/cms/config', headers: { cookie: 'person=navigator' } })
    expect(config.statusCode).toBe(403)
  })
})

describe('from a change to the published page', () => {
  it('an editor saves, sets ready and publishes; Git names who did it', async () => {
    expect(await cms.ask('provider', 'persistEntry', saving('club', renamed))).toMatchObject({ status: 200 })
    expect((await cms.ask('provider', 'unpublishedEntry', club)).body).toMatchObject({
      status: 'draft',
      diffs: [{ path: 'services/club.md', newFile: false }],
      pullRequestAuthor: 'Name of account-provider',
    })
    await cms.ask('provider', 'updateUnpublishedEntryStatus', { ...club, newStatus: 'pending_review' })
    await cms.ask('editor', 'updateUnpublishedEntryStatus', { ...club, newStatus: 'pending_publish' })
    expect(await cms.ask('editor', 'publishUnpublishedEntry', club)).toMatchObject({ status: 200 })

    expect(cms.git('show', 'main:services/club.md')).toContain('name: Sunday club')
    expect(cms.git('log', '-2', '--format=%an <%ae> / %cn', 'main').split('\n')).toEqual([
      'editor <account-editor@accounts.invalid> / Local Offer CMS',
      'provider <account-provider@accounts.invalid> / Local Offer CMS',
    ])
    expect(cms.published).toEqual([main()])
    const left = cms.git('for-each-ref', '--format=%(refname)', 'refs/heads', 'refs/cms/entries')
    expect(left).toBe('refs/heads/main')
    expect(cms.git('fsck', '--strict', '--no-dangling')).toBe('')
    expect(cms.deeds.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'account-provider save',
      'account-provider status',
      'account-editor status',
      'account-editor publish',
    ])
  })

  it('what is published stays as it is until then, and when the draft is thrown away', async () => {
    const before = main()
    await makeReady()
    expect(await cms.ask('editor', 'deleteUnpublishedEntry', club)).toMatchObject({ status: 200 })
    expect(main()).toBe(before)
    expect((await cms.ask('editor', 'unpublishedEntry', club)).status).toBe(404)
  })

  it('a provider may neither approve nor publish, also not what is ready', async () => {
    await makeReady('provider')
    const ready = { ...club, newStatus: 'pending_publish' }
    expect((await cms.ask('provider', 'publishUnpublishedEntry', club)).status).toBe(403)
    await cms.ask('provider', 'persistEntry', saving('club', { ...renamed, name: 'Monday club' }))
    expect((await cms.ask('editor', 'unpublishedEntry', club)).body).toMatchObject({
      status: 'pending_review',
    })
    expect((await cms.ask('provider', 'updateUnpublishedEntryStatus', ready)).status).toBe(403)
  })

  it('a page that was removed meanwhile comes back by nobody’s oversight: its draft leads to a choice', async () => {
    await makeReady()
    expect((await cms.ask('editor', 'deleteFiles', { paths: ['services/club.md'] })).status).toBe(200)
    expect(await cms.ask('editor', 'publishUnpublishedEntry', club)).toMatchObject({
      status: 409,
      body: { error: expect.stringContaining('removed'), address: '/drafts/services/club/choose/' },
    })
    expect((await cms.ask('editor', 'unpublishedEntry', club)).status).toBe(200)
  })

  it('a draft that is not ready is not published', async () => {
    await cms.ask('editor', 'persistEntry', saving('club', renamed))
    expect(await cms.ask('editor', 'publishUnpublishedEntry', club)).toMatchObject({
      status: 422,
      body: { error: expect.stringContaining('Ready') },
    })
  })
})

describe('what the server gives a record', () => {
  it('a new service gets an id, a provider and keys, and keeps its id for ever', async () => {
    const { id: _, provider: __, ...typed } = exampleService
    const times = [{ days: ['monday'], opens: '09:00', closes: '10:00' }]
    const added = { ...typed, name: 'New club', when: { times } }
    const saved = await cms.ask('provider', 'persistEntry', saving('new-club', added, { newEntry: true }))
    expect(saved).toMatchObject({ status: 200 })
    const text = cms.git('show', 'cms/services/new-club:services/new-club.md')
    expect(text).toMatch(/^---\nid: [0-9a-f-]{36}\nname: New club\n/)
    expect(text).toContain(`provider: ${exampleService.provider}`)
    expect(text).toMatch(/key: [0-9a-f-]{36}/)

    const forged = { ...added, id: poolService.id, provider: exampleService.provider }
    await cms.ask('provider', 'persistEntry', saving('new-club', forged))
    expect(cms.git('show', 'cms/services/new-club:services/new-club.md').split('\n')[1]).toBe(
      text.split('\n')[1],
    )
  })

  it('a provider can neither take nor give away a service', async () => {
    const stolen = await cms.ask(
      'provider',
      'persistEntry',
      saving('quiet-swim', { ...poolService, provider: exampleService.provider }),
    )
    expect(stolen.status).toBe(403)
    const given = await cms.ask(
      'provider',
      'persistEntry',
      saving('club', { ...exampleService, provider: poolProvider }),
    )
    expect(given.status).toBe(403)
    const forged = await cms.ask(
      'provider',
      'persistEntry',
      saving('x', { ...exampleService, provider: poolProvider }, { newEntry: true }),
    )
    expect(forged.status).toBe(403)
  })

  it('a name that is taken, by a page or by somebody’s draft, is not given twice', async () => {
    const { id: _, ...typed } = exampleService
    expect(await cms.ask('editor', 'persistEntry', saving('club', typed, { newEntry: true }))).toMatchObject({
      status: 409,
    })
  })
})

it('takes no new services without end from one person, and changes of theirs as ever', async () => {
  const { id: _, ...typed } = exampleService
  const add = (slug: string) => cms.ask('provider', 'persistEntry', saving(slug, typed, { newEntry: true }))
  // A name that is taken is kept for its writer, and counts as well.
  const statuses = []
  for (let added = 0; added < 30; added += 1) statuses.push((await add('quiet-swim')).status)
  expect(new Set(statuses)).toEqual(new Set([409]))
  expect(await add('one-more')).toMatchObject({
    status: 429,
    body: { error: expect.stringContaining('Wait') },
  })
  expect((await cms.ask('provider', 'persistEntry', saving('club', renamed))).status).toBe(200)
  const ofPool = saving('our-swim', { ...typed, provider: poolProvider }, { newEntry: true })
  expect((await cms.ask('pool', 'persistEntry', ofPool)).status).toBe(200)
})

it('keeps every one of twelve services that are saved at once', async () => {
  const { id: _, ...typed } = exampleService
  const slugs = Array.from({ length: 12 }, (_, index) => `club-${index}`)
  const replies = await Promise.all(
    slugs.map((slug) =>
      cms.ask('provider', 'persistEntry', saving(slug, { ...typed, name: slug }, { newEntry: true })),
    ),
  )
  expect(replies.map(({ status }) => status)).toEqual(slugs.map(() => 200))
  const { body } = await cms.ask('provider', 'unpublishedEntries')
  expect(body).toHaveLength(12)
  expect(cms.git('fsck', '--strict', '--no-dangling')).toBe('')
})
