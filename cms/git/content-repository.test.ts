import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type ContentRepository, openContentRepository } from './content-repository.ts'
import { mainRef } from './main-branch.ts'
import { MergeConflictError } from './merge-trees.ts'
import { StaleRefError } from './ref-transaction.ts'
import { NotAPlainFileError } from './tree.ts'

const author = { role: 'editor', accountId: '7f0a4c1e' }
const at = Date.UTC(2026, 5, 1, 12)

let root: string
let repository: ContentRepository

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'content-'))
  const seedFrom = join(root, 'seed')
  mkdirSync(join(seedFrom, 'services'), { recursive: true })
  writeFileSync(join(seedFrom, 'area.yaml'), 'name: Demonstration area\n')
  writeFileSync(
    join(seedFrom, 'services/quiet-swim.md'),
    '---\ntitle: Quiet swim\n---\nOne\n\nTwo\n\nThree\n',
  )
  writeFileSync(join(seedFrom, 'services/photo.png'), 'not text')
  mkdirSync(join(seedFrom, 'media/club'), { recursive: true })
  writeFileSync(join(seedFrom, 'media/club/hall.webp'), Uint8Array.of(0xff, 0xfe, 0, 0x80))
  writeFileSync(join(seedFrom, '.hidden.md'), 'hidden')
  symlinkSync('/etc/passwd', join(seedFrom, 'services/link.md'))
  repository = await open('content.git')
})

afterEach(async () => {
  await repository.close()
  rmSync(root, { recursive: true, force: true })
})

const open = (name: string) =>
  openContentRepository({ gitDir: join(root, name), seedFrom: join(root, 'seed') })

