import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { exampleService } from '#records/example-content.fixture.ts'
import { clubProvider, poolProvider } from '../people.fixture.ts'
import { poolService, type RunningCms, saving, startCms } from '../running-cms.fixture.ts'
import { photograph } from './photograph.fixture.ts'

let cms: RunningCms

beforeEach(async () => {
  cms = await startCms()
})

afterEach(() => cms.stop())

const club = { collection: 'services', slug: 'club' }
const uploaded = z.object({ path: z.string() })
const listed = z.array(z.object({ path: z.string(), displayURL: z.string() }))

/** Uploads a picture and gives its path. `width` makes it a picture of its own. */
async function pictureOf(person: string, provider: string, width = 300): Promise<string> {
  const { body } = await cms.upload(person, provider, await photograph({ width, height: 200 }))
  return uploaded.parse(body).path
}

const showing = (service: object, ...files: string[]) => ({
  ...service,
  pictures: files.map((file, index) => ({ key: `p${index}`, file, alt: 'A ramp leads to a wide door.' })),
})

const ready = { ...club, newStatus: 'pending_publish' }
const filesOf = (ref: string) => cms.git('ls-tree', '-r', '--name-only', ref).split('\n')

describe('who may do what with pictures', () => {
  it.each([
    ['editor', clubProvider, 200],
    ['editor', poolProvider, 200],
    ['provider', clubProvider, 200],
    ['provider', poolProvider, 403],
    ['navigator', clubProvider, 403],
    ['nobody', clubProvider, 401],
  ])('%s with pictures of %s: %i', async (person, provider, status) => {
    const path = await pictureOf('editor', provider)
    const picture = await photograph({ width: 200, height: 100 })
    expect((await cms.upload(person, provider, picture)).status).toBe(status)
    expect((await cms.ask(person, 'getMedia', { provider })).status).toBe(status)
    expect((await cms.ask(person, 'getMediaFile', { path })).status).toBe(status)
    expect((await thumbnail(person, path)).statusCode).toBe(
      status === 403 && person === 'provider' ? 404 : status,
    )
    expect((await cms.ask(person, 'deleteFiles', { paths: [path] })).status).toBe(status)
  })

  it('a provider sees their own only, and cannot show those of others', async () => {
    const theirs = await pictureOf('pool', poolProvider)
    const own = await pictureOf('provider', clubProvider)
    const { body } = await cms.ask('provider', 'getMedia', { provider: clubProvider })
    expect(listed.parse(body).map(({ path }) => path)).toEqual([own])
    const stolen = await cms.ask('provider', 'persistEntry', saving('club', showing(exampleService, theirs)))
    expect(stolen).toMatchObject({
      status: 403,
      body: { error: expect.stringMatching(/pictures of your own/) },
    })
  })

  it('what an editor put on a page may stay when the provider saves it', async () => {
    const theirs = await pictureOf('pool', poolProvider)
    const page = saving('club', showing(exampleService, theirs))
    expect((await cms.ask('editor', 'persistEntry', page)).status).toBe(200)
    expect((await cms.ask('provider', 'persistEntry', page)).status).toBe(200)
  })
})

describe('from an upload to the page', () => {
  it('a picture waits for the draft, comes with it, and is published with it', async () => {
    const path = await pictureOf('provider', clubProvider)
    expect(path).toMatch(new RegExp(`^media/${clubProvider}/[0-9a-f]{16}\\.webp$`))
    expect(filesOf('main')).not.toContain(path)

    const saved = await cms.ask('provider', 'persistEntry', saving('club', showing(exampleService, path)))
    expect(saved.status).toBe(200)
    expect(filesOf('cms/services/club')).toContain(path)
    expect(filesOf('main')).not.toContain(path)

    expect((await cms.ask('editor', 'updateUnpublishedEntryStatus', ready)).status).toBe(200)
    expect((await cms.ask('editor', 'publishUnpublishedEntry', club)).status).toBe(200)
    expect(filesOf('main')).toContain(path)
    expect(cms.git('log', '-1', '--format=%an <%ae>', 'refs/cms/pictures')).toBe(
      'provider <account-provider@accounts.invalid>',
    )
    expect(cms.git('fsck', '--strict', '--no-dangling')).toBe('')
    expect(cms.deeds[0]).toMatchObject({ actor: 'account-provider', action: 'upload', subject: path })
  })

  it('a page that was removed meanwhile comes back with its picture', async () => {
    const path = await pictureOf('provider', clubProvider)
    await cms.ask('editor', 'persistEntry', saving('club', showing(exampleService, path)))
    await cms.ask('editor', 'updateUnpublishedEntryStatus', ready)
    await cms.ask('editor', 'deleteFiles', { paths: ['services/club.md'] })
    const choice = '/drafts/services/club/choose/'
    const hidden = (await cms.get('editor', choice)).body.matchAll(
      /type="hidden" name="(\w+)" value="([^"]*)"/g,
    )
    const form = Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]))
    expect((await cms.post('editor', choice, { ...form, do: 'choose' })).statusCode).toBe(303)
    expect((await cms.ask('editor', 'publishUnpublishedEntry', club)).status).toBe(200)
    expect(filesOf('main')).toContain(path)
  })

  it('a picture that was taken out of the draft again does not come with it', async () => {
    const [first, second] = [
      await pictureOf('provider', clubProvider),
      await pictureOf('provider', clubProvider, 310),
    ]
    await cms.ask('provider', 'persistEntry', saving('club', showing(exampleService, first)))
    await cms.ask('provider', 'persistEntry', saving('club', showing(exampleService, second)))
    expect(filesOf('cms/services/club')).toContain(second)
    expect(filesOf('cms/services/club')).not.toContain(first)
  })

  it('the same picture twice is one picture', async () => {
    expect(await pictureOf('provider', clubProvider)).toBe(await pictureOf('provider', clubProvider))
    const { body } = await cms.ask('provider', 'getMedia', { provider: clubProvider })
    expect(listed.parse(body)).toHaveLength(1)
  })

  it('a picture that a page or a draft shows is not removed, one that nothing shows is', async () => {
    const path = await pictureOf('provider', clubProvider)
    await cms.ask('provider', 'persistEntry', saving('club', showing(exampleService, path)))
    const kept = await cms.ask('provider', 'deleteFiles', { paths: [path] })
    expect(kept).toMatchObject({
      status: 422,
      body: { error: expect.stringMatching(/Take it out there first/) },
    })
    await cms.ask('provider', 'deleteUnpublishedEntry', club)
    expect((await cms.ask('provider', 'deleteFiles', { paths: [path] })).status).toBe(200)
    expect((await cms.ask('provider', 'getMediaFile', { path })).status).toBe(404)
  })
})

