import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openDatabase } from '../../platform/database/database.ts'
import {
  expect,
  expectAccessible,
  expectToFitAcross,
  type RunningHouse,
  signInAs,
  test,
} from '../support/app.ts'
import { mailWith } from '../support/house-mails.ts'
import { run } from '../support/run-command.ts'

// The site that others read is not changed here.
test.use({ houseOf: 'cms' })

const root = join(import.meta.dirname, '../..')
const overdueService = '42nd-street'
const itsProvider = 'f566cd3e-0faf-54ae-bad1-0d899d36ebc7'

async function invite({ dataDir, url }: RunningHouse, email: string, role: string, ...more: string[]) {
  const args = ['scripts/invite.ts', '--email', email, '--name', 'Somebody', '--role', role, ...more]
  const env = { DATA_DIR: dataDir, PUBLIC_URL: url, DEMO: '1' }
  const { code, output } = await run(process.execPath, args, { cwd: root, env })
  expect(code, output).toBe(0)
}

/** Has a task of the night done now. */
async function bringForward({ dataDir }: RunningHouse, task: string) {
  const database = await openDatabase({ dataDir, databaseUrl: undefined })
  await database.write((trx) =>
    trx
      .$extendTables<{ job: { kind: string; due_at: number } }>()
      .updateTable('job')
      .set({ due_at: 0 })
      .where('kind', '=', `nightly ${task}`)
      .execute(),
  )
  await database.close()
}

/** Looks at the page on a telephone, tall enough for all of it: the bar at the foot covers what one has not scrolled to. */
async function expectGoodOnTelephone(page: Page) {
  await page.setViewportSize({ width: 390, height: 6_000 })
  await expectAccessible(page)
  await expectToFitAcross(page)
}

test('a reminder leads to a page whose one button says in the provider’s name that all is still correct', async ({
  browser,
  page,
  house,
}) => {
  test.setTimeout(240_000)
  await invite(house, 'street@example.org', 'provider', '--provider', itsProvider)
  await bringForward(house, 'remind-providers')
  const mail = await mailWith(house, 'To: street@example.org', /\/still-correct\//)
  const link = /\/still-correct\/\?link=[\w.-]+/.exec(mail)?.[0] ?? ''
  expect(link).not.toBe('')

  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is “42nd Street” still correct?')
  await expectGoodOnTelephone(page)
  const live = await browser.newPage({ baseURL: house.url })
  await live.goto(`/services/${overdueService}/`)
  await expect(live.getByText('Checked by the provider')).toHaveCount(0)

  const plain = await browser.newContext({ baseURL: house.url, javaScriptEnabled: false })
  const form = await plain.newPage()
  await form.goto(link)
  await form.getByRole('button', { name: 'Yes, all of it is still correct' }).press('Enter')
  await expect(form.getByRole('heading', { level: 1 })).toHaveText('“42nd Street” is checked')
  await page.goto(link)
  await expect(page.getByRole('main')).toContainText('Checked by the provider on')
  await expectGoodOnTelephone(page)
  await expect(async () => {
    await live.reload()
    await expect(live.getByText('Checked by the provider').first()).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 150_000 })

  await page.goto(link.slice(0, -9))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link does not work')
  await expectGoodOnTelephone(page)
  await live.close()
  await plain.close()
})

test('an editor gets one email on Mondays, and the list behind it', async ({ page, house }) => {
  await invite(house, 'editor@council.example.org', 'editor')
  await bringForward(house, 'weekly-letters')
  const mail = await mailWith(house, 'To: editor@council.example.org', /Local Offer this week/)
  expect(mail).toContain(`${house.url}/weekly-list/`)

  await signInAs(page, 'editor', '/weekly-list/')
  await expect(page.getByRole('heading', { name: /^Overdue for a check: \d+$/ })).toBeVisible()
  await expectGoodOnTelephone(page)
  await page.getByRole('button', { name: 'Stop the weekly email' }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'You get no more weekly emails.' })).toBeVisible()
  await page.getByRole('button', { name: 'Send me the weekly email' }).click()
  await expect(page.getByRole('button', { name: 'Stop the weekly email' })).toBeVisible()
})
