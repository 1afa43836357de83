import { expect, it } from 'vitest'
import { createStoredRecords } from './stored-records.ts'

const [first, second] = ['a'.repeat(40), 'b'.repeat(40)]

/** A repository that tells which commits' files it was asked for. */
function createFiles(commits: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const asked: string[] = []
  const broken = new Set<string>()
  const texts = Object.values(commits).flatMap((files) => Object.values(files))
  return {
    asked,
    broken,
    filesOf: async (commit: string) => {
      asked.push(commit)
      if (broken.has(commit)) throw new Error('The disk does not answer.')
      return Object.entries(commits[commit] ?? {}).map(([path, blob]) => ({ path, blob }))
    },
    blobAt: async (commit: string, path: string) => commits[commit]?.[path],
    readBlob: async (blob: string) => (texts.includes(blob) ? `---\nname: ${blob}\n---\n` : undefined),
  }
}

const isNamed = (...names: string[]) =>
  names.map((name) => expect.objectContaining({ content: { data: { name }, body: '' } }))

it('lists a collection once for a commit, however many ask at once, and anew for another commit', async () => {
  const files = createFiles({
    [first]: { 'services/swim.md': 'Swim', 'services/club.md': 'Club', 'providers/pool.md': 'Pool' },
    [second]: { 'services/swim.md': 'Calm swim' },
  })
  const records = createStoredRecords(files)
  const asked = await Promise.all([records.all(first, 'services'), records.all(first, 'services')])
  for (const list of asked) expect(list).toEqual(isNamed('Swim', 'Club'))
  expect(files.asked).toEqual([first])
  expect(await records.all(first, 'providers')).toEqual(isNamed('Pool'))
  expect(await records.all(second, 'services')).toEqual(isNamed('Calm swim'))
  expect(await records.all(first, 'services')).toEqual(isNamed('Swim', 'Club'))
  expect(files.asked).toEqual([first, first, second, first])
})

it('reads again what could not be read', async () => {
  const files = createFiles({ [first]: { 'services/swim.md': 'Swim' } })
  const records = createStoredRecords(files)
  files.broken.add(first)
  await expect(records.all(first, 'services')).rejects.toThrow('The disk does not answer.')
  files.broken.clear()
  expect(await records.all(first, 'services')).toEqual(isNamed('Swim'))
})
