import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFitAcross, signInAs, test } from '../support/app.ts'
import { windowOf } from '../support/signed-in-window.ts'

// The site that others read is not changed here.
test.use({ houseOf: 'cms' })

const service = 'example-sen-youth-club'
const here = `/my-services/${service}/`

/** The same page with scripts, for axe, which needs them. */
async function expectAccessibleAt(page: Page, path: string) {
  // Tall enough for all of it: the bar at the foot covers what one has not scrolled to.
  await page.setViewportSize({ width: 390, height: 6_000 })
  await page.goto(path)
  await expectAccessible(page)
  await expectToFitAcross(page)
}

test('a provider changes times and contact without scripts; an editor publishes it, sees who did what, and puts it back', async ({
  browser,
  page,
  house,
}) => {
  test.setTimeout(300_000)
  const form = await windowOf(browser, house, 'provider', '/my-services/', { hasScripts: false })
  await expect(form.getByRole('heading', { level: 1 })).toHaveText('Your services')
  await form.getByRole('link', { name: 'Thursday youth club' }).press('Enter')
  await expect(form).toHaveURL(`${house.url}${here}`)

  // By keyboard alone: Enter in a field sends, so what is wrong is said at its field.
  await form.getByLabel('Telephone').fill('12')
  await form.getByLabel('Telephone').press('Enter')
  await expect(form.getByRole('alert')).toContainText('Telephone: write the number in groups')
  await expect(form.getByLabel('Telephone')).toHaveValue('12')
  await form.getByRole('alert').getByRole('link').press('Enter')
  await form.getByLabel('Telephone').fill('01632 960 777')
  await form.getByRole('button', { name: 'Add another time' }).press('Enter')
  const rows = form.getByRole('group', { name: /^Time \d+$/ })
  const added = rows.last()
  await added.getByLabel('Sunday').press('Space')
  await added.getByLabel('Opens').fill('10am')
  await added.getByLabel('Closes').fill('9am')
  await form.getByLabel('Website').press('Enter')
  await expect(form.getByRole('alert')).toContainText('It closes at 9am but opens at 10am.')
  await rows.last().getByLabel('Closes').fill('12:30pm')
  await form.getByRole('button', { name: 'Send to an editor' }).last().press('Enter')
  await expect(form.getByRole('status')).toContainText('An editor looks at your change.')
  await expect(form).toHaveTitle(/^Sent/)

  await signInAs(page, 'provider', '/my-services/')
  await expectAccessibleAt(page, '/my-services/')
  await expectAccessibleAt(page, here)
  await page.getByLabel('Email').fill('nobody')
  await page.getByLabel('Email').press('Enter')
  await expect(page.getByRole('alert')).toContainText('Email: write an email address')
  await expectAccessible(page)

  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'light' })

  await page.context().clearCookies()
  page.on('dialog', (dialog) => dialog.accept())
  await page.setViewportSize({ width: 1280, height: 900 })
  await signInAs(page, 'editor', '/admin/')
  await expect(page).toHaveURL(/\/admin\/#\/collections\//)
  await page.goto(`/admin/#/collections/services/entries/${service}`)
  await expect(page.getByLabel('Name', { exact: true }).first()).toBeVisible({ timeout: 60_000 })
  const links = page.getByRole('link', { name: 'Who changed this, and earlier versions' })
  await expect(links).toHaveAttribute('href', `/records/services/${service}/history/`)
  await page.goto(`/records/services/${service}/notes/`)
  await page.getByLabel('Write a note').fill('Is the new number right?')
  await page.getByRole('button', { name: 'Send the note' }).press('Enter')
  await expect(page.getByRole('status')).toContainText('Your note is saved.')
  await expectAccessible(page)
  await form.getByRole('link', { name: /^See the change/ }).press('Enter')
  await expect(form.getByRole('article')).toContainText('Is the new number right?')
  await form.getByLabel('Write a note').fill('Yes, it is.')
  await form.getByRole('button', { name: 'Send the note' }).press('Enter')
  await expect(form.getByRole('status')).toContainText('Your note is saved.')
  await page.reload()
  await expect(page.getByRole('article').last()).toContainText('Demonstration provider (provider)')
  await expect(page.getByRole('article').last()).toContainText('Yes, it is.')
  await page.goto(`/admin/#/collections/services/entries/${service}`)
  await expect(links).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Status: In review' }).click()
  await page.getByRole('menuitem', { name: 'Ready' }).click()
  await expect(page.getByRole('button', { name: 'Status: Ready' })).toBeVisible()
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Publish now' }).click()
  await expect(page.getByText('The site now shows your change.')).toBeVisible({ timeout: 150_000 })
  await page.goto(`/services/${service}/`)
  await expect(page.getByText('01632 960 777').first()).toBeVisible()

  await expectAccessibleAt(page, `/records/services/${service}/history/`)
  const main = page.getByRole('main')
  await expect(main).toContainText(
    'Written by Demonstration provider (provider). Published by Demonstration editor (editor).',
  )
  await expect(main).toContainText('When › Regular times')
  await expect(main).toContainText('Days: Sunday; Opens: 10am; Closes: 12:30pm')
  await page.getByRole('button', { name: /^Put back this version that came first/ }).press('Enter')
  await expect(page.getByRole('status')).toContainText('The earlier version is back.')
  await expect(async () => {
    await page.goto(`/services/${service}/`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thursday youth club', {
      timeout: 2_000,
    })
    await expect(page.getByText('01632 960 777')).toHaveCount(0, { timeout: 2_000 })
  }).toPass({ timeout: 150_000 })
  await form.context().close()
})
