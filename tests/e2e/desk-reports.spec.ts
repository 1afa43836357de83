import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import { openDatabase } from '#platform/database/database.ts'
import { plantConversations } from '../../chat-server/report.fixture.ts'
import {
  expect,
  expectAccessible,
  expectToFitAcross,
  type RunningHouse,
  signInAs,
  test,
} from '../support/app.ts'

// How many came is for these tests to say.
test.use({ houseOf: 'desk-reports' })

const hour = 3_600_000
const march = Date.parse('2026-03-02T09:00:00Z')

/** Chats and calls of March 2026, the month in which clocks change; three chats that nobody took. */
async function plantMarch(house: RunningHouse) {
  const database = await openDatabase({ dataDir: house.dataDir, databaseUrl: undefined })
  await plantConversations(database, 40, (place) => ({
    started_at: march + (place % 20) * 24 * hour,
    email: place === 0 ? 'kim@example.org' : null,
    visitor_name: place === 0 ? 'Kim' : null,
    tags: '["autism"]',
    ...(place < 3 && { navigator_id: null, first_taken_at: null }),
  }))
  await plantConversations(database, 12, (place) => ({
    ...{ started_at: march + place * 24 * hour + 2 * hour, channel: 'telephone' },
  }))
  await database.close()
}

async function openAs(
  browser: Browser,
  house: RunningHouse,
  role: 'lead' | 'officer',
  path: string,
): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: house.url })).newPage()
  await signInAs(page, role, path)
  return page
}

test.beforeAll(({ house }) => plantMarch(house))

const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true })
const row = (page: Page, of: string, name: string) =>
  table(page, of)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })

test('a lead and an officer read the report of a month, download it and print it; a navigator does not', async ({
  browser,
  house,
}) => {
  for (const role of ['lead', 'officer'] as const) {
    const page = await openAs(browser, house, role, '/desk/reports/')
    await expect(page.getByText('Nobody came to us in these days')).toBeVisible()
    await expectAccessible(page)
    await page.goto('/desk/reports/?month=2026-03')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Report: March 2026')
    await expect(row(page, 'How families came to us', 'Chat')).toContainText('40')
    await expect(row(page, 'How families came to us', 'All')).toContainText('52')
    await expect(
      row(page, 'Chats: taken and missed', 'Missed: it ended and nobody had taken it'),
    ).toContainText('hidden')
    await expect(row(page, 'Chats: taken and missed', 'A navigator took it')).toContainText('hidden')
    await expect(row(page, 'What it was about', 'Autism')).toContainText('40')
    await page.context().close()
  }

  const lead = await openAs(browser, house, 'lead', '/desk/reports/')
  await lead.goto('/desk/reports/?month=2026-03')
  await expectAccessible(lead)
  await lead.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(lead)
  await lead.emulateMedia({ colorScheme: 'light' })
  for (const width of [320, 390, 768, 1280]) {
    await lead.setViewportSize({ width, height: 900 })
    await expectToFitAcross(lead)
  }

  const [download] = await Promise.all([
    lead.waitForEvent('download'),
    lead.getByRole('link', { name: 'Download this table (CSV) How families came to us' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('report-month-2026-03-channels.csv')
  expect(await readFile(await download.path(), 'utf8')).toContain(
    'Chat,40\r\nMessage,0\r\nTelephone call,12\r\n',
  )

  await lead.emulateMedia({ media: 'print' })
  await expect(table(lead, 'When they came')).toBeVisible()
  await expect(
    lead.getByRole('img', { name: /Bars of the numbers in the table “How families came to us”/ }),
  ).toBeVisible()
  await expect(lead.getByText('Download this table (CSV)').first()).toBeHidden()
  await expect(lead.getByRole('navigation', { name: 'Your pages' })).toBeHidden()
  await expect(lead.getByText('Each report is safe by itself.', { exact: false })).toBeVisible()
  await lead.emulateMedia({ media: 'screen' })

  await lead.getByText('Choose your own dates').click()
  await lead.getByLabel('First day').fill('2026-03-01')
  await lead.getByLabel(/Last day/).fill('2026-03-03')
  await lead.getByRole('button', { name: 'Show these days' }).press('Enter')
  await expect(lead.getByRole('link', { name: /Choose 7 days or more/ })).toBeVisible()
  await expectAccessible(lead)
  await lead.getByLabel(/Last day/).fill('2026-03-31')
  await lead.getByRole('button', { name: 'Show these days' }).press('Enter')
  await expect(lead.getByRole('heading', { level: 1 })).toHaveText('Report: 1 March 2026 to 31 March 2026')
  await lead.context().close()

  const navigator = await (await browser.newContext({ baseURL: house.url })).newPage()
  await signInAs(navigator, 'navigator', '/desk/')
  const refused = await navigator.goto('/desk/reports/?month=2026-03')
  expect(refused?.status()).toBe(403)
  await expect(navigator.getByRole('heading', { name: 'You cannot open this page' })).toBeVisible()
  await navigator.context().close()
})

test('a lead finds what is kept about somebody, hands out a copy and removes it in two steps', async ({
  browser,
  house,
}) => {
  const page = await openAs(browser, house, 'lead', '/desk/privacy/')
  await expect(page.getByText(/No night has been yet|removed/).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Find conversations' }).press('Enter')
  await expect(page.getByRole('link', { name: /Fill in a reference number/ })).toBeVisible()
  await expectAccessible(page)

  await page.getByLabel('Email address').fill('kim@example.org')
  await page.getByRole('button', { name: 'Find conversations' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'We found 1 conversation' })).toBeVisible()
  expect(page.url()).not.toContain('kim')
  await expectAccessible(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download a copy to read' }).press('Enter'),
  ])
  expect(await readFile(await download.path(), 'utf8')).toContain('Who can help?')

  await page.getByRole('button', { name: /Remove what we keep/ }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Remove what we keep of 1 conversation?' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Remove it now' }).press('Enter')
  await expect(page.getByRole('link', { name: 'Choose why it is removed.' })).toBeVisible()
  await page.getByRole('radio', { name: 'The person asked us to' }).press('Space')
  await page.getByRole('button', { name: 'Remove it now' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Removed: 1 conversation' })).toBeVisible()

  await page.goto('/desk/privacy/')
  await page.getByLabel('Email address').fill('kim@example.org')
  await page.getByRole('button', { name: 'Find conversations' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'We keep nothing under this' })).toBeVisible()
  await page.goto('/desk/reports/?month=2026-03')
  await expect(row(page, 'How families came to us', 'Chat')).toContainText('40')
  await page.context().close()
})
