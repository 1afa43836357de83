import { spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { londonDate } from '#records/london-date.ts'
import { withBuildLock } from '../cms/publish/build-lock.ts'
import { siteBuild } from '../cms/publish/site-build.ts'
import { builtFrom } from './built-from.ts'

/**
 * Builds the site once, from `CONTENT_DIR` (default `site/content`) into `RELEASE_DIR` (default `dist/site`), and shows
 * what the build says. Waits for a build of the same checkout that is already running. Does nothing when the site there
 * is built from the same program and content on the same day; `--force` builds it all the same.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const contentDir = resolve(root, process.env['CONTENT_DIR'] || 'site/content')
const releaseDir = resolve(root, process.env['RELEASE_DIR'] || 'dist/site')
const stamp = join(releaseDir, 'built-from.txt')

const { build, lockFile } = siteBuild(root)
process.exitCode = await withBuildLock(lockFile, buildUnlessThere)

async function buildUnlessThere(): Promise<number> {
  const source = await builtFrom(root, contentDir, londonDate(Date.now()))
  const before = await readFile(stamp, 'utf8').catch(() => '')
  if (before === source && !process.argv.includes('--force')) {
    console.log(`The site is up to date: ${releaseDir}. To build it all the same, add -- --force`)
    return 0
  }
  await rm(stamp, { force: true })
  const code = await runBuild()
  if (code === 0) await writeFile(stamp, source)
  return code
}

function runBuild(): Promise<number> {
  const [program = '', ...args] = build.command
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' })
  return new Promise<number>((done, failed) => {
    child.on('error', failed)
    child.on('close', (code) => done(code ?? 1))
  })
}
