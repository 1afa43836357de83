import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { type ContentRepository, openContentRepository } from '../git/content-repository.ts'
import { mainRef } from '../git/main-branch.ts'
import { createContentCheck } from '../records/content-check.ts'
import { recordText } from '../running-cms.fixture.ts'
import { writeSeed } from '../seed.fixture.ts'
import { createContentRemote, RemoteTrouble } from './content-remote.ts'
import { remoteInWords } from './remote-in-words.ts'
import { createRemoteSync, type RemoteSync } from './remote-sync.ts'

let root: string
let repository: ContentRepository
let sync: RemoteSync
let published: string[]
let logged: unknown[]

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'remote-'))
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', join(root, 'remote.git')])
  repository = await openContentRepository({
    gitDir: join(root, 'content.git'),
    seedFrom: writeSeed(join(root, 'seed')),
  })
  published = []
  logged = []
  sync = syncWith(`file://${join(root, 'remote.git')}`)
})

afterEach(async () => {
  await sync.stop()
  await repository.close()
  rmSync(root, { recursive: true, force: true })
})

function syncWith(url: string): RemoteSync {
  const log = (facts: unknown, words: unknown) => void logged.push(facts, words)
  return createRemoteSync({
    ...{ repository, clock: Date.now, check: createContentCheck(repository) },
    onPublish: (commit) => void published.push(commit),
    remote: createContentRemote({ git: repository.git, url }),
    log: { error: log, warn: log },
  })
}

async function inStep(): Promise<void> {
  sync.request()
  await sync.settled()
}

const at = (place: 'remote.git' | 'content.git', ...args: string[]) =>
  execFileSync('git', ['--git-dir', join(root, place), ...args], { encoding: 'utf8', stdio: 'pipe' }).trim()
const mainAt = (place: 'remote.git' | 'content.git') => at(place, 'rev-parse', 'main')

/** Publishes another text of the service here. */
async function changeHere(fields: object, path = 'services/club.md'): Promise<void> {
  const main = (await repository.refTarget(mainRef)) ?? ''
  const blob = await repository.writeBlob(recordText({ ...exampleService, ...fields }, 'Come and play.\n'))
  const author = { role: 'editor', accountId: 'e' }
  const commit = { parents: [main], changes: [{ path, blob }], author, message: 'Change', at: Date.now() }
  await repository.updateRefs([{ ref: mainRef, from: main, to: await repository.commit(commit) }])
}

/** Somebody with a checkout of their own pushes to the remote. */
function changeElsewhere(fields: object, path = 'services/club.md'): void {
  const checkout = mkdtempSync(join(root, 'checkout-'))
  const git = (...args: string[]) => execFileSync('git', ['-C', checkout, ...args], { stdio: 'pipe' })
  git('clone', '--quiet', join(root, 'remote.git'), '.')
  writeFileSync(join(checkout, path), recordText({ ...exampleService, ...fields }, 'Come and play.\n'))
  git('add', '.')
  git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '--quiet', '--message', 'Elsewhere')
  git('push', '--quiet')
}

it('says since when changes wait, and no made-up day of what the repository was filled with', async () => {
  sync = syncWith(`file://${join(root, 'nowhere.git')}`)
  await inStep()
  const unedited = await sync.status()
  expect(unedited).toMatchObject({ changes: 1, since: null })
  expect(remoteInWords(unedited)).toMatch(
    /^The content is not at the remote repository yet\. .* is saved here/,
  )
  const before = Math.floor(Date.now() / 1000) * 1000
  await changeHere({ name: 'Sunday club' })
  const { changes, since } = await sync.status()
  expect(changes).toBe(2)
  expect(since).toBeGreaterThanOrEqual(before)
  expect(remoteInWords(await sync.status())).toMatch(
    /^2 changes are not at the remote repository yet, since /,
  )
})

it('fills an empty remote, and brings every change there', async () => {
  await inStep()
  expect(mainAt('remote.git')).toBe(mainAt('content.git'))
  await changeHere({ name: 'Sunday club' })
  expect(await sync.status()).toMatchObject({ changes: 1, trouble: null })
  await inStep()
  expect(mainAt('remote.git')).toBe(mainAt('content.git'))
  expect(await sync.status()).toEqual({ changes: 0, since: null, trouble: null })
})

it('keeps drafts to itself', async () => {
  const main = (await repository.refTarget(mainRef)) ?? ''
  await repository.updateRefs([{ ref: 'refs/heads/cms/services/club', from: null, to: main }])
  await inStep()
  expect(at('remote.git', 'for-each-ref', '--format=%(refname)')).toBe('refs/heads/main')
})

it('takes what somebody put there, and publishes it', async () => {
  await inStep()
  changeElsewhere({ name: 'Sunday club' })
  await inStep()
  expect(mainAt('content.git')).toBe(mainAt('remote.git'))
  expect(published).toEqual([mainAt('content.git')])
})

