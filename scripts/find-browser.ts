/** Finds the Chromium that the page audits and the browser tests use: `node scripts/find-browser.ts [--install]`. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The path of a Chromium that can be run: what CHROME_PATH names, else one of the machine's own, else Playwright's.
 * @throws {BrowserMissingError} with one sentence that says what to install
 */
export function findBrowser(env: Environment = process.env): string {
  const wished = env['CHROME_PATH']
  if (wished) {
    if (isProgram(wished)) return wished
    throw new BrowserMissingError(
      `CHROME_PATH holds "${wished}", which is not a program: please set it to a Chromium.`,
    )
  }
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter(Boolean)
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  const found = [...onPath, ...macApplications, chromium.executablePath()].find(isProgram)
  if (found) return found
  throw new BrowserMissingError(
    'The tests need a browser: please install Chromium (on Debian: apt-get install chromium) or set CHROME_PATH to one.',
  )
}

/** The arguments that every test browser starts with; root may not use Chromium's sandbox. */
export function browserArguments(isRoot: boolean = process.getuid?.() === 0): string[] {
  const quiet = ['--disable-background-networking', '--disable-gpu', '--disable-dev-shm-usage']
  return isRoot ? ['--no-sandbox', ...quiet] : quiet
}

/** No browser was found, or the one that CHROME_PATH names cannot be run. */
export class BrowserMissingError extends Error {
  override name = 'BrowserMissingError'
}

type Environment = Readonly<Record<string, string | undefined>>

function isProgram(file: string): boolean {
  if (!file) return false
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Debian's own package: the one way to a browser that needs no other registry. Its output goes to stderr. */
function installFromDebian(): void {
  const quietly = { stdio: ['ignore', process.stderr, process.stderr] as ('ignore' | NodeJS.WriteStream)[] }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-q'], { ...quietly, env })
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { ...quietly, env })
}

function printBrowser(mayInstall: boolean): void {
  try {
    console.log(findBrowser())
  } catch (error) {
    if (!(error instanceof BrowserMissingError)) throw error
    const canInstall =
      mayInstall && process.getuid?.() === 0 && !process.env['CHROME_PATH'] && isProgram('/usr/bin/apt-get')
    if (canInstall) {
      installFromDebian()
      printBrowser(false)
      return
    }
    console.error(error.message)
    process.exitCode = 1
  }
}

if (import.meta.main) printBrowser(process.argv.includes('--install'))
