import type { Browser, Page } from '@playwright/test'
import { type RunningHouse, signInAs } from './app.ts'

/** A window of a browser of its own, as wide as a telephone unless told, signed in, with JavaScript switched off where asked. */
export async function windowOf(
  browser: Browser,
  house: RunningHouse,
  role: 'provider' | 'editor',
  next: string,
  { hasScripts = true, width = 390 } = {},
): Promise<Page> {
  const context = await browser.newContext({
    ...{ baseURL: house.url, javaScriptEnabled: hasScripts },
    viewport: { width, height: 844 },
  })
  const page = await context.newPage()
  await signInAs(page, role, next)
  return page
}
