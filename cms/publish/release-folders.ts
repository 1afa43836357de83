import { mkdir, mkdtemp, readdir, readlink, rename, rm, symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'

/**
 * The folders of built releases: `<time>-<commit>` each, and `current`, a link to the one that people see. A release
 * is built in a hidden folder and gets its name when it is complete.
 */
export function createReleaseFolders(releasesDir: string): ReleaseFolders {
  const current = join(releasesDir, 'current')

  return {
    async workspace() {
      await mkdir(releasesDir, { recursive: true })
      const folder = await mkdtemp(join(releasesDir, '.building-'))
      return { folder, contentDir: join(folder, 'content'), releaseDir: join(folder, 'release') }
    },

    async complete(releaseDir, commit, at) {
      const time = new Date(at).toISOString().replaceAll(/[-:T]|\.\d+Z$/g, '')
      const release = join(releasesDir, `${time}-${commit}`)
      await rm(release, { recursive: true, force: true })
      await rename(releaseDir, release)
      return release
    },

    async switchTo(release) {
      const next = `${current}.next`
      await rm(next, { force: true })
      await symlink(basename(release), next)
      await rename(next, current)
    },

    async currentCommit() {
      const target = await readlink(current).catch((error: unknown) => {
        if (error instanceof Error && Reflect.get(error, 'code') === 'ENOENT') return undefined
        throw error
      })
      const commit = target?.split('-').at(-1)
      if (target === undefined || commit === undefined) return undefined
      const releases = await readdir(releasesDir)
      return releases.includes(target) ? commit : undefined
    },

    async removeOld(keep) {
      const target = await readlink(current)
      const names = (await readdir(releasesDir))
        .filter((name) => releaseName.test(name))
        .sort()
        .reverse()
      const old = names.filter((name) => name !== target).slice(keep)
      await Promise.all(old.map((name) => rm(join(releasesDir, name), { recursive: true, force: true })))
    },

    async removeUnfinished() {
      await mkdir(releasesDir, { recursive: true })
      const unfinished = (await readdir(releasesDir)).filter((name) => name.startsWith('.building-'))
      await Promise.all(
        unfinished.map((name) => rm(join(releasesDir, name), { recursive: true, force: true })),
      )
    },
  }
}

const releaseName = /^\d{14}-[0-9a-f]{40}$/

export interface ReleaseFolders {
  /** A folder of its own for one build. */
  workspace(): Promise<{ folder: string; contentDir: string; releaseDir: string }>
  /** Gives a complete release its name and its place. */
  complete(releaseDir: string, commit: string, at: number): Promise<string>
  /** Makes a release the one that people see, in one step. */
  switchTo(release: string): Promise<void>
  /** The commit that people see; undefined before the first release. */
  currentCommit(): Promise<string | undefined>
  /** Removes all but the current release and the `keep` newest others. */
  removeOld(keep: number): Promise<void>
  /** Removes what builds that were cut off left behind. */
  removeUnfinished(): Promise<void>
}
