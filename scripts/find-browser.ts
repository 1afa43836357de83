/** Finds the Chromium that the page audits and the browser tests use: `node scripts/find-browser.ts [--install]`. */
import { chromium } from 'playwright-core'
import { type Environment, findProgram, printProgram } from './machine-program.ts'

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
 * @throws {ProgramMissingError} with one sentence that says what to install
 */
export function findBrowser(env: Environment = process.env): string {
  return findProgram(env, {
    variable: 'CHROME_PATH',
    isWhat: 'a Chromium',
    names,
    paths: [...macApplications, chromium.executablePath()],
    missing:
      'The tests need a browser: please install Chromium (on Debian: apt-get install chromium) or set CHROME_PATH to one.',
  })
}

/** The arguments that every test browser starts with; root may not use Chromium's sandbox. */
export function browserArguments(isRoot: boolean = process.getuid?.() === 0): string[] {
  const quiet = ['--disable-background-networking', '--disable-gpu', '--disable-dev-shm-usage']
  return isRoot ? ['--no-sandbox', ...quiet] : quiet
}

if (import.meta.main) printProgram(findBrowser, { debianPackage: 'chromium', variable: 'CHROME_PATH' })
