import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withBuildLock } from '../cms/publish/build-lock.ts'
import { buildLockFile } from './house.ts'

/**
 * Builds the site once, from `CONTENT_DIR` (default `site/content`) into `RELEASE_DIR` (default `dist/site`), and shows
 * what the build says. Waits for a build of the same checkout that is already running.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')

process.exitCode = await withBuildLock(buildLockFile(root), () => {
  const command = join(root, 'node_modules/.bin/astro')
  const child = spawn(command, ['build', '--force'], { cwd: root, stdio: 'inherit' })
  return new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
})
