import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, expectToFitAcross, signInAs, test } from '../support/app.ts'
import { startTalk } from '../support/chat-people.ts'

// What is on the lists is for these tests to say.
test.use({ houseOf: 'desk-log' })

const club = '/services/example-saturday-play-and-sports-club/'
const guide = '/guides/asking-for-an-ehc-needs-assessment/'

async function fillAddress(page: Page) {
  await page.getByLabel('Your name').fill('Kim Lee')
  await page.getByLabel('Your address').fill('1 Example Road\nSale')
  await page.getByLabel('Postcode').fill('m33 2ug')
}

/** Neither lies over the other. */
async function expectApart(one: Locator, other: Locator) {
  const [first, second] = [await one.boundingBox(), await other.boundingBox()]
  if (!first || !second) throw new Error('One of the two is not shown.')
  const beside = first.x + first.width <= second.x || second.x + second.width <= first.x
  const beneath = first.y + first.height <= second.y || second.y + second.height <= first.y
  expect(beside || beneath).toBe(true)
}

async function expectInOrder(page: Page) {
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 640 })
  await expectToFitAcross(page)
  await page.setViewportSize({ width: 1280, height: 800 })
}

test.describe('a family without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('asks on a guide for a copy by post, and the desk has print and letter ready', async ({
    page,
    browser,
    house,
  }) => {
    await page.goto(guide)
    await page.getByRole('link', { name: 'Post me a copy' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Post me a copy' })).toBeVisible()
    await expect(page.getByText('This is not an emergency service')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'What we post' })).toBeVisible()

    await page.getByLabel('Your name').fill('Kim Lee')
    await page.getByLabel('Postcode').fill('Sale')
    await page.getByRole('button', { name: 'Post it to me' }).click()
    await expect(page.getByRole('link', { name: 'Enter a whole postcode, like M33 2UG.' })).toBeVisible()
    await expectApart(
      page.getByRole('link', { name: /Exit this page/ }),
      page.locator('.govuk-error-summary'),
    )
    await expect(page.getByLabel('Your name')).toHaveValue('Kim Lee')
    await fillAddress(page)
    await page.getByLabel('In large print').check()
    await page.getByRole('button', { name: 'Post it to me' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'We will post it to you' })).toBeVisible()
    await expect(page.getByText(/We post it by the end of/)).toBeVisible()
    const reference = (await page.locator('.reference').textContent()) ?? ''

    const council = await browser.newContext({ baseURL: house.url, locale: 'en-GB', javaScriptEnabled: true })
    const desk = await council.newPage()
    await signInAs(desk, 'navigator', '/desk/paper/')
    await expectInOrder(desk)
    await desk
      .getByRole('listitem')
      .filter({ hasText: reference })
      .getByRole('link', { name: 'Kim Lee' })
      .click()
    const letter = desk.getByRole('article', { name: 'The letter' })
    await expect(letter).toContainText('M33 2UG')
    await expectInOrder(desk)
    const booklet = desk.getByRole('link', { name: /opens in a new tab/ }).first()
    await expect(booklet).toHaveAttribute('href', /\/guides\/[a-z-]+\/print\/#large$/)

    await desk.emulateMedia({ media: 'print' })
    await expect(letter).toBeVisible()
    await expect(desk.getByRole('heading', { level: 1 })).toBeHidden()
    await expect(desk.getByRole('heading', { name: 'Need a person?' })).toBeHidden()
    await desk.emulateMedia({ media: 'screen' })
    await desk.getByRole('button', { name: 'Posted', exact: true }).click()
    await expect(desk.getByRole('status')).toContainText(`${reference} is noted as posted.`)
    await expect(desk.getByText('Nothing is to be posted now.')).toBeVisible()

    await desk.goto(`${guide}print/#large`)
    await expect(desk.locator('html')).toHaveClass(/large-print/)
    await council.close()
  })

  test('is told on the shortlist how to ask, and writes what to post in words', async ({ page }) => {
    await page.goto('/shortlist/')
    await page.getByRole('link', { name: 'ask us to post you a copy' }).click()
    await page.getByRole('button', { name: 'Post it to me' }).click()
    await expect(page.getByRole('link', { name: 'Write what we should post.' })).toBeVisible()
  })
})

