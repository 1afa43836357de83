import { randomUUID } from 'node:crypto'
import { cpSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAccountStore } from '#platform/accounts/account-store.ts'
import { exampleService } from '#records/example-content.fixture.ts'
import { type RunningCms, saving, startCms } from '../running-cms.fixture.ts'
import { createRepositoryCheck } from './check-repository.ts'
import { GitError } from './git-command.ts'
import { tidyRepository } from './tidy-repository.ts'

let cms: RunningCms

beforeEach(async () => {
  cms = await startCms()
})

afterEach(() => cms.stop())

const weeksAgo = (weeks: number) => new Date(Date.now() - weeks * 7 * 24 * 60 * 60_000)
const objectPath = (id: string) => join(cms.repository.gitDir, 'objects', id.slice(0, 2), id.slice(2))
const packs = () => join(cms.repository.gitDir, 'objects/pack')
const isThere = (id: string) => cms.git('cat-file', '--batch-check', '--batch-all-objects').includes(id)
const expectSound = () => expect(cms.git('fsck', '--full', '--strict', '--no-dangling')).toBe('')

/** An object that nothing leads to. */
async function leave(content: string, weeks: number): Promise<string> {
  const id = await cms.repository.writeBlob(content)
  utimesSync(objectPath(id), weeksAgo(weeks), weeksAgo(weeks))
  return id
}

// 5 seconds on a quiet machine; saving, packing and whatever else runs beside it share its processors.
it('packs what is stored while 20 people save, and refuses and loses nothing', {
  timeout: 60_000,
}, async () => {
  const rounds = 3
  const people = Array.from({ length: 20 }, (_, index) => `club-${index}`)
  let isSaving = true
  const saves = Promise.all(
    people.map(async (slug) => {
      for (let round = 1; round <= rounds; round += 1) {
        const text = saving(
          slug,
          { ...exampleService, id: undefined, name: `${slug} ${round}` },
          { newEntry: round === 1 },
        )
        expect(await cms.ask('editor', 'persistEntry', text)).toMatchObject({ status: 200 })
      }
    }),
  ).finally(() => {
    isSaving = false
  })
  let nights = 0
  while (isSaving) {
    await tidyRepository(cms.repository)
    nights += 1
  }
  await saves
  expect(nights).toBeGreaterThan(0)
  for (const slug of people)
    expect(cms.git('show', `cms/services/${slug}:services/${slug}.md`)).toContain(`name: ${slug} ${rounds}`)
  const after = await tidyRepository(cms.repository)
  expect(after).toMatchObject({ packs: 1, looseObjects: 0 })
  expectSound()
  expect((await cms.ask('editor', 'unpublishedEntries')).body).toHaveLength(people.length)
})

it('throws away what nobody has needed for two weeks, and nothing that any ref leads to', async () => {
  const old = await leave('old', 3)
  const young = await leave('young', 1)
  const kept = await leave('kept', 3)
  await cms.repository.updateRefs([{ ref: 'refs/cms/kept/someone', from: null, to: kept }])
  await tidyRepository(cms.repository)
  expect([old, young, kept].map(isThere)).toEqual([false, true, true])
  expect(await cms.repository.readBlob(kept)).toBe('kept')
})

it('keeps what somebody saves again, however long it was not needed and wherever it lay', async () => {
  const loose = await leave('alone', 3)
  const packed = await leave('in a pack', 3)
  const { output } = await cms.repository.git(['pack-objects', '--quiet', join(packs(), 'pack')], {
    input: `${packed}\n`,
  })
  const pack = join(packs(), `pack-${output.toString('utf8').trim()}.pack`)
  utimesSync(pack, weeksAgo(3), weeksAgo(3))
  rmSync(objectPath(packed))
  await cms.repository.writeBlob('alone')
  await cms.repository.writeBlob('in a pack')
  await tidyRepository(cms.repository)
  expect([loose, packed].map(isThere)).toEqual([true, true])
})

