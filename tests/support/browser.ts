import { type Browser, chromium } from 'playwright-core'
import { browserArguments, findBrowser } from '../../scripts/find-browser.ts'

/** Starts the machine's Chromium without a window. The caller closes it. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findBrowser(), args: browserArguments() })
}