describe('a save with pictures is refused', () => {
  it('when one is not there', async () => {
    const missing = `media/${clubProvider}/0123456789abcdef.webp`
    const saved = await cms.ask('provider', 'persistEntry', saving('club', showing(exampleService, missing)))
    expect(saved).toMatchObject({
      status: 422,
      body: { error: expect.stringMatching(/Pictures 1 › Picture: .* is not there/) },
    })
  })

  it('when one has no alternative text', async () => {
    const file = await pictureOf('provider', clubProvider)
    const page = { ...exampleService, pictures: [{ file }] }
    const saved = await cms.ask('provider', 'persistEntry', saving('club', page))
    expect(saved).toMatchObject({
      status: 422,
      body: { error: expect.stringMatching(/Pictures 1 › Alternative text: is missing/) },
    })
  })

  it.each([
    `media/${clubProvider}/../../area.yaml`,
    `media/${clubProvider}/..%2f..%2farea.yaml`,
    `/media/${clubProvider}/x.webp`,
    `media\\${clubProvider}\\x.webp`,
    'https://elsewhere.example/x.webp',
    'area.yaml',
  ])('when one leads elsewhere: %s', async (file) => {
    const saved = await cms.ask('editor', 'persistEntry', saving('quiet-swim', showing(poolService, file)))
    expect(saved).toMatchObject({
      status: 422,
      body: { error: expect.stringMatching(/Pictures 1 › Picture: choose a picture/) },
    })
    expect((await cms.ask('editor', 'getMediaFile', { path: file })).status).toBe(400)
  })
})

describe('an upload is refused', () => {
  it('when it is too large', async () => {
    expect(await cms.upload('provider', clubProvider, new Uint8Array(8_000_001))).toMatchObject({
      status: 413,
      body: { error: 'This picture is larger than 8 MB. Make it smaller and try again.' },
    })
  })

  it('when it is a drawing that can hold a program, whatever it calls itself', async () => {
    const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
    const type = { 'content-type': 'image/png' }
    expect(await cms.upload('provider', clubProvider, drawing, type)).toMatchObject({
      status: 422,
      body: { error: expect.stringMatching(/SVG drawings cannot be used/) },
    })
  })

  it('when it is empty, or for a provider that is not there', async () => {
    expect((await cms.upload('provider', clubProvider, new Uint8Array())).status).toBe(422)
    const nobody = '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1cff'
    expect((await cms.upload('editor', nobody, await photograph())).status).toBe(422)
  })

  it.each(['..', '..%2f..%2fmain', '%2e%2e', 'x%00y', '.git'])('for the folder %s', async (folder) => {
    const { status } = await cms.upload('editor', folder, await photograph({ width: 30, height: 20 }))
    expect([404, 422]).toContain(status)
    expect(cms.git('for-each-ref', '--format=%(refname)', 'refs/cms')).not.toContain('pictures')
  })

  it('from another site, or without the token', async () => {
    const picture = await photograph({ width: 30, height: 20 })
    const send = async (headers: Record<string, string>) =>
      (await cms.upload('provider', clubProvider, picture, headers)).status
    expect(await send({ origin: 'https://evil.example' })).toBe(403)
    expect(await send({ 'x-csrf-token': 'token-of-editor' })).toBe(403)
  })
})

it('follows no link in Git: a picture that is one is not there', async () => {
  const path = `media/${clubProvider}/link.webp`
  const target = await cms.repository.writeBlob('../../area.yaml')
  cms.git('read-tree', 'main')
  cms.git('update-index', '--add', '--cacheinfo', `120000,${target},${path}`)
  const author = ['-c', 'user.name=x', '-c', 'user.email=x@example.org']
  const linked = cms.git(...author, 'commit-tree', cms.git('write-tree'), '-p', 'main', '-m', 'Link')
  cms.git('update-ref', 'refs/heads/main', linked)

  expect((await cms.ask('editor', 'getMediaFile', { path })).status).toBe(404)
  expect((await thumbnail('editor', path)).statusCode).toBe(404)
  const saved = await cms.ask('editor', 'persistEntry', saving('club', showing(exampleService, path)))
  expect(saved.status).toBe(422)
})

function thumbnail(person: string, path: string) {
  return cms.app.inject({
    url: `/api/cms/${path.replace('media', 'pictures')}`,
    headers: { cookie: `person=${person}` },
  })
}