it('merges changes of different lines, here and there', async () => {
  await inStep()
  changeElsewhere({ name: 'Sunday club' })
  await changeHere({ review: { lastChecked: '2026-11-01', checkedBy: 'the council' } })
  await inStep()
  expect(mainAt('content.git')).toBe(mainAt('remote.git'))
  const text = at('content.git', 'show', 'main:services/club.md')
  expect(text).toContain('Sunday club')
  expect(text).toContain('the council')
})

it('says so when both changed the same line, and loses neither', async () => {
  await inStep()
  changeElsewhere({ name: 'Sunday club' })
  await changeHere({ name: 'Monday club' })
  const [here, there] = [mainAt('content.git'), mainAt('remote.git')]
  await inStep()
  expect(await sync.status()).toMatchObject({ changes: 1, trouble: { kind: 'conflict' } })
  expect([mainAt('content.git'), mainAt('remote.git')]).toEqual([here, there])
  expect(at('content.git', 'show', 'refs/cms/remote/main:services/club.md')).toContain('Sunday club')
})

it('does not take what the site could not be built from, and names the record', async () => {
  await inStep()
  changeElsewhere({ categories: ['nonsense'] })
  const before = mainAt('content.git')
  await inStep()
  const { trouble } = await sync.status()
  expect(trouble).toMatchObject({ kind: 'unfit', sentence: expect.stringContaining('services/club.md') })
  expect(mainAt('content.git')).toBe(before)
})

it('goes on here while the remote is gone, counts what waits, and brings it there later', async () => {
  await inStep()
  renameSync(join(root, 'remote.git'), join(root, 'away.git'))
  await changeHere({ name: 'Sunday club' })
  await changeHere({ name: 'Monday club' })
  await inStep()
  expect(await sync.status()).toMatchObject({ changes: 2, trouble: { kind: 'unreachable' } })
  renameSync(join(root, 'away.git'), join(root, 'remote.git'))
  await inStep()
  expect(mainAt('remote.git')).toBe(mainAt('content.git'))
  expect(await sync.status()).toMatchObject({ changes: 0, trouble: null })
})

it('says that the remote does not take changes when its branch is protected', async () => {
  await inStep()
  const hook = join(root, 'remote.git/hooks/pre-receive')
  mkdirSync(dirname(hook), { recursive: true })
  writeFileSync(hook, '#!/bin/sh\nexit 1\n')
  chmodSync(hook, 0o755)
  await changeHere({ name: 'Sunday club' })
  await inStep()
  expect(await sync.status()).toMatchObject({ changes: 1, trouble: { kind: 'rejected' } })
})

it('tries again at once when somebody pushed between its look and its push', async () => {
  await inStep()
  await changeHere({ review: { lastChecked: '2026-11-01', checkedBy: 'the council' } })
  const remote = createContentRemote({ git: repository.git, url: `file://${join(root, 'remote.git')}` })
  let pushes = 0
  sync = createRemoteSync({
    ...{ repository, clock: Date.now, check: createContentCheck(repository), onPublish: () => {} },
    log: { error: () => {}, warn: () => {} },
    remote: {
      fetch: remote.fetch,
      push(...given) {
        pushes += 1
        if (pushes === 1) changeElsewhere({ name: 'Sunday club' })
        return remote.push(...given)
      },
    },
  })
  await inStep()
  expect(pushes).toBe(2)
  expect(mainAt('remote.git')).toBe(mainAt('content.git'))
  expect(at('content.git', 'show', 'main:services/club.md')).toContain('Sunday club')
})

it('has nothing to do with a repository of something else', async () => {
  const tree = at('remote.git', 'mktree', '--missing')
  const other = at(
    'remote.git',
    '-c',
    'user.name=x',
    '-c',
    'user.email=x@example.org',
    'commit-tree',
    tree,
    '-m',
    'x',
  )
  at('remote.git', 'update-ref', mainRef, other)
  await inStep()
  expect(await sync.status()).toMatchObject({ trouble: { kind: 'unrelated' } })
  expect(mainAt('remote.git')).toBe(other)
})

it('begins with what the remote has, and does not begin while that cannot be reached', async () => {
  await inStep()
  changeElsewhere({ name: 'Sunday club' })
  const openFrom = (name: string, url: string) =>
    openContentRepository({
      ...{ gitDir: join(root, name), seedFrom: join(root, 'seed') },
      startFrom: (git) => createContentRemote({ git, url }).fetch(),
    })
  await expect(openFrom('third.git', `file://${join(root, 'nowhere.git')}`)).rejects.toThrow(RemoteTrouble)
  const second = await openFrom('second.git', `file://${join(root, 'remote.git')}`)
  expect(await second.refTarget(mainRef)).toBe(mainAt('remote.git'))
  await second.close()
})

it('never says the address, which may hold a password', async () => {
  sync = syncWith('https://cms:hush-hush@127.0.0.1:1/content.git')
  await inStep()
  expect(await sync.status()).toMatchObject({ trouble: { kind: 'unreachable' } })
  expect(JSON.stringify([logged, await sync.status()])).not.toMatch(/hush|127\.0\.0\.1/)
})
