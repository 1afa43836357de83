import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { countContent, whatIsUnclear } from './count-content.ts'
import type { FaultEditor } from './fault-editor.ts'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'count-content-'))
  git('init', '--quiet', '--initial-branch=main')
  mkdirSync(join(dataDir, 'services'))
  mkdirSync(join(dataDir, 'releases/one/services'), { recursive: true })
  symlinkSync('one', join(dataDir, 'releases/current'))
  site({ first: 'a', last: 'a', shown: true })
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const git = (...args: string[]) =>
  execFileSync('git', ['-C', dataDir, '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
    encoding: 'utf8',
  }).trim()
const cms = () => ({ git, dataDir })

/** Publishes a change of the club, and gives the version of its text. */
function publish(change: number): string {
  writeFileSync(join(dataDir, 'services/club.md'), `This is change ${change}.\n`)
  git('add', 'services')
  git('commit', '--quiet', '--allow-empty', '--message', 'Publish')
  return git('rev-parse', 'HEAD:services/club.md')
}

function site({ first, last, shown }: { first: string; last: string; shown: boolean }): void {
  const file = (path: string, text: string) => writeFileSync(join(dataDir, 'releases/one', path), text)
  file('first.txt', first)
  file('last.txt', last)
  file('records.json', JSON.stringify([{ path: 'services/club.md' }]))
  if (shown) file('services/club.md.txt', 'Club')
  else rmSync(join(dataDir, 'releases/one/services/club.md.txt'))
}

function editor(saved: FaultEditor['saved'], published: readonly number[] = []): FaultEditor {
  return { slug: 'club', sent: () => 9, saved, published, refusals: [], work: async () => {} }
}

it('finds nothing wrong where nothing is', () => {
  const saved = [1, 2].map((change) => ({ change, version: publish(change) }))
  expect(countContent(cms(), [editor(saved, [2])])).toMatchObject({
    lost: 0,
    doubled: 0,
    misordered: 0,
    seen: 2,
  })
  expect(whatIsUnclear(cms())).toEqual([])
})

it('counts a save whose text is gone, and one that is not the newest', () => {
  const version = publish(1)
  const gone = { change: 2, version: 'f'.repeat(40) }
  expect(countContent(cms(), [editor([{ change: 1, version }, gone])])).toMatchObject({ lost: 2, seen: 1 })
})

it('counts a publication that the site was never given', () => {
  const version = publish(1)
  expect(countContent(cms(), [editor([{ change: 1, version }], [3])])).toMatchObject({ lost: 1 })
})

it('counts what was published twice, and an older text over a newer one', () => {
  for (const change of [1, 2, 1]) publish(change)
  expect(countContent(cms(), [editor([])])).toMatchObject({ doubled: 1, misordered: 1 })
})

it('names a draft without a state, a state without a draft, and a draft that is published', () => {
  publish(1)
  git('branch', 'cms/services/club')
  git('update-ref', 'refs/cms/entries/services/other', git('rev-parse', 'HEAD:services/club.md'))
  expect(whatIsUnclear(cms())).toEqual([
    'services/club has no state',
    'services/other has no draft',
    'services/club is published and a draft too',
  ])
})

it('names half a site', () => {
  publish(1)
  site({ first: 'a', last: 'b', shown: false })
  expect(whatIsUnclear(cms())).toEqual([
    expect.stringContaining('is of two contents'),
    'services/club.md is not shown',
  ])
})