const git = (...args: string[]) =>
  execFileSync('git', ['--git-dir', repository.gitDir, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim()

const main = async () => (await repository.refTarget(mainRef)) ?? ''

async function commitText(path: string, text: string, parent: string): Promise<string> {
  const blob = await repository.writeBlob(text)
  return repository.commit({
    parents: [parent],
    changes: [{ path, blob }],
    author,
    message: `Change ${path}`,
    at,
  })
}

it('starts from records and pictures alone and gives the same commit again', async () => {
  const files = (await repository.filesOf(mainRef)).map(({ path }) => path)
  expect(files).toEqual(['area.yaml', 'media/club/hall.webp', 'services/quiet-swim.md'])
  const bytes = await repository.readBytes((await repository.blobAt(mainRef, 'media/club/hall.webp')) ?? '')
  expect([...(bytes ?? [])]).toEqual([0xff, 0xfe, 0, 0x80])
  const second = await open('second.git')
  expect(await second.refTarget(mainRef)).toBe(await main())
  await second.close()
})

it('is not filled again when it is opened a second time', async () => {
  const changed = await commitText('services/quiet-swim.md', 'changed', await main())
  await repository.updateRefs([{ ref: mainRef, from: await main(), to: changed }])
  await repository.close()
  repository = await open('content.git')
  expect(await main()).toBe(changed)
  expect(repository.differsFromCheckout).toBe(false)
})

it('says when the content it was filled from has changed since, and stays as it is', async () => {
  const before = await main()
  await repository.close()
  writeFileSync(join(root, 'seed/area.yaml'), 'name: Another area\n')
  repository = await open('content.git')
  expect(repository.differsFromCheckout).toBe(true)
  expect(await main()).toBe(before)
})

it('can be written to again after a machine stopped in the middle of a write', async () => {
  const lock = join(root, 'content.git/refs/heads/main.lock')
  writeFileSync(lock, '')
  const longAgo = new Date(Date.now() - 3_600_000)
  utimesSync(lock, longAgo, longAgo)
  await repository.close()
  repository = await open('content.git')
  const changed = await commitText('services/quiet-swim.md', 'changed', await main())
  await repository.updateRefs([{ ref: mainRef, from: await main(), to: changed }])
  expect(await main()).toBe(changed)
})

it('refuses to make a ref that is there, and to remove one that is not', async () => {
  const commit = await main()
  const again = repository.updateRefs([{ ref: mainRef, from: null, to: commit }])
  await expect(again).rejects.toThrow(StaleRefError)
  const gone = repository.updateRefs([{ ref: 'refs/heads/cms/services/gone', from: commit, to: null }])
  await expect(gone).rejects.toThrow(StaleRefError)
})

it('names the role and the account as author and itself as committer', async () => {
  const commit = await commitText('services/quiet-swim.md', 'changed', await main())
  expect(git('log', '-1', '--format=%an <%ae>|%cn <%ce>|%at', commit)).toBe(
    `editor <7f0a4c1e@accounts.invalid>|Local Offer CMS <cms@accounts.invalid>|${at / 1000}`,
  )
})

it('refuses a ref that has moved on and changes none of the others', async () => {
  const before = await main()
  const first = await commitText('a.md', 'first', before)
  const second = await commitText('a.md', 'second', before)
  await repository.updateRefs([{ ref: mainRef, from: before, to: first }])
  const stale = repository.updateRefs([
    { ref: 'refs/heads/cms/services/a', from: null, to: second },
    { ref: mainRef, from: before, to: second },
  ])
  await expect(stale).rejects.toThrow(StaleRefError)
  expect(await main()).toBe(first)
  expect(await repository.refTarget('refs/heads/cms/services/a')).toBeUndefined()
})

it('merges changes of different lines and refuses changes of the same line', async () => {
  const base = await main()
  const ours = await commitText(
    'services/quiet-swim.md',
    '---\ntitle: Quiet swim\n---\n1\n\nTwo\n\nThree\n',
    base,
  )
  const theirs = await commitText(
    'services/quiet-swim.md',
    '---\ntitle: Quiet swim\n---\nOne\n\nTwo\n\n3\n',
    base,
  )
  const merged = await repository.merge({ ours, theirs, author, message: 'Publish', at })
  const blob = await repository.blobAt(merged, 'services/quiet-swim.md')
  expect(await repository.readBlob(blob ?? '')).toContain('1\n\nTwo\n\n3')

  const other = await commitText(
    'services/quiet-swim.md',
    '---\ntitle: Quiet swim\n---\nuno\n\nTwo\n\nThree\n',
    base,
  )
  const clash = repository.merge({ ours, theirs: other, author, message: 'Publish', at })
  await expect(clash).rejects.toThrow(MergeConflictError)
  await expect(clash).rejects.toMatchObject({ paths: ['services/quiet-swim.md'] })
})

it('never writes through a link', async () => {
  const target = await repository.writeBlob('/etc')
  const tree = (await repository.git(['mktree'], { input: `120000 blob ${target}\tservices\n` })).output
    .toString()
    .trim()
  const commit = git('-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit-tree', tree, '-m', 'link')
  await expect(commitText('services/passwd.md', 'x', commit)).rejects.toThrow(NotAPlainFileError)
  expect(await repository.filesOf(commit)).toEqual([])
})

it('keeps every one of twelve changes that are made at once', async () => {
  const paths = Array.from({ length: 12 }, (_, index) => `services/service-${index}.md`)
  await Promise.all(
    paths.map((path) =>
      repository.writing(async () => {
        const from = await main()
        await repository.updateRefs([{ ref: mainRef, from, to: await commitText(path, path, from) }])
      }),
    ),
  )
  const files = (await repository.filesOf(await main())).map(({ path }) => path)
  expect(files).toEqual(expect.arrayContaining(paths))
  expect(git('fsck', '--strict', '--no-dangling')).toBe('')
})

it('removes a file, and its folder with the last one', async () => {
  const parent = await main()
  const commit = await repository.commit({
    parents: [parent],
    changes: [{ path: 'services/quiet-swim.md', blob: null }],
    author,
    message: 'Remove',
    at,
  })
  const left = ['area.yaml', 'media/club/hall.webp']
  expect((await repository.filesOf(commit)).map(({ path }) => path)).toEqual(left)
  expect(git('ls-tree', '--name-only', commit)).toBe('area.yaml\nmedia')
})

it('says of a commit who wrote it, by role and account, and when', async () => {
  const commit = await commitText('services/quiet-swim.md', 'changed', await main())
  expect(git('log', '-1', '--format=%an <%ae> %at %s', commit)).toBe(
    `editor <7f0a4c1e@accounts.invalid> ${at / 1000} Change services/quiet-swim.md`,
  )
  expect(git('log', '-1', '--format=%cn <%ce>', commit)).toBe('Local Offer CMS <cms@accounts.invalid>')
})

it('answers undefined for what is not there, even when asked many things at once', async () => {
  const blob = await repository.blobAt(mainRef, 'area.yaml')
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      repository.readBlob(index % 2 ? (blob ?? '') : 'refs/heads/nothing'),
    ),
  )
  expect(answers.filter((answer) => answer === 'name: Demonstration area\n')).toHaveLength(25)
  expect(answers.filter((answer) => answer === undefined)).toHaveLength(25)
})
