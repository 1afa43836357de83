import { join } from 'node:path'
import type { BuildCommand } from './run-build.ts'

/**
 * How the site of a checkout is built, and the file that is there while it is. `--force` leaves out Astro's store of
 * content, which was seen to keep the last record of a collection after it was removed. Thousands of pages leave much
 * behind that is young: with more room for it, freeing memory takes a third of the time.
 */
export function siteBuild(root: string): { build: BuildCommand; lockFile: string } {
  const bin = join(root, 'node_modules/.bin')
  const build = {
    command: [
      process.execPath,
      '--max-semi-space-size=64',
      join(root, 'node_modules/astro/bin/astro.mjs'),
      'build',
      '--force',
    ],
    cwd: root,
    path: `${bin}:/usr/local/bin:/usr/bin:/bin`,
    home: root,
  }
  return { build, lockFile: join(root, 'dist/build.lock') }
}