test('a shortlist goes to the form and to print without standing in an address', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(club)
  await page.getByRole('button', { name: /^Save / }).click()
  await page.goto('/shortlist/')
  await page.getByRole('button', { name: 'Post me a copy' }).click()
  await expect(page).toHaveURL(/\/post-me-a-copy\/services\/$/)
  await expect(page.getByRole('listitem').filter({ hasText: 'Saturday play and sports club' })).toBeVisible()
  await expectInOrder(page)
  await fillAddress(page)
  await page.getByRole('button', { name: 'Post it to me' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'We will post it to you' })).toBeVisible()
  await expectInOrder(page)

  await page.goto('/shortlist/')
  await page.getByRole('link', { name: 'Print all their pages' }).click()
  await expect(page.getByRole('status')).toHaveText('1 service.')
  await expect(page.getByRole('heading', { level: 2, name: 'Saturday play and sports club' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible()
  await expectInOrder(page)
  expect(asked.filter((url) => new URL(url).search !== '' && /services=/.test(url))).toEqual([])
})

test('a navigator logs a call, notes a gap and a point, and asks editors; each reaches its page', async ({
  page: desk,
  browser,
  house,
}) => {
  const family = await browser.newContext({ baseURL: house.url, locale: 'en-GB' })
  await signInAs(desk, 'navigator', '/desk/')

  await test.step('a call is kept through a lost network and a reload, then stored once', async () => {
    await desk.getByRole('button', { name: 'Log a call or visit' }).click()
    const form = desk.getByRole('dialog', { name: 'Log a call or visit' })
    await form.getByLabel('What was said').fill('Asked when the club opens.')
    await form.getByLabel('Who').fill('Jo')
    await expectAccessible(desk)
    await desk.context().setOffline(true)
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form.getByRole('alert')).toContainText('What you wrote stays here.', { timeout: 30_000 })
    await desk.context().setOffline(false)
    await desk.reload()
    await desk.getByRole('button', { name: 'Log a call or visit' }).click()
    await expect(form.getByLabel('What was said')).toHaveValue('Asked when the club opens.')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(desk.getByText('It is in the log.')).toBeVisible()
  })

  await startTalk(family, 'Is there football for my son?')
  await desk
    .getByRole('navigation', { name: 'Conversations' })
    .getByRole('button', { name: /football/ })
    .click()
  await desk.getByRole('button', { name: 'Take', exact: true }).click()
  await expect(desk.getByLabel(/^Reply to/)).toBeFocused()

  await test.step('a search that finds nothing is counted with one press', async () => {
    await desk.locator('#find-cards-toggle').click()
    await desk.getByLabel('Search services and guides').fill('zzxqv 7 year old')
    await desk.getByRole('button', { name: 'No service found: count it as a gap' }).click()
    await expect(desk.getByText('It is counted as a gap.')).toBeVisible()
    await desk.getByRole('button', { name: 'Close the search' }).click()
  })

  await test.step('words that tell who somebody is are asked about', async () => {
    await desk.getByRole('button', { name: 'Mark a point they made' }).click()
    const point = desk.getByRole('dialog', { name: 'A point that the family made' })
    await point.getByLabel('The point, in your own words').fill('Ring 01632 960 001')
    await expect(point.getByText('This looks like a telephone number.')).toBeVisible()
    await expectAccessible(desk)
    await point.getByRole('button', { name: 'Mark it' }).click()
    await expect(point.getByRole('alert')).toContainText('This looks like a telephone number.')
    await point.getByLabel('The point, in your own words').fill('Clubs are full at weekends.')
    await point.getByRole('button', { name: 'Mark it' }).click()
    await expect(desk.getByText('The point is marked.')).toBeVisible()
  })

  await test.step('editors are asked to mend a record', async () => {
    await desk.getByRole('button', { name: 'This record is wrong' }).click()
    const task = desk.getByRole('dialog', { name: 'This record is wrong' })
    await task.getByLabel(/^The page/).fill(new URL(club, house.url).href)
    await task.getByLabel('What is wrong?').fill('It opens at 10am now.')
    await task.getByRole('button', { name: 'Send to the editors' }).click()
    await expect(desk.getByText('The editors have it on their list.')).toBeVisible()
  })

  await test.step('the log and the themes have it', async () => {
    await desk.goto('/desk/log/')
    await expect(desk.getByRole('listitem').filter({ hasText: 'Asked when the club opens.' })).toHaveCount(1)
    await expectInOrder(desk)
    await desk.goto('/desk/themes/')
    await expect(desk.getByText('1 gap noted.')).toBeVisible()
    await desk.getByLabel('New theme').fill('Weekends')
    await desk.getByRole('button', { name: 'Gather' }).click()
    await expect(desk.getByText('The point is in the theme.')).toBeVisible()
    await expectInOrder(desk)
    await desk.getByRole('link', { name: 'Weekends' }).click()
    await expect(desk.getByText('Clubs are full at weekends.')).toBeVisible()
    await expectInOrder(desk)
  })

  await test.step('an editor ends the task', async () => {
    const office = await browser.newContext({ baseURL: house.url, locale: 'en-GB' })
    const editor = await office.newPage()
    await signInAs(editor, 'editor', '/desk/tasks/')
    const line = editor.getByRole('listitem').filter({ hasText: 'It opens at 10am now.' })
    await expect(line.getByRole('link', { name: 'Change it' })).toHaveAttribute(
      'href',
      /\/admin\/#\/collections\/services\/entries\//,
    )
    await expectInOrder(editor)
    await line.getByText('Done', { exact: true }).click()
    await line.getByLabel('What came of it').fill('Changed.')
    await line.getByRole('button', { name: 'It is done' }).click()
    await expect(editor.getByText('0 tasks to do, 1 done.')).toBeVisible()
    await office.close()
  })
  await family.close()
})
