import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFitAcross, signInAs, test } from '../support/app.ts'

test.use({ houseOf: 'accounts' })

/** Answers as the server would `seconds` before the end of the session, until something is done. */
async function letTimePass(page: Page, seconds: number) {
  await page.route('**/api/session', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), secondsLeft: seconds } })
  })
  await page.route('**/api/session/use', async (route) => {
    await page.unroute('**/api/session')
    await route.continue()
  })
}

/** What the notice has read out. */
const spoken = (page: Page) => page.locator('[aria-live="assertive"]')

test('an admin invites a lead, gives and takes a role, and removes them', async ({ page, house }) => {
  await page.goto('/sign-in/')
  await page.getByRole('button', { name: 'Sign in as admin' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'Invite somebody' }).click()
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByRole('alert')).toContainText('Enter a name')
  await expectAccessible(page)
  await page.getByLabel('Name').fill('Lena Lead')
  await page.getByLabel('Work email address').fill('lena@example.org')
  await page.getByRole('radio', { name: /^Lead/ }).check()
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByRole('status')).toContainText('They are invited')
  const mail = join(house.dataDir, 'mail')
  await expect
    .poll(
      () =>
        globSync('*.eml', { cwd: mail })
          .map((name) => readFileSync(join(mail, name), 'utf8'))
          .join(),
      { timeout: 20_000 },
    )
    .toContain('To: lena@example.org')

  await page.getByRole('link', { name: 'Lena Lead' }).click()
  await expectAccessible(page)
  await page.getByText('Give another role').click()
  await page.getByRole('radio', { name: /^Provider/ }).check()
  await page.getByLabel('Organisation, for a provider').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Give this role' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Provider of' })).toBeVisible()
  await page.getByRole('button', { name: 'Take away the role Lead' }).click()
  await expect(page.getByRole('status')).toContainText('Changed')
  await page.setViewportSize({ width: 320, height: 640 })
  await expectToFitAcross(page)

  await page.getByRole('link', { name: 'Remove Lena Lead' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Remove this account' }).click()
  await expect(page.getByRole('status')).toContainText('The account is gone')
  await expect(page.getByText('Lena Lead')).toBeHidden()

  await page.goto('/audit/')
  await expect(
    page.getByRole('row', { name: /Demonstration admin removed an account.*Someone who has left/ }),
  ).toBeVisible()
  await expectAccessible(page)
  await expectToFitAcross(page)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download these lines as CSV' }).click()
  expect((await download).suggestedFilename()).toBe('audit-log.csv')
})

test('somebody who is removed while at the desk is signed out there within seconds', async ({
  page,
  browser,
  house,
}) => {
  const context = await browser.newContext({ baseURL: house.url })
  const desk = await context.newPage()
  await signInAs(desk, 'navigator', '/desk/')
  await expect(desk.getByRole('switch', { name: 'Available for new chats' })).toBeVisible()
  await signInAs(page, 'admin', '/people/')
  await page.getByRole('link', { name: 'Demonstration navigator' }).click()
  await page.getByRole('link', { name: 'Remove Demonstration navigator' }).click()
  await page.getByRole('button', { name: 'Remove this account' }).click()
  await expect(desk.getByText('You are signed out. Sign in again to use the desk.')).toBeVisible()
  await expectAccessible(desk)
  await context.close()
})

test('a session that ends soon is announced, stays with one press, and takes no focus', async ({ page }) => {
  await signInAs(page, 'lead', '/audit/')
  await letTimePass(page, 170)
  await page.reload()
  const notice = page.getByRole('region', { name: 'Your sign-in' })
  await expect(notice).toContainText('You will be signed out in 3 minutes')
  await expect(spoken(page)).toContainText('You will be signed out in 3 minutes')
  expect(await page.evaluate('document.activeElement === document.body')).toBe(true)
  await expectAccessible(page)
  await notice.getByRole('button', { name: 'Stay signed in' }).click()
  await expect(notice).toBeHidden()
  await expect(spoken(page)).toContainText('You stay signed in')
})

test('the desk warns as well, and a press in one tab keeps the other', async ({ page, context }) => {
  await signInAs(page, 'navigator', '/desk/')
  await letTimePass(page, 250)
  await page.reload()
  const notice = page.getByRole('region', { name: 'Your sign-in' })
  await expect(notice).toContainText('You will be signed out in 5 minutes')
  await expectAccessible(page)
  await page.unroute('**/api/session')
  const other = await context.newPage()
  await other.goto('/sessions/')
  await expect(notice).toBeHidden()
})

test('a page whose session ended keeps what was typed, and goes on after signing in in another tab', async ({
  page,
  context,
}) => {
  await signInAs(page, 'admin', '/people/')
  await page.goto('/people/invite/')
  await page.getByLabel('Name').fill('Otto Officer')
  await page.getByLabel('Work email address').fill('otto@example.org')
  await page.getByRole('radio', { name: /^Officer/ }).check()
  await context.clearCookies()
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
  const notice = page.getByRole('region', { name: 'Your sign-in' })
  await expect(notice).toContainText('You are signed out')
  await expectAccessible(page)
  const opened = context.waitForEvent('page')
  await notice.getByRole('link', { name: 'Sign in in a new tab' }).click()
  const other = await opened
  await other.getByRole('button', { name: 'Sign in as admin' }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Where you are signed in' })).toBeVisible()
  await expectAccessible(other)
  await expect(notice).toBeHidden()
  await page.getByRole('button', { name: 'Invite' }).click()
  await expect(page.getByRole('status')).toContainText('They are invited')
})

test('people and the audit log work without scripts', async ({ browser, house }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: house.url })
  const page = await context.newPage()
  await page.goto('/sign-in/')
  await page.getByRole('button', { name: 'Sign in as admin' }).click()
  await page.getByRole('link', { name: 'Audit log' }).click()
  await page.getByLabel('What', { exact: true }).selectOption('Signing in and out')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByRole('row', { name: /Demonstration admin signed in/ }).first()).toBeVisible()
  await page.getByRole('link', { name: 'Your sign-ins' }).click()
  await expect(page.getByText('This one, now')).toBeVisible()
  await context.close()
})
