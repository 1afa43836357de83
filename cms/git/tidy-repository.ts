import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '#platform/error-code.ts'
import type { ContentRepository } from './content-repository.ts'
import { linesOf } from './git-command.ts'

/**
 * Packs the objects of the content repository, while people go on saving. Throws away what no ref and no log of a ref leads
 * to and nobody has needed for two weeks: a save that runs, or one of yesterday that failed, loses nothing. Begins with what
 * a night before left that was stopped in the middle. Gives how much there was and is.
 *
 * @param signal ends it; the repository stays whole
 */
export async function tidyRepository(
  { git, gitDir, letGoOfPacks }: Pick<ContentRepository, 'git' | 'gitDir' | 'letGoOfPacks'>,
  signal?: AbortSignal,
): Promise<TidyReport> {
  const unfinished = await removeUnfinishedPacks(join(gitDir, 'objects/pack'))
  const before = await countObjects(git)
  const options = signal ? { signal } : {}
  await git(
    [
      ...['-c', 'pack.threads=1', '-c', 'pack.windowMemory=64m', '-c', 'repack.writeBitmaps=false'],
      ...['repack', '-A', '-d', '--quiet', `--unpack-unreachable=${grace}`],
    ],
    options,
  )
  await git(['prune', `--expire=${grace}`], options)
  await letGoOfPacks()
  const { looseObjects, packs, kilobytes } = await countObjects(git)
  return {
    looseBefore: before.looseObjects,
    packsBefore: before.packs,
    unfinished,
    looseObjects,
    packs,
    kilobytes,
  }
}

const grace = '14.days.ago'

/** Longer than any pack takes to be written, shorter than from one night to the next. */
const abandonedAfterMs = 12 * 60 * 60_000

/** Git leaves these names behind when it is killed, and never takes them for packs. */
async function removeUnfinishedPacks(folder: string): Promise<number> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  })
  let removed = 0
  for (const name of names.filter((each) => /^\.?tmp[-_]/.test(each))) {
    const { mtimeMs } = await stat(join(folder, name))
    if (Date.now() - mtimeMs < abandonedAfterMs) continue
    await rm(join(folder, name), { force: true })
    removed += 1
  }
  return removed
}

async function countObjects(git: ContentRepository['git']) {
  const counts = new Map(
    (await linesOf(git, ['count-objects', '-v'])).map((line): [string, number] => {
      const [name = '', count] = line.split(': ')
      return [name, Number(count)]
    }),
  )
  const of = (name: string) => counts.get(name) ?? 0
  return { looseObjects: of('count'), packs: of('packs'), kilobytes: of('size') + of('size-pack') }
}

/** Counts, as the audit keeps them. */
export type TidyReport = Readonly<
  Record<'looseBefore' | 'packsBefore' | 'unfinished' | 'looseObjects' | 'packs' | 'kilobytes', number>
>
