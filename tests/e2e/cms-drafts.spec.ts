import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFitAcross, test } from '../support/app.ts'
import { pressAt } from '../support/keyboard.ts'
import { windowOf } from '../support/signed-in-window.ts'

// The site that others read is not changed here.
test.use({ houseOf: 'cms' })

const service = 'example-sen-youth-club'
const draft = `/drafts/services/${service}/`

function pressByKeyboard(page: Page, role: 'button' | 'link', name: string) {
  return pressAt(page.getByRole(role, { name, exact: true }))
}

test('a draft goes from its provider to the site by keyboard alone, without the editor’s board', async ({
  browser,
  house,
}) => {
  test.setTimeout(240_000)
  const provider = await windowOf(browser, house, 'provider', `/my-services/${service}/`)
  await provider.getByLabel('Telephone').fill('01632 960 778')
  await provider.getByRole('button', { name: 'Send to an editor' }).last().press('Enter')
  await expect(provider.getByRole('status').first()).toContainText('An editor looks at your change.')

  const editor = await windowOf(browser, house, 'editor', '/drafts/')
  await expectAccessible(editor)
  await expectToFitAcross(editor)
  await pressByKeyboard(editor, 'link', 'Thursday youth club')
  await expect(editor).toHaveURL(`${house.url}${draft}`)
  await expect(editor.getByRole('main')).toContainText('In the draft: 01632 960 778')
  await expectAccessible(editor)
  await expectToFitAcross(editor)
  await editor.getByLabel('Write a note').fill('Is this the number of the hall?')
  await pressByKeyboard(editor, 'button', 'Send it back with this note')
  await expect(editor.getByRole('status')).toContainText('It is sent back with your note.')

  await provider.goto('/drafts/')
  await expectAccessible(provider)
  await pressByKeyboard(provider, 'link', 'Thursday youth club')
  await expect(provider.getByRole('article')).toContainText('Is this the number of the hall?')
  await provider.getByLabel('Write a note').fill('No, it is the leader’s.')
  await pressByKeyboard(provider, 'button', 'Send the note')
  await expect(provider.getByRole('status')).toContainText('Your note is saved.')
  await pressByKeyboard(provider, 'button', 'Send to the editors')
  await expect(provider.getByRole('status')).toContainText('An editor looks at it now.')

  await editor.goto(draft)
  await expect(editor.getByRole('article').last()).toContainText('No, it is the leader’s.')
  await pressByKeyboard(editor, 'button', 'Publish now')
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText('“Thursday youth club” is published')
  await expectAccessible(editor)
  await expect(editor.getByRole('status')).toContainText('The site now shows your change.', {
    timeout: 150_000,
  })
  await pressByKeyboard(editor, 'link', 'Open the page on the site')
  await expect(editor.getByText('01632 960 778').first()).toBeVisible()
  await provider.context().close()
  await editor.context().close()
})

test('an editor sets a time and takes it back; what is thrown away comes back', async ({
  browser,
  house,
}) => {
  const place = '/drafts/services/example-holiday-club/'
  const editor = await windowOf(browser, house, 'editor', '/my-services/example-holiday-club/')
  await editor.getByLabel('Telephone').fill('01632 960 779')
  await editor.getByRole('button', { name: 'Put it in review' }).last().press('Enter')
  await expect(editor.getByRole('status').first()).toContainText('Your change is in review.')
  await editor.goto(place)
  const nextYear = `${new Date().getUTCFullYear() + 1}-01-02`
  await editor.getByLabel('Day').fill(nextYear)
  await editor.getByLabel('Time in London').fill('soon')
  await editor.getByLabel('Time in London').press('Enter')
  await expect(editor.getByRole('alert')).toContainText('Time: write a time, such as 9am or 17:30.')
  await expectAccessible(editor)
  await editor.getByLabel('Time in London').fill('9am')
  await editor.getByLabel('Time in London').press('Enter')
  await expect(editor.getByRole('status')).toContainText('The time is set.')
  await expect(editor.getByRole('main')).toContainText('This will be published on 2 January')
  await editor.goto('/admin/#/collections/services/entries/example-holiday-club')
  await expect(editor.getByText('Will be published on 2 January')).toBeVisible({ timeout: 60_000 })
  await expectToFitAcross(editor)
  await editor.goto(place)
  await pressByKeyboard(editor, 'button', 'Do not publish it by itself')
  await expect(editor.getByRole('status')).toContainText('The time is taken back.')
  await pressByKeyboard(editor, 'button', 'Throw it away')
  await expect(editor.getByRole('heading', { level: 1 })).toContainText('Throw away the change of')
  await expectAccessible(editor)
  await pressByKeyboard(editor, 'button', 'Throw it away')
  await expect(editor.getByRole('status')).toContainText('The draft is thrown away.')
  await editor
    .getByRole('button', { name: /^Bring it back/ })
    .first()
    .press('Enter')
  await expect(editor.getByRole('main')).toContainText('In the draft: 01632 960 779')
  await editor.context().close()
})
