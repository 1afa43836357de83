import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { faultsIn } from '../a11y/faults-in-part.ts'
import { expect, signInAs, test } from '../support/app.ts'
import { saveForm } from '../support/editor-screens.ts'

// The site that others read is not changed here.
test.use({ houseOf: 'cms' })

const ownService = 'example-saturday-play-and-sports-club'
const alt = 'A big hall with mats on the floor and tall windows on one side.'

/** A photograph that says where it was taken, as telephones make them. */
function photograph(): Promise<Buffer> {
  return sharp({ create: { width: 2400, height: 1600, channels: 3, background: '#8a3b12' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 25/1 0/1' } })
    .jpeg()
    .toBuffer()
}

async function openRecord(page: Page, slug: string) {
  await expect(page).toHaveURL(/\/admin\/#\/collections\//)
  await page.goto(`/admin/#/collections/services/entries/${slug}`)
  // The first list after a start reads every record once.
  await expect(page.getByLabel('Name', { exact: true }).first()).toBeVisible({ timeout: 60_000 })
}

async function setStatus(page: Page, from: string, to: string) {
  await page.getByRole('button', { name: `Status: ${from}` }).click()
  await page.getByRole('menuitem', { name: to }).click()
  await expect(page.getByRole('button', { name: `Status: ${to}` })).toBeVisible()
}

test('a provider adds a picture, an editor publishes it, the page shows it with its alternative text', async ({
  page,
  house,
}) => {
  test.setTimeout(240_000)
  page.on('dialog', (dialog) => dialog.accept())
  await signInAs(page, 'provider', '/admin/')
  await openRecord(page, ownService)
  await page.getByRole('button', { name: 'Add picture' }).click()
  const file = page.getByLabel('Picture', { exact: true }).last()
  await file.setInputFiles({
    name: 'plan.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  })
  await expect(page.getByText(/SVG drawings cannot be used/)).toBeVisible()
  await file.setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await photograph() })
  await expect(page.getByText('The picture is uploaded. Now write what is in it.')).toBeVisible()
  await expect(page.getByAltText('The picture that is chosen now').last()).toHaveJSProperty(
    'naturalWidth',
    320,
  )
  await page.getByRole('button', { name: 'Choose one from before' }).last().click()
  await expect(page.getByAltText('Picture 2')).toBeVisible()
  expect(await faultsIn(page, '.picture-field')).toEqual([])
  await page.getByRole('button', { name: 'Close the list' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/Alternative text is missing/i).first()).toBeVisible()
  await page.getByLabel('Alternative text', { exact: true }).last().fill(alt)
  await saveForm(page)
  await setStatus(page, 'Draft', 'In review')

  await page.context().clearCookies()
  await signInAs(page, 'editor', '/admin/')
  await openRecord(page, ownService)
  await setStatus(page, 'In review', 'Ready')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Publish now' }).click()
  await expect(page.getByText('The site now shows your change.')).toBeVisible({ timeout: 120_000 })

  await page.goto(`/services/${ownService}/`)
  const picture = page.getByRole('img', { name: alt })
  await picture.scrollIntoViewIfNeeded()
  await expect(picture).toHaveJSProperty('naturalWidth', 1600)
  const answer = await page.request.get((await picture.getAttribute('src')) ?? '')
  expect(answer.headers()['content-type']).toBe('image/webp')
  expect((await sharp(await answer.body()).metadata()).exif).toBeUndefined()
  await expect(page.getByRole('link', { name: alt })).toHaveAttribute('href', /^\/media\//)
  expect(answer.url().startsWith(house.url)).toBe(true)
})

test('the CMS says how complete a page is, and follows what is typed', async ({ page }) => {
  await signInAs(page, 'editor', '/admin/')
  await openRecord(page, 'altrincham-library')
  const panel = page.getByRole('region', { name: /This page answers \d+ of 12 questions families ask/ })
  const missing = panel.getByRole('listitem').filter({ hasText: 'what it is like there' })
  await expect(missing).toBeVisible()
  expect(await faultsIn(page, '.completeness')).toEqual([])
  const before = (await panel.getByRole('heading').textContent()) ?? ''
  await page.getByLabel('What it is like there').first().fill('Quiet, with a warm carpet.')
  await expect(missing).toHaveCount(0)
  await expect(panel.getByRole('heading')).not.toHaveText(before)
})

test('a provider sees in the list how much each service answers', async ({ page }) => {
  await signInAs(page, 'provider', '/admin/')
  const list = page.getByRole('main')
  await expect(list.getByRole('link', { name: /^Thursday youth club · \d+ of 12 answers$/ })).toBeVisible()
  await expect(list.getByRole('link', { name: /^Saturday play and sports club$/ })).toBeVisible()
})
