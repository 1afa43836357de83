import { defineConfig, devices } from '@playwright/test'
import { browserArguments, findBrowser } from './scripts/find-browser.ts'

/** Each test starts the real server itself (tests/support/app.ts), so no web server is named here. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/build.setup.ts',
  outputDir: 'test-results',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // Actions, requests and what the console said. Pictures of each step and the page at each would be a quarter of all the
    // work, for tests that pass too: `--trace on` records them.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findBrowser(), args: browserArguments() },
  },
})
