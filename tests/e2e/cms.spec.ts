import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { faultsIn } from '../a11y/faults-in-part.ts'
import { expect, signInAs, test } from '../support/app.ts'
import { saveForm } from '../support/editor-screens.ts'
import { run } from '../support/run-command.ts'

// The site that others read is not changed here.
test.use({ houseOf: 'cms' })

const ownService = 'example-saturday-play-and-sports-club'
const otherService = 'sale-leisure-centre'

/** Opens a record in the CMS, once the CMS has shown its first list, and waits until the form is there. */
async function openRecord(page: Page, slug: string) {
  await expect(page).toHaveURL(/\/admin\/#\/collections\//)
  await page.goto(`/admin/#/collections/services/entries/${slug}`)
  await expect(page.getByLabel('Name', { exact: true }).first()).toBeVisible()
}

/** Writes over what a field holds. Decap, when it draws a field anew, takes the selection back from whoever made one. */
async function replaceText(field: Locator, text: string) {
  await expect(async () => {
    await field.fill(text)
    await expect(field).toHaveValue(text, { timeout: 500 })
  }).toPass()
}

async function setStatus(page: Page, from: string, to: string) {
  await page.getByRole('button', { name: `Status: ${from}` }).click()
  await page.getByRole('menuitem', { name: to }).click()
}

test('an editor changes a service and publishes it; the page shows it without a restart', async ({
  page,
  house,
}) => {
  test.setTimeout(180_000)
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(house.url) && !/^(data|blob):/.test(request.url()))
      elsewhere.push(request.url())
  })
  page.on('dialog', (dialog) => dialog.accept())
  const summary = `Two pools, a gym and a sports hall, checked ${Date.now()}.`

  await signInAs(page, 'editor', '/admin/')
  await openRecord(page, otherService)
  await page.getByLabel('Summary').first().fill(summary)
  await saveForm(page)
  await setStatus(page, 'Draft', 'Ready')
  await expect(page.getByRole('button', { name: 'Status: Ready' })).toBeVisible()

  const live = await page.context().newPage()
  await live.goto(`/services/${otherService}/`)
  await expect(live.getByText(summary)).toHaveCount(0)

  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Publish now' }).click()
  await expect(page.getByText('The site now shows your change.')).toBeVisible({ timeout: 120_000 })
  await live.reload()
  await expect(live.getByText(summary)).toBeVisible()

  const { output } = await run('git', ['log', '-1', '--format=%an <%ae> | %cn', 'main'], {
    cwd: join(house.dataDir, 'content.git'),
  })
  expect(output.trim()).toMatch(/^editor <[0-9a-f-]{36}@accounts\.invalid> \| Local Offer CMS$/)
  expect(elsewhere).toEqual([])
})

test('a provider sees their own record only, and is offered neither “Ready” nor “Publish”', async ({
  page,
  browser,
}) => {
  await signInAs(page, 'provider', '/admin/')
  await page.goto('/admin/#/collections/services')
  const list = page.getByRole('main').getByRole('link', { name: /Saturday|Leisure|School/ })
  await expect(list.filter({ hasText: 'Saturday play and sports club' })).toBeVisible()
  await expect(list).toHaveCount(1)

  await page.goto(`/admin/#/collections/services/entries/${otherService}`)
  await expect(page.getByText(/This record belongs to someone else/)).toBeVisible()
  await expect(list.filter({ hasText: 'Saturday play and sports club' })).toBeVisible()

  await openRecord(page, ownService)
  await page
    .getByLabel('Summary')
    .first()
    .fill('Games and sport on Saturdays, for children who like company.')
  await saveForm(page)
  await expect(page.getByRole('button', { name: 'Status: Draft' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish', exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Status: Draft' }).press('Enter')
  await expect(page.getByRole('menuitem')).toHaveText(['Draft', 'In review'])
  await page.getByRole('menuitem', { name: 'In review' }).click()
  await expect(page.getByRole('button', { name: 'Status: In review' })).toBeVisible()

  await page.goto('/admin/#/workflow')
  await expect(page.getByRole('heading', { level: 2, name: 'In review' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: 'Ready' })).toBeHidden()
  await expect(page.getByRole('link', { name: 'See the site (opens in a new tab)' })).toBeVisible()

  const editor = await (await browser.newContext()).newPage()
  await signInAs(editor, 'editor', `/drafts/services/${ownService}/`)
  await editor.getByRole('button', { name: 'Approve, publish later' }).click()
  await editor.context().close()
  await page.getByRole('link', { name: /Saturday play and sports club/ }).click()
  // What an editor approved is not for the provider to move; a change sends it back for another look.
  await expect(page.getByText(/^An editor at the council has approved this draft/)).toBeVisible()
  await expect(page.locator('[inert]')).toHaveText('Status: Ready')
  await page.getByLabel('Summary').first().fill('Games and sport on Saturdays, with a helper for each child.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.locator('[inert]')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Status: In review' })).toBeVisible()
})

