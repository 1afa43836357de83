import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import type { Role } from '../../platform/accounts/grants.ts'
import { axeViolations } from '../a11y/axe-audit.ts'
import { bringBuiltSite } from './built-site.ts'
import { endServer, freePort, startServer } from './server-process.ts'

/**
 * The real program, started as `scripts/start` does, with a folder and a port of its own. One for all tests of a worker. Its
 * site stands built.
 */
export interface RunningHouse {
  readonly url: string
  /** What a running installation writes. */
  readonly dataDir: string
  /** Asks it to stop as Ctrl-C does. Gives its exit code. */
  stop(): Promise<number | null>
  /** Ends it as a power cut would, with `kill -9`. */
  kill(): Promise<void>
  /** Starts it again on the same folder and port. */
  start(): Promise<void>
}

export const test = base.extend<object, { houseOf: string; house: RunningHouse }>({
  /** Tests that must find nobody else's conversations name themselves here and get a house of their own. */
  houseOf: ['everybody', { scope: 'worker', option: true }],
  house: [
    async ({ browserName, houseOf }, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), `local-offer-${browserName}-${houseOf}-`))
      bringBuiltSite(dataDir)
      const port = await freePort()
      const env = { PORT: String(port), DATA_DIR: dataDir, DEMO: '1' }
      let child = await startServer(env)
      await use({
        url: `http://localhost:${port}`,
        dataDir,
        stop: () => endServer(child, 'SIGINT'),
        async kill() {
          await endServer(child, 'SIGKILL')
        },
        async start() {
          child = await startServer(env)
        },
      })
      await endServer(child, 'SIGTERM')
      rmSync(dataDir, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  baseURL: async ({ house }, use) => use(house.url),
})

export { expect }

/** Signs in as one of the demonstration's people and goes to a page. */
export async function signInAs(page: Page, role: Role, next: string) {
  await page.goto(`/sign-in/?next=${encodeURIComponent(next)}`)
  await page.getByRole('button', { name: new RegExp(role, 'i') }).click()
  await page.waitForURL((url) => url.pathname === next)
}

/** Fails with a sentence for each thing that axe finds on the page as it stands now (WCAG 2.2 AA). */
export async function expectAccessible(page: Page) {
  expect(await axeViolations(page)).toEqual([])
}

/** Fails when something reaches over the side of the window, so that people must scroll sideways. */
export async function expectToFitAcross(page: Page) {
  const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  const width = page.viewportSize()?.width
  expect(await page.evaluate(over), `scrolled sideways at ${width} pixels`).toBe(0)
}
