import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/**
 * Takes the finished site to `releaseDir`, as the last step of a build. Astro itself can only build on the disk that the
 * program is on: it renames files from its own folder there, which fails when `var/` is a disk of its own.
 */
export function placeRelease(releaseDir: string): AstroIntegration {
  return {
    name: 'place-release',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const built = fileURLToPath(dir).replace(/\/$/, '')
        if (built !== releaseDir) await moveFolder(built, releaseDir)
      },
    },
  }
}

/** Moves a folder into the place of another, which goes; across disks it is copied, and appears there when it is complete. */
export async function moveFolder(from: string, to: string, move: typeof rename = rename): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await rm(to, { recursive: true, force: true })
  try {
    await move(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    const unfinished = `${to}.part`
    await rm(unfinished, { recursive: true, force: true })
    await cp(from, unfinished, { recursive: true })
    await rename(unfinished, to)
    await rm(from, { recursive: true })
  }
}
