import type { Locator, Page } from '@playwright/test'
import { faultsIn } from '../a11y/faults-in-part.ts'
import { expect, signInAs, test } from '../support/app.ts'
import { saveForm } from '../support/editor-screens.ts'
import { tabTo } from '../support/keyboard.ts'

// The site that others read is not changed here.
test.use({ houseOf: 'cms' })

const ownService = 'example-saturday-play-and-sports-club'

async function openRecord(page: Page, collection: string, slug: string, field: string) {
  await expect(page).toHaveURL(/\/admin\/#\/collections\//, { timeout: 60_000 })
  await page.goto(`/admin/#/collections/${collection}/entries/${slug}`)
  await expect(page.getByLabel(field, { exact: true }).first()).toBeVisible({ timeout: 60_000 })
}

async function press(page: Page, button: Locator) {
  await button.focus()
  await page.keyboard.press('Enter')
}

test('a provider fills in times and a place by keyboard, and the postcode puts it on the map', async ({
  page,
}) => {
  test.setTimeout(180_000)
  page.on('dialog', (dialog) => dialog.accept())
  await signInAs(page, 'provider', '/admin/')
  await openRecord(page, 'services', ownService, 'Name')

  const times = page.getByRole('group', { name: 'Regular times' })
  await press(page, times.getByRole('button', { name: 'Add another set of hours' }))
  const hours = times.getByRole('group', { name: 'New set of hours' })
  await expect(hours.getByRole('checkbox', { name: 'Monday' })).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  const mornings = times.getByRole('group', { name: /^Monday and Tuesday/ })
  await tabTo(mornings.getByLabel('Opens'))
  await page.keyboard.type('0930AM')
  await tabTo(mornings.getByLabel('Closes'))
  await page.keyboard.type('0900AM')
  await expect(mornings.getByRole('status')).toHaveText(
    'It closes at 9am, but opens at 9:30am. Correct one of them.',
  )
  // Back to the hour, from the half of the day where a browser asks for it.
  for (let part = 0; part < 2; part += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('1130AM')
  await expect(mornings.getByRole('status')).toHaveText('')
  await tabTo(mornings.getByLabel('Part of the year'))
  await page.keyboard.type('Term')
  const inTerm = times.getByRole('group', { name: 'Monday and Tuesday, 9:30am to 11:30am, term time' })
  await expect(inTerm).toBeVisible()

  const places = page.getByRole('group', { name: 'Places', exact: true })
  await press(page, places.getByRole('button', { name: 'Add another place' }))
  await expect(places.getByLabel(/^Name of the place/).last()).toBeFocused()
  await page.keyboard.type('The hut')
  const hut = places.getByRole('group', { name: /^The hut/ })
  await tabTo(hut.getByLabel(/^Town/))
  await page.keyboard.type('Sale')
  await tabTo(hut.getByLabel('Postcode'))
  await page.keyboard.type('zz1 1zz')
  await page.keyboard.press('Tab')
  await expect(
    hut.getByText('We do not know this postcode. Check it, or set the point yourself.'),
  ).toBeVisible()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('m332al')
  await page.keyboard.press('Tab')
  await expect(hut.getByText('On the map: found.')).toBeVisible()
  await expect(hut.getByLabel('Postcode')).toHaveValue('M33 2AL')
  expect(await faultsIn(page, '.row-list')).toEqual([])

  await saveForm(page)
  await expect(page.getByRole('button', { name: 'Status: Draft' })).toBeVisible()
  await page.goto('/admin/')
  await openRecord(page, 'services', ownService, 'Name')
  await expect(inTerm.getByRole('checkbox', { name: 'Tuesday' })).toBeChecked()
  await expect(inTerm.getByRole('checkbox', { name: 'Wednesday' })).not.toBeChecked()
  await press(page, hut.getByText('Set the point yourself'))
  await expect(hut.getByLabel(/^Latitude/)).toHaveValue(/^53\.\d+$/)
  await expect(hut.getByLabel(/^Longitude/)).toHaveValue(/^-2\.\d+$/)
})

test('a row that was removed by mistake comes back, and what is wrong is not saved', async ({ page }) => {
  page.on('dialog', (dialog) => dialog.accept())
  await signInAs(page, 'editor', '/admin/')
  await openRecord(page, 'services', 'sale-leisure-centre', 'Name')
  const times = page.getByRole('group', { name: 'Regular times' })
  const weekend = times.getByRole('group', { name: /^Saturday and Sunday/ })
  const week = times.getByRole('group', { name: /^Monday to Friday/ })
  await press(page, week.getByRole('button', { name: /^Remove/ }))
  await expect(week).toHaveCount(0)
  await expect(weekend).toBeFocused()
  await expect(times.getByText(/^Removed: Monday to Friday/)).toBeVisible()
  await press(page, times.getByRole('button', { name: /^Bring back: Monday to Friday/ }))
  await expect(week).toBeFocused()

  await press(page, week.getByRole('button', { name: /^Copy/ }))
  await expect(week).toHaveCount(2)
  await press(page, week.last().getByRole('button', { name: /^Remove/ }))
  await press(page, times.getByRole('button', { name: 'Add another set of hours' }))
  await press(page, page.getByRole('button', { name: 'Save', exact: true }))
  await expect(times.getByText('Opens: write the time. Closes: write the time.')).toBeVisible()
  await expect(page.getByText(/^Not saved yet. Something is missing/)).toBeVisible()
})

test('what is missing leads to its field, in a group that was folded away too', async ({ page }) => {
  await signInAs(page, 'editor', '/admin/')
  await openRecord(page, 'services', 'sale-leisure-centre', 'Name')
  const panel = page.getByRole('region', { name: /questions families ask/ })
  await press(page, panel.getByRole('button', { name: 'who decides' }))
  await expect(page.getByLabel('Who decides').first()).toBeFocused()
  await press(page, panel.getByRole('button', { name: /who to speak to first/ }))
  await expect(page.getByLabel('Role').first()).toBeFocused()
})

test('a confidential address has no place to fill in', async ({ page }) => {
  await signInAs(page, 'editor', '/admin/')
  await openRecord(page, 'services', 'sale-leisure-centre', 'Name')
  await press(page, page.getByLabel('The address is confidential').first())
  await expect(page.getByText(/Remove the places, so that nobody can find it here/)).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Remove the places' }))
  await expect(page.getByText(/so no place is kept here/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add another place' })).toHaveCount(0)
})

test('an editor changes area settings and the words that families use', async ({ page }) => {
  test.setTimeout(120_000)
  page.on('dialog', (dialog) => dialog.accept())
  await signInAs(page, 'editor', '/admin/')
  await openRecord(page, 'area', 'area', 'Name of the area')
  const opening = page.getByRole('group', { name: 'When navigators answer' })
  await press(page, opening.getByRole('button', { name: 'Add another day' }))
  await page.keyboard.type('Saturday')
  const saturday = opening.getByRole('group', { name: /^Saturday/ })
  await tabTo(saturday.getByLabel('Opens'))
  await page.keyboard.type('1000AM')
  await tabTo(saturday.getByLabel('Closes'))
  await page.keyboard.type('1200PM')
  expect(await faultsIn(page, '.row-list')).toEqual([])
  await saveForm(page)
  await expect(page.getByRole('button', { name: 'Status: Draft' })).toBeVisible()
  await page.goto('/admin/')
  await openRecord(page, 'area', 'area', 'Name of the area')
  await expect(opening.getByRole('group', { name: 'Saturday, 10am to midday' })).toBeVisible()

  await page.goto('/admin/')
  await openRecord(page, 'synonyms', 'synonyms', 'Title')
  await page.getByLabel('Title', { exact: true }).first().fill('Words that families use')
  await saveForm(page)
  await expect(page.getByRole('button', { name: 'Status: Draft' })).toBeVisible()
})
