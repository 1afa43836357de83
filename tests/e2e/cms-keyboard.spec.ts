import type { Page } from '@playwright/test'
import { editorFaults } from '../../site/features/statement/editor-faults.ts'
import { expect, signInAs, test } from '../support/app.ts'
import { formOf } from '../support/editor-screens.ts'
import { pressAt } from '../support/keyboard.ts'

// The site that others read is not changed here.
test.use({ houseOf: 'cms' })

const service = 'example-holiday-club'
const toCome = { timeout: 60_000 }

/** For each listed fault that axe cannot find: shows that it is there still. One that is gone leaves the statement. */
const stillThere: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'change of screen': async (page) => {
    await page.goto('/admin/#/collections/services')
    await pressAt(page.getByRole('main').getByRole('link', { name: /^Holiday club/ }))
    await expect(page.getByRole('main', { name: 'Form' })).toBeVisible(toCome)
    expect(await page.evaluate('document.activeElement === document.body')).toBe(true)
  },
  'order of a list': async (page) => {
    await formOf(page, 'services', service)
    const lines = page.getByRole('button', { name: /^Remove Costs \d/ })
    // The names come with the frame after the lines.
    await page.getByRole('button', { name: /^Move Costs 1: A day/ }).focus()
    const before = await lines.evaluateAll(namesOf)
    for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key)
    expect(before.length).toBeGreaterThan(1)
    expect(await lines.evaluateAll(namesOf)).toEqual(before)
  },
  'notices that go away': async (page) => {
    await page.getByRole('textbox', { name: 'Summary', exact: true }).first().fill('A club in the holidays.')
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
    const notice = page.getByRole('alert').filter({ hasText: /^Saved$/ })
    await expect(notice).toBeVisible()
    await expect(notice).toHaveCount(0)
  },
  'board of drafts': async (page) => {
    await page.goto('/admin/#/workflow')
    const card = page.getByRole('link', { name: /Holiday club/ })
    await expect(card).toBeVisible(toCome)
    await card.focus()
    for (const key of ['Space', 'ArrowRight', 'Space']) await page.keyboard.press(key)
    await page.goto(`/drafts/services/${service}/`)
    await expect(page.getByRole('main')).toContainText('Draft')
  },
}

const namesOf = (all: Element[]) => all.map((one) => one.getAttribute('aria-label'))

test('what a keyboard cannot do in the editor is what the statement lists', async ({ page }) => {
  test.setTimeout(180_000)
  const listed = editorFaults.filter(({ foundByAxe }) => foundByAxe === undefined).map(({ name }) => name)
  expect(Object.keys(stillThere).sort()).toEqual(listed.sort())
  page.on('dialog', (dialog) => dialog.accept())
  await signInAs(page, 'provider', '/admin/')
  for (const [name, show] of Object.entries(stillThere)) await test.step(name, () => show(page))
})

test('the editor gives names, hints and mistakes to those who hear it', async ({ page }) => {
  page.on('dialog', (dialog) => dialog.accept())
  await signInAs(page, 'provider', '/admin/')
  await formOf(page, 'services', 'example-holiday-club')
  await expect(page).toHaveTitle('Holiday club for disabled children – Edit the Local Offer')
  const name = page.getByRole('textbox', { name: 'Name', exact: true }).first()
  await expect(name).toHaveAccessibleDescription(/^As it stands on the door\./)
  await name.fill('')
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await expect(name).toHaveAccessibleDescription(/^As it stands on the door\. .*Name is missing\.$/)
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await name.fill('Holiday club for disabled children')
  const remove = page.getByRole('button', { name: /^Remove Costs 1: A day/ })
  const lines = page.getByRole('button', { name: /^Remove Costs \d/ })
  await expect(remove).toBeVisible()
  const count = await lines.count()
  await pressAt(remove)
  await expect(lines).toHaveCount(count - 1)
})
