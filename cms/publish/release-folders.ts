import { existsSync, readlinkSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readlink, rename, rm, symlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { errorCode } from '#platform/error-code.ts'

/**
 * The folders of built releases: `<time>-<program>-<commit>` each, and `current`, a link to the one that people see. A release
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

    async complete(releaseDir, { commit, program }, at) {
      const time = new Date(at).toISOString().replaceAll(/[-:T]|\.\d+Z$/g, '')
      const release = join(releasesDir, `${time}-${program}-${commit}`)
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

    current() {
      const name = nameIn(current)
      const [, program, commit] = name?.split('-') ?? []
      if (name === undefined || program === undefined || commit === undefined) return undefined
      return existsSync(join(releasesDir, name)) ? { name, commit, program } : undefined
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

/** Where the link leads; somebody may move it at any time. */
function nameIn(link: string): string | undefined {
  try {
    return readlinkSync(link)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

const releaseName = /^\d{14}-[0-9a-f]+-[0-9a-f]{40}$/

/** What a release is built from. */
export interface ReleaseSource {
  /** Commit of the content repository. */
  readonly commit: string
  /** Version of the program that builds: hexadecimal digits that change whenever the site's own code does. */
  readonly program: string
}

export interface ReleaseFolders {
  /** A folder of its own for one build. */
  workspace(): Promise<{ folder: string; contentDir: string; releaseDir: string }>
  /** Gives a complete release its name and its place. */
  complete(releaseDir: string, source: ReleaseSource, at: number): Promise<string>
  /** Makes a release the one that people see, in one step. */
  switchTo(release: string): Promise<void>
  /** The release that people see, and what it was built from; undefined before the first. */
  current(): (ReleaseSource & { readonly name: string }) | undefined
  /** Removes all but the current release and the `keep` newest others. */
  removeOld(keep: number): Promise<void>
  /** Removes what builds that were cut off left behind. */
  removeUnfinished(): Promise<void>
}
