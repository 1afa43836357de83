import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { eventually } from '../../tests/support/eventually.ts'
import { type ContentRepository, openContentRepository } from '../git/content-repository.ts'
import { mainRef } from '../git/main-branch.ts'
import { createPublisher, type Publisher } from './publisher.ts'

const swim = '3f0a2c9e-7a55-4c1e-9b1d-2f4d9d1f6a10'
const climb = '7d5b6c1a-2a64-4f0e-8a49-0f3a5c1b2d11'

/** A build like the real one in what it takes and gives. It prints every record's id and its own environment, and can be held. */
const buildScript = `
  import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync, existsSync, appendFileSync } from 'node:fs'
  const { CONTENT_DIR: content, RELEASE_DIR: release } = process.env
  const rules = JSON.parse(readFileSync(new URL('./rules.json', import.meta.url), 'utf8'))
  appendFileSync(new URL('./builds.log', import.meta.url), 'start ' + readFileSync(content + '/area.yaml', 'utf8'))
  const isHeld = () => rules.holdUntil && !existsSync(rules.holdUntil)
  await new Promise((open) => { const look = setInterval(() => isHeld() || open(clearInterval(look)), 2) })
  if (rules.fail) { console.error(rules.fail); process.exit(1) }
  const folder = content + '/services'
  const names = existsSync(folder) ? readdirSync(folder) : []
  const records = names.map((name) => ({
    collection: 'services',
    id: /id: (\\S+)/.exec(readFileSync(folder + '/' + name, 'utf8'))[1],
    path: '/services/' + name.replace('.md', '') + '/',
  }))
  if (rules.surplus) records.push({ collection: 'services', id: rules.surplus, path: '/services/old/' })
  mkdirSync(release, { recursive: true })
  writeFileSync(release + '/records.json', JSON.stringify(records))
  writeFileSync(release + '/environment.json', JSON.stringify(process.env))
  writeFileSync(release + '/page.html', readFileSync(content + '/area.yaml', 'utf8'))
  if (existsSync(content + '/media')) cpSync(content + '/media', release + '/media', { recursive: true })
  appendFileSync(new URL('./builds.log', import.meta.url), 'end\\n')
`

let root: string
let repository: ContentRepository
let publisher: Publisher
let told: string[]

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'publisher-'))
  mkdirSync(join(root, 'seed/services'), { recursive: true })
  writeFileSync(join(root, 'seed/area.yaml'), 'name: First\n')
  writeFileSync(join(root, 'seed/services/swim.md'), `---\nid: ${swim}\n---\n`)
  writeFileSync(join(root, 'build.mjs'), buildScript)
  rules({})
  repository = await openContentRepository({
    gitDir: join(root, 'content.git'),
    seedFrom: join(root, 'seed'),
  })
  told = []
  publisher = open()
})

afterEach(async () => {
  await publisher.stop()
  await repository.close()
  rmSync(root, { recursive: true, force: true })
})

const open = (program = 'a1', releases = 'releases') =>
  createPublisher({
    program,
    repository,
    releasesDir: join(root, releases),
    build: {
      command: [process.execPath, join(root, 'build.mjs')],
      cwd: root,
      path: '/usr/bin:/bin',
      home: '/root',
    },
    lockFile: join(root, 'lock/build.lock'),
    clock: Date.now,
    log: { info: () => {}, error: () => {} },
    onPublished: async ({ commit }) => void told.push(commit),
  })

const rules = (wanted: object) => writeFileSync(join(root, 'rules.json'), JSON.stringify(wanted))
const page = () => readFileSync(join(root, 'releases/current/page.html'), 'utf8')
const builds = () => readFileSync(join(root, 'builds.log'), 'utf8').trim().split('\n')

async function change(path: string, text: string | Uint8Array | null): Promise<string> {
  const main = (await repository.refTarget(mainRef)) ?? ''
  const commit = await repository.commit({
    parents: [main],
    changes: [{ path, blob: text === null ? null : await repository.writeBlob(text) }],
    author: { role: 'editor', accountId: 'e' },
    message: 'Change',
    at: 0,
  })
  await repository.updateRefs([{ ref: mainRef, from: main, to: commit }])
  return commit
}

it('publishes what is there at the start, and nothing twice', async () => {
  expect((await publisher.catchUp()).publication).toMatchObject({ state: 'published' })
  expect(page()).toBe('name: First\n')
  const second = open()
  await second.catchUp()
  expect(await second.settled()).toMatchObject({
    state: 'published',
    commit: await repository.refTarget(mainRef),
  })
  expect(builds()).toHaveLength(2)
})

it('builds the same content again when the program has changed', async () => {
  await publisher.catchUp()
  const before = builds().length
  const newer = open('b2')
  await newer.catchUp()
  expect(await newer.settled()).toMatchObject({ state: 'published' })
  expect(builds()).toHaveLength(2 * before)
  await newer.stop()
})

it('gives a build the pictures that records show, byte by byte, and no others', async () => {
  const bytes = Uint8Array.of(0xff, 0xd8, 0, 0x80)
  await change('media/club/shown.webp', bytes)
  await change('media/club/unused.webp', bytes)
  const pictures = JSON.stringify([{ file: 'media/club/shown.webp' }])
  publisher.request(await change('services/swim.md', `---\nid: ${swim}\npictures: ${pictures}\n---\n`))
  await publisher.settled()
  const media = join(root, 'releases/current/media/club')
  expect(readdirSync(media)).toEqual(['shown.webp'])
  expect([...readFileSync(join(media, 'shown.webp'))]).toEqual([...bytes])
})

