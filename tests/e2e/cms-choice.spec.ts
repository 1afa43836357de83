import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFitAcross, signInAs, test } from '../support/app.ts'
import { windowOf } from '../support/signed-in-window.ts'

// The site that others read is not changed here.
test.use({ houseOf: 'cms' })

const plain = { hasScripts: false, width: 320 }
const send = (page: Page, name = 'Send to an editor') =>
  page.getByRole('button', { name }).last().press('Enter')

test('two people change one service at the same time: what fits together is kept, the rest is chosen by keyboard', async ({
  browser,
  page,
  house,
}) => {
  test.setTimeout(120_000)
  const own = '/my-services/example-holiday-club/'
  const choice = '/drafts/services/example-holiday-club/choose/'
  const provider = await windowOf(browser, house, 'provider', own, plain)
  const editor = await windowOf(browser, house, 'editor', own, plain)

  // In different fields: both are saved, and the second is told.
  await editor.getByLabel('Email').fill('team@example.org')
  await send(editor, 'Put it in review')
  await expect(editor.getByRole('status').first()).toContainText('Your change is in review.')
  await provider.getByLabel('Notes on times').fill('No club in the first week of January.')
  await send(provider)
  await expect(provider.getByRole('status').first()).toContainText('Both changes are kept')
  await expect(provider.getByLabel('Email')).toHaveValue('team@example.org')

  // In the same field: nothing is overwritten, and the second chooses.
  await editor.goto(own)
  await editor.getByLabel('Telephone').fill('01632 960 555')
  await editor.getByLabel('Website').fill('https://example.org/holiday-club')
  await send(editor, 'Put it in review')
  await expect(editor.getByRole('status').first()).toContainText('Your change is in review.')
  await provider.getByLabel('Telephone').fill('01632 960 444')
  await provider.getByLabel('Notes on times').fill('No club in January.')
  await send(provider)
  await expect(provider).toHaveURL(new RegExp(`${choice}\\?kept=`))
  await expect(provider.getByRole('heading', { level: 1 })).toContainText('Choose what stands in')
  const question = provider.getByRole('group', { name: 'Contact › Telephone' })
  await expect(question).toContainText('01632 960 555')
  await expect(question).toContainText('01632 960 444')
  await expect(question.getByRole('radio', { checked: true })).toHaveCount(0)
  await expectToFitAcross(provider)

  // Nothing is chosen for anybody: without an answer the page says where one is missing.
  await provider.getByRole('button', { name: 'Save what I chose' }).press('Enter')
  const alert = provider.getByRole('alert')
  await expect(alert).toContainText('Choose what stands in “Contact › Telephone”.')
  await alert.getByRole('link').press('Enter')
  await expect(question.getByRole('radio').first()).toBeFocused()
  await expect(provider.getByText('No club in January.')).toBeVisible()

  // The same page with scripts, for axe.
  await signInAs(page, 'provider', choice)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Choose what stands in')
  await expectAccessible(page)

  await question.getByLabel('Use mine').press('Space')
  await provider.getByRole('button', { name: 'Save what I chose' }).press('Enter')
  await expect(provider.getByRole('status').first()).toContainText('What you chose is saved as a draft.')
  await provider.goto(own)
  await expect(provider.getByLabel('Telephone')).toHaveValue('01632 960 444')
  await expect(provider.getByLabel('Website')).toHaveValue('https://example.org/holiday-club')
  await expect(provider.getByLabel('Notes on times')).toHaveValue('No club in January.')
  await provider.context().close()
  await editor.context().close()
})

test('the editor is not told “saved” when the same field was saved in another window, and is led to the choice', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const record = 'example-saturday-play-and-sports-club'
  const open = async (window: Page) => {
    await window.goto(`/admin/#/collections/services/entries/${record}`)
    const summary = window.getByLabel('Summary').first()
    await expect(summary).not.toHaveValue('', { timeout: 60_000 })
    return summary
  }
  const save = (window: Page) => window.getByRole('button', { name: 'Save', exact: true }).click()
  page.context().on('page', (window) => window.on('dialog', (dialog) => dialog.accept()))
  page.on('dialog', (dialog) => dialog.accept())
  await signInAs(page, 'editor', '/drafts/')
  const summary = await open(page)
  const other = await page.context().newPage()
  const otherSummary = await open(other)
  await otherSummary.fill('Play for all on Saturdays.')
  await save(other)
  await expect(other.getByText('Saved', { exact: true }).first()).toBeVisible()

  await summary.fill('Sports for all on Saturdays.')
  await save(page)
  const notice = page.getByRole('region', { name: 'Advice on the text' })
  await expect(notice).toContainText('You changed “Summary” in another window after you opened this page.')
  await expect(page.getByText('Saved', { exact: true })).toHaveCount(0)
  const opening = page.context().waitForEvent('page')
  await notice.getByRole('link', { name: /Go to the choice/ }).press('Enter')
  const choice = await opening
  const question = choice.getByRole('group', { name: 'Summary' })
  await expect(question).toContainText('Play for all on Saturdays.')
  await expect(question).toContainText('Sports for all on Saturdays.')
  await question.getByLabel('Use what you wrote last').check()
  await choice.getByRole('button', { name: 'Save what I chose' }).click()
  await expect(choice.getByRole('status').first()).toContainText('What you chose is saved as a draft.')
  await page.reload()
  await expect(await open(page)).toHaveValue('Sports for all on Saturdays.')
})
