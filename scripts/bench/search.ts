import { join } from 'node:path'
import { pino } from 'pino'
import { type Browser, chromium, type Page } from 'playwright-core'
import { serveSite } from '../../platform/site-files.ts'
import { createWebApp } from '../../platform/web-app.ts'
import {
  type FamilyQuery,
  heldBack,
  tuned,
  unseen,
} from '../../site/features/find-services/family-queries.fixture.ts'
import { withSaidAge } from '../../site/features/find-services/said-age.ts'
import { emptyQuery } from '../../site/features/find-services/search-query.ts'
import { openReleaseSearch } from '../../tests/support/release-search.ts'
import { bytesOf, type Fetched, watchTransfer } from '../../tests/support/transfer.ts'
import { browserArguments, findBrowser } from '../find-browser.ts'
import type { Benchmark } from './benchmark.ts'
import { type Measurement, measured, percentile } from './measurement.ts'
import { copySiteRoot } from './private-root.ts'
import { miniSearchBytes } from './search-baseline.ts'
import { type InputTime, type SearchInput, searchTimes } from './search-times.ts'
import { timedRun } from './timed-run.ts'
import { writeExampleDirectory } from './write-directory.ts'

const services = 5_000

/**
 * The search over 5,000 services in a real browser, on files as our server sends them: what first results move on an
 * empty cache, beside a MiniSearch index of the same pages; how long results take once the search has been used; and how
 * often the right service stands first.
 */
export const measureSearch: Benchmark = async ({ say, workDir, root }) => {
  say(`Writing and building ${services} services …`)
  const [contentDir, ours] = [join(workDir, 'content'), join(workDir, 'ours')]
  const releaseDir = join(ours, 'dist/site')
  await writeExampleDirectory(root, contentDir, services)
  await copySiteRoot(root, ours)
  await timedRun([process.execPath, 'scripts/build-site.ts'], {
    cwd: ours,
    env: { CONTENT_DIR: contentDir, RELEASE_DIR: releaseDir, ASTRO_TELEMETRY_DISABLED: '1' },
  })
  return measureRelease(releaseDir, say)
}

/** The same for a release that is built already. */
export async function measureRelease(
  releaseDir: string,
  say: (line: string) => void,
): Promise<Measurement[]> {
  const config = { publicUrl: 'http://127.0.0.1', trustProxy: false }
  const app = await createWebApp(config, pino({ level: 'silent' }))
  await serveSite(app, () => releaseDir)
  config.publicUrl = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments() })
  try {
    return [
      ...(await measureBytes(browser, config.publicUrl, releaseDir, say)),
      ...(await measureTimes(browser, config.publicUrl, say)),
      ...(await measureRightness(releaseDir)),
    ]
  } finally {
    await browser.close()
    await app.close()
  }
}

async function measureBytes(
  browser: Browser,
  origin: string,
  releaseDir: string,
  say: (line: string) => void,
): Promise<Measurement[]> {
  const visits: Fetched[][] = []
  for (const words of firstSearches) {
    const fetched = await firstVisit(browser, `${origin}/services/?q=${encodeURIComponent(words)}`)
    say(`first results for “${words}”: ${Math.round(bytesOf(fetched) / 1000)} KB in ${fetched.length} files`)
    visits.push(fetched)
  }
  const most = visits.reduce((a, b) => (bytesOf(b) > bytesOf(a) ? b : a))
  const ofSearch = most.filter(({ path }) => path.startsWith('/search/'))
  const raw = ofSearch.reduce((sum, { rawBytes }) => sum + rawBytes, 0)
  const { alone, withCards } = miniSearchBytes(releaseDir)
  const kilobytes = (bytes: number) => bytes / 1000
  const compared = (name: string, bytes: number, baseline: number, bar?: { atMost: number }) =>
    measured({
      name,
      value: kilobytes(bytes),
      unit: 'KB',
      baseline: kilobytes(baseline),
      ...(bar && { bar }),
    })
  const bar = { atMost: 0.15 }
  return [
    measured({
      name: `first results, everything on the page, the most of ${visits.length} searches`,
      value: kilobytes(bytesOf(most)),
      unit: 'KB',
      bar: { atMost: 300 },
    }),
    compared(
      'of it the files of the search, compressed / MiniSearch index, compressed',
      bytesOf(ofSearch),
      alone.compressed,
      bar,
    ),
    compared('the same, neither compressed', raw, alone.raw, bar),
    compared(
      'the same / MiniSearch index that holds the cards, compressed',
      bytesOf(ofSearch),
      withCards.compressed,
    ),
    compared('everything on the page / MiniSearch index alone, compressed', bytesOf(most), alone.compressed),
  ]
}