it('switches to a new release in one step, keeps two old ones and tells of each', async () => {
  const commits: string[] = []
  for (const name of ['Second', 'Third', 'Fourth', 'Fifth']) {
    const commit = await change('area.yaml', `name: ${name}\n`)
    publisher.request(commit)
    expect(await publisher.settled()).toMatchObject({ state: 'published', commit })
    expect(page()).toBe(`name: ${name}\n`)
    expect(realpathSync(join(root, 'releases/current'))).toContain(commit)
    commits.push(commit)
  }
  expect(told).toEqual(commits)
  expect([publisher.shownCommit(), publisher.isRolledBack()]).toEqual([commits[3], false])
  const kept = readdirSync(join(root, 'releases')).filter((name) => /^\d/.test(name))
  expect(kept).toHaveLength(3)
  // As those who run the site go back by hand.
  rmSync(join(root, 'releases/current'))
  symlinkSync(kept.find((name) => name.endsWith(commits[1] ?? '')) ?? '', join(root, 'releases/current'))
  expect([publisher.shownCommit(), publisher.isRolledBack()]).toEqual([commits[1], true])
})

it('makes one build of the requests that arrive while another runs', async () => {
  const commits: string[] = []
  for (const name of ['Second', 'Third', 'Fourth']) commits.push(await change('area.yaml', `name: ${name}\n`))
  const holdUntil = join(root, 'go')
  rules({ holdUntil })
  for (const commit of commits) publisher.request(commit)
  const [first, , last] = commits
  const building = { state: 'building', commit: first, next: last, lastTookMs: null }
  expect(publisher.state()).toMatchObject({ ...building, stage: 'waiting' })
  await eventually(() => expect(publisher.state()).toMatchObject({ ...building, stage: 'building' }))
  writeFileSync(holdUntil, '')
  await publisher.settled()
  expect(builds()).toEqual(['start name: Second', 'end', 'start name: Fourth', 'end'])
  expect(page()).toBe('name: Fourth\n')
})

it('keeps the old site when a build fails and says why', async () => {
  await publisher.catchUp()
  rules({ fail: 'The page swim has no name.' })
  const commit = await change('area.yaml', 'name: Second\n')
  publisher.request(commit)
  expect(await publisher.settled()).toMatchObject({
    state: 'failed',
    commit,
    reason: expect.stringContaining('The page swim has no name.'),
  })
  expect(page()).toBe('name: First\n')
  expect(readdirSync(join(root, 'releases')).filter((name) => name.startsWith('.'))).toEqual([])
  rules({})
  publisher.request(commit)
  expect(await publisher.settled()).toMatchObject({ state: 'published', commit })
})

it('does not switch to a release that holds a record that was removed', async () => {
  await publisher.catchUp()
  rules({ surplus: climb })
  publisher.request(await change('area.yaml', 'name: Second\n'))
  expect(await publisher.settled()).toMatchObject({
    state: 'failed',
    reason: expect.stringContaining(`services ${climb} should not be there`),
  })
  expect(page()).toBe('name: First\n')
})

it('publishes the removal of the last record of a collection', async () => {
  publisher.request(await change('services/swim.md', null))
  expect(await publisher.settled()).toMatchObject({ state: 'published' })
  expect(readFileSync(join(root, 'releases/current/records.json'), 'utf8')).toBe('[]')
})

it('gives a build nothing of the server’s environment', async () => {
  await publisher.catchUp()
  const environment: object = JSON.parse(
    readFileSync(join(root, 'releases/current/environment.json'), 'utf8'),
  )
  const names = Object.keys(environment).filter((name) => name !== '__CF_USER_TEXT_ENCODING')
  expect(names.sort()).toEqual(['ASTRO_TELEMETRY_DISABLED', 'CONTENT_DIR', 'HOME', 'PATH', 'RELEASE_DIR'])
})

it('never builds at the same time as another publisher of the same checkout: each has the ids of its commit', async () => {
  const other = open('a1', 'others')
  const first = await change('services/climb.md', `---\nid: ${climb}\n---\n`)
  await change('services/climb.md', null)
  const second = await change('services/swim.md', null)
  publisher.request(first)
  other.request(second)
  await Promise.all([publisher.settled(), other.settled()])
  const order = builds().map((line) => line.split(' ')[0])
  expect(order).toEqual(['start', 'end', 'start', 'end'])
  const ids = (folder: string) =>
    readFileSync(join(root, folder, 'current/records.json'), 'utf8').match(/[0-9a-f-]{36}/g)
  expect([ids('releases')?.sort(), ids('others')]).toEqual([[swim, climb], null])
  expect(existsSync(join(root, 'lock/build.lock'))).toBe(false)
})

it('takes over the lock of a process that died', async () => {
  const dead = spawn(process.execPath, ['--version'])
  await new Promise((resolve) => dead.once('close', resolve))
  mkdirSync(join(root, 'lock'))
  writeFileSync(join(root, 'lock/build.lock'), String(dead.pid))
  expect((await publisher.catchUp()).publication).toMatchObject({ state: 'published' })
})

it('cleans up what a cut-off build left behind', async () => {
  mkdirSync(join(root, 'releases/.building-abc'), { recursive: true })
  await publisher.catchUp()
  expect(existsSync(join(root, 'releases/.building-abc'))).toBe(false)
})