it('stays whole when it is ended in the middle, and the next night removes what was left', async () => {
  const { git, ...repository } = cms.repository
  const stopping = new AbortController()
  const ended = tidyRepository(
    {
      ...repository,
      git(args, options) {
        const done = git(args, options)
        if (args.includes('repack')) stopping.abort()
        return done
      },
    },
    stopping.signal,
  )
  await expect(ended).rejects.toThrow(GitError)
  expectSound()
  for (const name of ['.tmp-77-pack-aa.pack', 'tmp_pack_Xy', 'tmp_idx_Xy']) {
    writeFileSync(join(packs(), name), 'half a pack')
    utimesSync(join(packs(), name), weeksAgo(1), weeksAgo(1))
  }
  // Somebody else may be writing this one just now.
  writeFileSync(join(packs(), 'tmp_pack_now'), 'half a pack')
  expect(await tidyRepository(cms.repository)).toMatchObject({ unfinished: 3, packs: 1 })
  expect(readdirSync(packs()).filter((name) => name.includes('tmp'))).toEqual(['tmp_pack_now'])
  expectSound()
})

it('writes nothing anew that stands there, but counts it as new', async () => {
  const id = await leave('the same', 3)
  const before = statSync(objectPath(id)).ino
  expect(await cms.repository.writeBlob('the same')).toBe(id)
  expect(statSync(objectPath(id)).ino).toBe(before)
  expect(statSync(objectPath(id)).mtime.getTime()).toBeGreaterThan(weeksAgo(1).getTime())
})

describe('the check of every week', () => {
  const checkOf = () => {
    const accounts = createAccountStore({ ...cms.fresh, newId: randomUUID })
    return createRepositoryCheck({ ...cms.fresh, accounts, repository: cms.repository })
  }

  it('finds nothing wrong, and tells nobody', async () => {
    expect(await checkOf().check()).toEqual({ damaged: false })
    expect(await checkOf().isDamaged()).toBe(false)
    expect(await cms.letters()).toEqual([])
    expect(await cms.fresh.audit.list({ limit: 1 })).toMatchObject([{ action: 'content-whole' }])
  })

  it('tells the editors by email when something is missing, and remembers it until it is mended', async () => {
    const blob = await cms.repository.writeBlob('a text')
    await cms.repository.updateRefs([{ ref: 'refs/cms/kept/someone', from: null, to: blob }])
    rmSync(objectPath(blob))
    expect(await checkOf().check()).toEqual({ damaged: true })
    const letters = await cms.letters()
    expect(letters.map(({ to }) => to)).toContain('editor@example.org')
    expect(letters.map(({ to }) => to)).not.toContain('provider@example.org')
    expect(letters[0]?.subject).toBe('The content of the Local Offer is damaged')
    expect(await checkOf().isDamaged()).toBe(true)
    await cms.repository.writeBlob('a text')
    const again = checkOf()
    expect(await again.check()).toEqual({ damaged: false })
    expect(await again.isDamaged()).toBe(false)
    expect(await cms.letters()).toEqual([])
  })

  it('finds it whole again once what was missing is put back from a backup', async () => {
    const bundle = join(cms.repository.gitDir, 'content.bundle')
    cms.git('bundle', 'create', '--quiet', bundle, '--all')
    const blob = cms.git('rev-parse', 'main:services/club.md')
    await cms.repository.git(['repack', '-a', '-d', '--quiet'])
    for (const name of readdirSync(packs())) rmSync(join(packs(), name))
    expect(await checkOf().check()).toEqual({ damaged: true })
    const mended = join(cms.repository.gitDir, 'mended.git')
    cms.git('clone', '--quiet', '--mirror', bundle, mended)
    cpSync(join(mended, 'objects'), join(cms.repository.gitDir, 'objects'), { recursive: true, force: false })
    expect(isThere(blob)).toBe(true)
    expect(await checkOf().check()).toEqual({ damaged: false })
  })
})