/** Opens a search on an empty cache. Gives all that was fetched until nothing more was. */
async function firstVisit(browser: Browser, address: string): Promise<Fetched[]> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const fetched = await watchTransfer(page)
  await page.goto(address)
  await page.locator('#results .card').first().waitFor()
  await page.waitForLoadState('networkidle')
  await context.close()
  return fetched()
}

async function measureTimes(
  browser: Browser,
  origin: string,
  say: (line: string) => void,
): Promise<Measurement[]> {
  const page: Page = await browser.newPage()
  await page.goto(`${origin}/services/?q=club`)
  await page.locator('#results .card').first().waitFor()
  say(`${inputs.length} searches, first with files still to fetch, then again …`)
  const fetching = await searchTimes(page, inputs, 1)
  const warm = await searchTimes(page, inputs, 1)
  say('again with a browser that is 4 times slower …')
  const slow = await searchTimes(page, inputs, 4)
  await page.close()
  const p95 = (name: string, times: readonly number[], bar?: { atMost: number }) =>
    measured({ name, value: percentile(times, 0.95), unit: 'ms', ...(bar && { bar }) })
  const shown = (times: readonly InputTime[]) => times.map((each) => each.shown)
  const busy = (times: readonly InputTime[]) => times.map((each) => each.busy)
  return [
    p95(`input to results, used before, p95 of ${inputs.length}`, shown(warm), { atMost: 100 }),
    p95('of it the page’s own work on the processor', busy(warm)),
    p95('input to results, CPU 4 times slower', shown(slow), { atMost: 300 }),
    p95('of it the page’s own work on the processor, 4 times slower', busy(slow)),
    p95('input to results, words asked for the first time', shown(fetching)),
  ]
}

async function measureRightness(releaseDir: string): Promise<Measurement[]> {
  const index = await openReleaseSearch(releaseDir)
  const percentRight = async (queries: readonly FamilyQuery[]) => {
    let right = 0
    for (const { words, expected } of queries) {
      const { services: found } = await index.search(withSaidAge({ ...emptyQuery, words }))
      const href = (await found[0]?.load())?.card.href ?? ''
      // A copy of the right service is as right.
      if (expected.includes(href.replace(/-\d+\/$/, '/'))) right += 1
    }
    return (100 * right) / queries.length
  }
  const listed = [...tuned, ...heldBack]
  return [
    measured({
      name: `right service first, ${listed.length} searches in families’ words, among ${services}`,
      value: await percentRight(listed),
      unit: '%',
      bar: { atLeast: 90 },
    }),
    measured({
      name: `the same, ${unseen.length} searches of someone who knew nothing of its words`,
      value: await percentRight(unseen),
      unit: '%',
    }),
  ]
}

/** From words on few pages to words on many, one with slips, one that stands for others. */
const firstSearches = [
  'speech therapy',
  'my son has a stammer',
  'autism',
  'school',
  'wheelchair swimming',
  'speach theropy',
  'short breaks for my disabled daughter',
  'help with an EHC plan',
]

/** Families' words, then filters, ages and distances with and without words. */
const inputs: readonly SearchInput[] = [
  ...[...tuned, ...heldBack].map(({ words }) => ({ words })),
  ...['?q=swimming', '?q=club', '?q=support', '?q=school', '?q=therapy', '?sort=name'].flatMap((asked) =>
    [
      '&need=autism',
      '&age=7&cost=free',
      '&category=clubs-activities&day=weekend&access=wheelchair',
      '#near=M33+2UG',
      '#near=M33+2UG&within=3',
      '&age=5-10&need=autism&stated=cost#near=M33+2UG&within=5',
    ].map((more) => ({ link: asked + more })),
  ),
]
