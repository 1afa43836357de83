import axe from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { z } from 'zod'
import type { AuditResult, Fault } from './release-pages.ts'

/** WCAG 2.2 at level AA, with all that it contains; every impact counts. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** The pages of a release ask the helpdesk for things; it is not there in this audit, and tests/e2e tests it. */
const withoutHelpdesk = '/api/'

/** How the pages are looked at. */
export type View = {
  name: string
  width: number
  height: number
  colorScheme: 'light' | 'dark'
  /** fail when the page must be scrolled sideways (WCAG 1.4.10, reflow) */
  mustReflow: boolean
}

export const desktopView: View = {
  name: 'axe',
  width: 1280,
  height: 900,
  colorScheme: 'light',
  mustReflow: false,
}
/** 1280 pixels at 400 % zoom. */
export const zoomedView: View = {
  name: 'axe at 320 pixels, dark',
  width: 320,
  height: 640,
  colorScheme: 'dark',
  mustReflow: true,
}

/**
 * Runs axe itself on every page, in a few tabs of one browser. A console error, a violation of the content
 * security policy, an uncaught error or a page that does not load is a fault too.
 * @param origin where the release is served, such as `http://127.0.0.1:4321`
 */
export async function auditWithAxe(
  browser: Browser,
  origin: string,
  addresses: readonly string[],
  view: View = desktopView,
  tabs = 3,
): Promise<AuditResult> {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.height },
    colorScheme: view.colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  try {
    const waiting = [...addresses]
    const found = await Promise.all(
      Array.from({ length: tabs }, () => auditInTab(context, origin, waiting, view.mustReflow)),
    )
    return { audit: view.name, pages: addresses.length, faults: found.flat() }
  } finally {
    await context.close()
  }
}

/**
 * What axe finds on the page as it stands now, one sentence a violation.
 *
 * axe counts a link that is half under a fixed bar as a small target. How large a target is does not depend on how far
 * the page is scrolled (WCAG 2.5.8), so such links are looked at once more in the middle of the window.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated through the debugger, so the page's own content security policy stays as it is.
  await page.evaluate(`window.axe ?? (() => { ${axe.source} })()`)
  const found: Violation[] = []
  for (const violation of await runAxe(page, 'document', { type: 'tag', values: tags }))
    if (violation.id === targetSize) {
      const nodes = await stillSmallInTheMiddle(page, violation.nodes)
      if (nodes.length > 0) found.push({ ...violation, nodes })
    } else found.push(violation)
  return found.map(
    ({ id, impact, help, nodes }) =>
      `${id} (${impact ?? 'no impact given'}): ${help}: ${nodes.map((node) => node.target.flat().join(' ')).join(' | ')}`,
  )
}

const targetSize = 'target-size'

async function stillSmallInTheMiddle(page: Page, nodes: Violation['nodes']): Promise<Violation['nodes']> {
  const small: Violation['nodes'] = []
  for (const node of nodes) {
    const selector = node.target[0]
    const isPlain = node.target.length === 1 && typeof selector === 'string'
    if (!isPlain || (await failsInTheMiddle(page, selector))) small.push(node)
  }
  return small
}

async function failsInTheMiddle(page: Page, selector: string): Promise<boolean> {
  const element = `document.querySelector(${JSON.stringify(selector)})`
  const before = await page.evaluate<[number, number]>('[window.scrollX, window.scrollY]')
  await page.evaluate(`${element}.scrollIntoView({ block: 'center', behavior: 'instant' })`)
  const violations = await runAxe(page, element, { type: 'rule', values: [targetSize] })
  await page.evaluate(`window.scrollTo(${before.join(', ')})`)
  return violations.length > 0
}

async function runAxe(page: Page, context: string, runOnly: { type: string; values: string[] }) {
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'] })
  return axeResults.parse(await page.evaluate(`window.axe.run(${context}, ${options})`)).violations
}

const axeResults = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      impact: z.string().nullish(),
      help: z.string(),
      nodes: z.array(z.object({ target: z.array(z.union([z.string(), z.array(z.string())])) })),
    }),
  ),
})
type Violation = z.infer<typeof axeResults>['violations'][number]

async function auditInTab(
  context: BrowserContext,
  origin: string,
  waiting: string[],
  mustReflow: boolean,
): Promise<Fault[]> {
  const page = await context.newPage()
  const faults: Fault[] = []
  let address = ''
  const note = (message: string) => faults.push({ page: address, message })
  page.on('console', (message) => {
    const isHelpdesk = message.location().url.startsWith(origin + withoutHelpdesk)
    if (message.type() === 'error' && !isHelpdesk)
      note(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => note(`uncaught: ${error.message}`))
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    address = next
    try {
      const response = await page.goto(origin + address, { waitUntil: 'load', timeout: 30_000 })
      if (!response?.ok()) note(`answered ${response?.status() ?? 'nothing'}`)
      for (const violation of await axeViolations(page)) note(violation)
      if (mustReflow && (await isWiderThanWindow(page)))
        note('must be scrolled sideways (WCAG 1.4.10, reflow)')
    } catch (error) {
      note(error instanceof Error ? error.message : String(error))
    }
  }
  await page.close()
  return faults
}

/** Whether something reaches over the side of the window, so that people must scroll sideways (WCAG 1.4.10). */
export async function isWiderThanWindow(page: Page): Promise<boolean> {
  return z
    .boolean()
    .parse(await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth'))
}
