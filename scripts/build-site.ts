import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withBuildLock } from '../cms/publish/build-lock.ts'
import { siteBuild } from '../cms/publish/site-build.ts'

/**
 * Builds the site once, from `CONTENT_DIR` (default `site/content`) into `RELEASE_DIR` (default `dist/site`), and shows
 * what the build says. Waits for a build of the same checkout that is already running.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const { build, lockFile } = siteBuild(root)
const [program = '', ...args] = build.command

process.exitCode = await withBuildLock(lockFile, () => {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' })
  return new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
})
