import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFitAcross, signInAs, test } from '../support/app.ts'
import { windowOf } from '../support/signed-in-window.ts'

// The site that others read is not changed here.
test.use({ houseOf: 'cms' })

/** Looks at the page of the service until it says so: a publication takes a moment. */
async function expectLive(page: Page, slug: string, words: string) {
  await expect(async () => {
    await page.goto(`/services/${slug}/`)
    await expect(page.getByRole('main')).toContainText(words, { timeout: 2_000 })
  }).toPass({ timeout: 150_000 })
}

test('a provider proposes a service by keyboard without scripts, an editor publishes it, and later closes it', async ({
  browser,
  page,
  house,
}) => {
  test.setTimeout(240_000)
  const form = await windowOf(browser, house, 'provider', '/my-services/', { hasScripts: false })
  await form.getByRole('link', { name: 'Propose a service' }).press('Enter')
  await form.getByLabel('Name', { exact: true }).fill('Sunday swim')
  await form.getByLabel('Summary').fill('A quiet hour in the small pool.')
  await form.getByLabel('Summary').press('Enter')
  const wrong = form.getByRole('alert')
  await expect(wrong).toContainText('Categories: choose at least 1.')
  await wrong.getByRole('link', { name: /^Categories/ }).press('Enter')
  await form.getByLabel('Clubs and things to do').press('Space')
  await form.getByLabel('Kind of service').fill('Swimming')
  await form.getByLabel('Sunday').press('Space')
  await form.getByLabel('Opens').fill('9am')
  await form.getByLabel('Closes').fill('10am')
  await form.getByRole('button', { name: 'Send to an editor' }).last().press('Enter')
  await expect(form).toHaveURL(`${house.url}/my-services/sunday-swim/proposed/`)
  await expect(form.getByRole('status')).toContainText('“Sunday swim” is waiting for an editor.')

  await signInAs(page, 'editor', '/drafts/services/sunday-swim/')
  await page.getByRole('button', { name: 'Publish now' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('“Sunday swim” is published')

  await page.goto('/my-services/sunday-swim/')
  await page.getByRole('link', { name: 'Close this service, for now or for good' }).press('Enter')
  await page.getByLabel('Closed for good').press('Space')
  await page.getByLabel(/^Since when/).fill('1 May')
  await page.getByLabel(/^Why is it closed/).fill('The pool was sold. Try the Saturday swim.')
  await page.getByRole('button', { name: 'Show what the page will say' }).press('Enter')
  await expect(page.getByRole('main')).toContainText('Closed since 1 May. The pool was sold.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Publish it now' }).press('Enter')
  await expect(page.getByRole('status')).toContainText('Published.')
  await expectLive(form, 'sunday-swim', 'Closed since 1 May. The pool was sold. Try the Saturday swim.')
  await expect(form.getByRole('main')).toContainText('Closed for good')
  await expect(form.getByRole('main')).toContainText('A quiet hour in the small pool.')

  for (const path of [
    '/my-services/new/',
    '/my-services/sunday-swim/close/',
    '/my-services/sunday-swim/reopen/',
  ]) {
    await page.setViewportSize({ width: 390, height: 8_000 })
    await page.goto(path)
    await expectAccessible(page)
    await expectToFitAcross(page)
  }
  await form.context().close()
})