test('a link to a record leads to it through the sign-in, and from the form of another', async ({ page }) => {
  await page.goto(`/admin/#/collections/services/entries/${otherService}`)
  await page.waitForURL(/sign-in/)
  await page.getByRole('button', { name: /editor/i }).click()
  await expect(page).toHaveURL(new RegExp(`/admin/#/collections/services/entries/${otherService}$`))
  const name = page.getByLabel('Name', { exact: true }).first()
  await expect(name).toHaveValue(/Sale Leisure Centre/i)
  // As with a bookmark: Decap itself would keep the first record under the name of the second.
  const other = '/admin/#/collections/services/entries/altrincham-library'
  const asked: string[] = []
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    return asked.length === 1 ? dialog.dismiss() : dialog.accept()
  })
  await name.fill('Half a name')
  await page.goto(other)
  await expect.poll(() => asked).toEqual([expect.stringContaining('is not saved')])
  await expect(page).toHaveURL(new RegExp(`${otherService}$`))
  await expect(name, 'whoever rather stays keeps what they typed').toHaveValue('Half a name')
  await page.goto(other)
  await expect(name).toHaveValue(/Altrincham Library/i)
  expect(asked).toHaveLength(2)
})

test('a refused save names each field until it is saved, leads to it, and takes no focus', async ({
  page,
}) => {
  await signInAs(page, 'editor', '/admin/')
  await openRecord(page, 'altrincham-library')
  const tooLong = 'A library with far too much to say. '.repeat(10)
  const summary = page.getByLabel('Summary').first()
  const name = page.getByLabel('Name', { exact: true }).first()
  const save = page.getByRole('button', { name: 'Save', exact: true })
  const notice = page.getByRole('region', { name: 'Not saved' })
  await summary.fill(tooLong)
  await name.fill('Library '.repeat(20))
  await save.press('Enter')
  await expect(notice.getByRole('button')).toHaveText([
    'Name: write at most 120 characters.',
    'Summary: write at most 240 characters.',
    'Close',
  ])
  await expect(save).toBeFocused()
  await expect(summary).toHaveValue(tooLong)
  await expect(summary).toHaveAccessibleDescription(/Summary: write at most 240 characters\.$/)
  expect(await faultsIn(page, '.advice')).toEqual([])

  await notice.getByRole('button', { name: /^Name/ }).press('Enter')
  await expect(name).toBeFocused()
  await replaceText(name, 'Altrincham Library')
  await notice.getByRole('button', { name: /^Summary/ }).press('Enter')
  await expect(summary).toBeFocused()
  await replaceText(summary, 'Books, quiet corners and a lift.')
  await save.press('Enter')
  await expect(page.getByRole('button', { name: 'Status: Draft' })).toBeVisible()
  await expect(notice).toHaveCount(0)
  await expect(summary).not.toHaveAttribute('aria-invalid')
})
