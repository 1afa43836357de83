import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright-core'
import { z } from 'zod'
import { openDatabase } from '../../platform/database/database.ts'
import { startPostgres } from '../../tests/support/postgres.ts'
import { endServer, freePort, startServer } from '../../tests/support/server-process.ts'
import { browserArguments, findBrowser } from '../find-browser.ts'
import type { Benchmark } from './benchmark.ts'
import { type DeskTimes, deskTimes } from './desk-inputs.ts'
import { searchTranscripts } from './desk-search.ts'
import { openStores, writeConversations } from './example-conversations.ts'
import { type Measurement, measured, percentile } from './measurement.ts'

const open = 200
const slowdown = 4
/** What a person takes for at once. */
const atOnceMs = 100

/**
 * The desk of a navigator on the real program, in a real browser whose processor is made four times slower: 200
 * conversations are open, and new ones come in meanwhile. Then search among 10,000 transcripts on both engines.
 */
export const measureDesk: Benchmark = async ({ say, workDir }) => {
  const times = await timeFullDesk(join(workDir, 'house'), say)
  const postgres = await startPostgres()
  try {
    return [
      ...deskFindings(times),
      ...(await searchTranscripts({ dataDir: join(workDir, 'search'), databaseUrl: undefined }, say)),
      ...(await searchTranscripts(
        { dataDir: join(workDir, 'search'), databaseUrl: await postgres.createDatabase() },
        say,
      )),
    ]
  } finally {
    await postgres.stop()
  }
}

async function timeFullDesk(dataDir: string, say: (line: string) => void): Promise<DeskTimes> {
  await mkdir(dataDir, { recursive: true })
  const port = await freePort()
  const env = { PORT: String(port), DATA_DIR: dataDir, DEMO: '1' }
  const url = `http://localhost:${port}`
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments() })
  let house = await startServer(env)
  try {
    const page = await browser.newPage({ baseURL: url, viewport: { width: 1280, height: 800 } })
    const accountId = await signIn(page)
    await endServer(house, 'SIGINT')
    await fill(dataDir, accountId)
    house = await startServer(env)
    say(`${open} conversations are open; the browser is ${slowdown} times slower …`)
    return await work(browser, page, url)
  } finally {
    await browser.close()
    await endServer(house, 'SIGINT')
  }
}

async function work(browser: Browser, page: Page, url: string): Promise<DeskTimes> {
  await page.goto('/desk/')
  await page
    .locator('.desk-line')
    .nth(open - 1)
    .waitFor({ state: 'attached' })
  const families = new AbortController()
  const arriving = letFamiliesCome(browser, url, families.signal)
  try {
    return await deskTimes(page, slowdown)
  } finally {
    families.abort()
    await arriving
  }
}

/** A new chat every second: the desk hears of it and of the queue, as it does on a busy day. */
async function letFamiliesCome(browser: Browser, url: string, signal: AbortSignal): Promise<void> {
  const families = await browser.newContext({ baseURL: url })
  while (!signal.aborted) {
    await families.request.post('/api/conversations', {
      headers: { origin: url },
      data: { clientConversationId: crypto.randomUUID(), about: 'One more' },
    })
    await families.clearCookies()
    await pause(1_000, undefined, { signal }).catch(() => undefined)
  }
  await families.close()
}

/** Signs in as the demonstration's navigator, and gives their account. */
async function signIn(page: Page): Promise<string> {
  await page.goto('/sign-in/?next=/desk/')
  await page.getByRole('button', { name: /navigator/i }).click()
  await page.waitForURL((address) => address.pathname === '/desk/')
  const me = await page.request.get('/api/me')
  return z.object({ accountId: z.string() }).parse(await me.json()).accountId
}

async function fill(dataDir: string, accountId: string): Promise<void> {
  const database = await openDatabase({ dataDir, databaseUrl: undefined })
  try {
    const stores = await openStores(database)
    await writeConversations(stores, { count: open, messagesEach: 30, takenOfTen: 7, accountId })
  } finally {
    await database.close()
  }
}

function deskFindings({ switching, typing, frames }: DeskTimes): Measurement[] {
  const p95 = (name: string, times: readonly number[]) =>
    measured({ name, value: percentile(times, 0.95), unit: 'ms', bar: { atMost: atOnceMs } })
  return [
    p95(`desk with ${open} conversations: switching, until it is painted, p95`, switching),
    p95(
      `desk with ${open} conversations: typing, until it is painted, p95`,
      typing.length === 0 ? [16] : typing,
    ),
    p95(`desk with ${open} conversations: a frame while the list scrolls, p95`, frames),
  ]
}
