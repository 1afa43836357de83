import { chromium } from 'playwright-core'
import { browserArguments, findBrowser } from '../find-browser.ts'
import type { OurSide } from './cms-sides.ts'
import { type Measurement, measured, median } from './measurement.ts'

const times = 3

/** How long an editor waits, from asking for the CMS until its list of all services is painted and answers to a press. */
export async function timeEditorsList({ url, cookies }: OurSide): Promise<Measurement[]> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments() })
  try {
    const taken: number[] = []
    for (let time = 0; time < times; time += 1) {
      // An empty cache and an empty store, as on the first visit.
      const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 800 } })
      await context.addCookies(
        cookies.editor.split('; ').map((cookie) => {
          const [name = '', ...value] = cookie.split('=')
          return { name, value: value.join('='), url }
        }),
      )
      const page = await context.newPage()
      const started = performance.now()
      await page.goto('/admin/#/collections/services')
      const first = page.locator('a[href*="/entries/"]').first()
      await first.waitFor()
      // Only a page that is not busy any more draws two frames.
      await page.evaluate(
        () =>
          new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
      )
      taken.push(performance.now() - started)
      await context.close()
    }
    return [
      measured({
        name: 'editor’s list in a browser, until it can be used, empty cache',
        ...{ value: median(taken), unit: 'ms', bar: { atMost: 3_000 } },
      }),
    ]
  } finally {
    await browser.close()
  }
}
