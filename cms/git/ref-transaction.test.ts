import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type ContentRepository, openContentRepository } from './content-repository.ts'
import { mainRef } from './main-branch.ts'

const author = { role: 'editor', accountId: '7f0a4c1e' }
const draftRef = 'refs/heads/cms/services/club'
const entryRef = 'refs/cms/entries/services/club'

let root: string
let repository: ContentRepository

const open = () => openContentRepository({ gitDir: join(root, 'content.git'), seedFrom: join(root, 'seed') })

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'refs-'))
  mkdirSync(join(root, 'seed'))
  writeFileSync(join(root, 'seed/area.yaml'), 'name: Somewhere\n')
  repository = await open()
})

afterEach(async () => {
  await repository.close()
  rmSync(root, { recursive: true, force: true })
})

const journal = () => join(root, 'content.git/moving-refs.json')
const git = (...args: string[]) =>
  execFileSync('git', ['--git-dir', repository.gitDir, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim()

async function nextCommit(text: string): Promise<{ main: string; next: string }> {
  const main = (await repository.refTarget(mainRef)) ?? ''
  const blob = await repository.writeBlob(text)
  const changes = [{ path: 'services/club.md', blob }]
  return {
    main,
    next: await repository.commit({ parents: [main], changes, author, message: 'Change', at: 0 }),
  }
}

it('takes back what a machine that stopped had half moved', async () => {
  const { main, next } = await nextCommit('published')
  git('update-ref', draftRef, next)
  // Publishing moves main and removes the draft; it got as far as main.
  const begun = [
    { ref: mainRef, from: main, to: next },
    { ref: draftRef, from: next, to: null },
  ]
  writeFileSync(journal(), JSON.stringify(begun))
  git('update-ref', mainRef, next)
  await repository.close()
  repository = await open()
  expect(await repository.refTarget(mainRef)).toBe(main)
  expect(await repository.refTarget(draftRef)).toBe(next)
  expect(existsSync(journal())).toBe(false)
})

it('takes back a removal too, and what was new', async () => {
  const { next } = await nextCommit('a draft')
  const state = await repository.writeBlob('{}')
  const begun = [
    { ref: draftRef, from: next, to: null },
    { ref: entryRef, from: null, to: state },
    { ref: 'refs/cms/pictures', from: null, to: next },
  ]
  writeFileSync(journal(), JSON.stringify(begun))
  git('update-ref', entryRef, state)
  await repository.close()
  repository = await open()
  expect(await repository.refTarget(draftRef)).toBe(next)
  expect(await repository.refTarget(entryRef)).toBeUndefined()
})

it('keeps what had moved as a whole', async () => {
  const { main, next } = await nextCommit('published')
  const begun = [
    { ref: mainRef, from: main, to: next },
    { ref: draftRef, from: next, to: null },
  ]
  writeFileSync(journal(), JSON.stringify(begun))
  git('update-ref', mainRef, next)
  await repository.close()
  repository = await open()
  expect(await repository.refTarget(mainRef)).toBe(next)
})

it('leaves a half-written note of what was to move out of account, since nothing has moved then', async () => {
  const { main } = await nextCommit('published')
  writeFileSync(`${journal()}.new`, '[{"ref":"refs/he')
  await repository.close()
  repository = await open()
  expect(await repository.refTarget(mainRef)).toBe(main)
})

it('goes on when a process that moved a ref died with its lock, without a new start', async () => {
  const { main, next } = await nextCommit('published')
  const lock = join(root, 'content.git/refs/heads/main.lock')
  writeFileSync(lock, '')
  const longAgo = new Date(Date.now() - 3_600_000)
  utimesSync(lock, longAgo, longAgo)
  await repository.updateRefs([{ ref: mainRef, from: main, to: next }])
  expect(await repository.refTarget(mainRef)).toBe(next)
})

it('opens soon after a crash: a lock that is young is waited for, and removed when nobody lets it go', async () => {
  const { main, next } = await nextCommit('published')
  await repository.close()
  writeFileSync(join(root, 'content.git/refs/heads/main.lock'), '')
  repository = await open()
  await repository.updateRefs([{ ref: mainRef, from: main, to: next }])
  expect(await repository.refTarget(mainRef)).toBe(next)
})
