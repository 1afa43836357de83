import type { Locator } from '@playwright/test'
import { expect, expectAccessible, test } from '../support/app.ts'

test.describe('a parent looks for something', () => {
  test('finds a service by typing, opens its page, and comes back to the same results', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('main').getByRole('searchbox').fill('speech therapy')
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click()
    await expect(page).toHaveURL(/\/services\/\?q=speech/)
    await expect(page.getByRole('status')).toContainText(/\d+ services? for “speech therapy”/)
    await expectAccessible(page)
    const result = page.getByRole('link', { name: 'Children’s speech and language therapy' })
    await result.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Children’s speech and language therapy')
    await page.goBack()
    await expect(page.getByRole('searchbox').first()).toHaveValue('speech therapy')
    await expect(result).toBeVisible()
  })

  test('sees on a service page who decides, how long it takes and what to do if it does not happen', async ({
    page,
  }) => {
    await page.goto('/services/example-speech-and-language-therapy/')
    for (const answer of [
      'Who it is for',
      'How to get it',
      'Who decides',
      'How long it takes',
      'What it costs',
    ])
      await expect(page.getByRole('term').filter({ hasText: answer })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'If this does not happen' })).toBeVisible()
    await expect(page.getByText('Example service')).toBeVisible()
  })

  test('is told “not stated” rather than something made up', async ({ page }) => {
    await page.goto('/services/sale-leisure-centre/')
    const cost = page.getByRole('definition').filter({ hasText: 'Not stated' })
    await expect(cost.first()).toBeVisible()
    await expect(page.getByText('Open Government Licence')).toBeVisible()
  })

  test('is helped when nothing is found', async ({ page }) => {
    await page.goto('/services/?q=xqzvwk')
    await expect(page.getByRole('status')).toContainText('No services')
    await expect(
      page
        .getByRole('main')
        .getByRole('link', { name: /navigator|chat|message/i })
        .first(),
    ).toBeVisible()
    await expectAccessible(page)
  })
})

test.describe('a parent narrows a search down', () => {
  test('by age, cost and distance; the link can be shared, and nothing vanishes for saying nothing', async ({
    page,
    context,
  }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto('/services/')
    await page.getByRole('link', { name: /Filter all services/ }).click()
    const count = page.getByRole('status').first()
    await expect(count).toContainText(/^5\d\d services, by name/)
    const age = page.getByLabel('Age', { exact: true })
    await age.fill('7')
    await age.press('Enter')
    await expect(count).toContainText('more do not say their ages')
    await page.getByLabel('Postcode').fill('m332ug')
    await page.getByLabel('Postcode').press('Enter')
    await expect(count).toContainText('near M33 2UG, nearest first')
    await page.getByLabel('How far').selectOption('Within 3 miles')
    await page.locator('summary', { hasText: 'Cost' }).click()
    await page.getByRole('checkbox', { name: /^Free/ }).check()
    await expect(count).toContainText('within 3 miles of M33 2UG')
    await expect(page).toHaveURL(/\?age=7&cost=free&sort=match#near=M33\+2UG&within=3$/)
    await expect(page.getByText(/mile(s)? away/).first()).toBeVisible()
    await expectAccessible(page)
    expect(asked.filter((url) => /2UG|2ug/.test(url))).toEqual([])
    expect(asked.some((url) => url.endsWith('/postcodes/M33.json'))).toBe(true)

    const words = (await count.textContent()) ?? ''
    const shared = await context.newPage()
    await shared.goto(page.url())
    await expect(shared.getByRole('status').first()).toHaveText(words)
    await page.reload()
    await expect(count).toHaveText(words)

    await page.getByRole('button', { name: 'Remove filter: Free' }).click()
    await expect(page).toHaveURL(/\?age=7&sort=match#/)
    await page.goBack()
    await expect(page.getByRole('button', { name: 'Remove filter: Free' })).toBeVisible()
    await page.getByRole('button', { name: 'Clear all' }).click()
    await expect(count).toContainText(/^5\d\d services, by name/)
  })

  test('and leaves out those that do not say, or keeps them', async ({ page }) => {
    await page.goto('/services/?age=7')
    const unsaid = page.getByRole('heading', { name: /more do not say their ages/ })
    await expect(unsaid).toBeVisible()
    await page
      .getByRole('checkbox', { name: /Keep those that do not say/ })
      .first()
      .uncheck()
    await expect(unsaid).toBeHidden()
    await expect(page).toHaveURL(/stated=age/)
  })

  test('in words that are typed wrong, or that only families use', async ({ page }) => {
    const first = page.getByRole('heading', { level: 3 }).getByRole('link').first()
    await page.goto('/services/?q=speach+theropy')
    await expect(page.getByText('Showing results for speech therapy')).toBeVisible()
    await expect(first).toHaveText('Children’s speech and language therapy')
    await page.goto('/services/?q=SALT')
    await expect(first).toHaveText('Children’s speech and language therapy')
  })

  test('with an age in words, which becomes the filter and can be taken off', async ({ page }) => {
    await page.goto('/services/?q=speech+therapy+4+year+old')
    const count = page.getByRole('status').first()
    await expect(count).toContainText(/^\d services? for “speech therapy” for a 4 year old/)
    await page.getByRole('button', { name: 'Remove filter: Age 4' }).click()
    await expect(count).not.toContainText('4 year old')
    await expect(page.getByLabel('What do you need?')).toHaveValue('speech therapy')
    await expect(page).toHaveURL(/\?q=speech\+therapy$/)
  })

  test('about self-harm, and sees whom to call before anything else', async ({ page }) => {
    await page.goto('/services/?q=self-harm')
    const main = page.getByRole('main')
    await expect(main.getByRole('link', { name: 'Call 999' })).toHaveAttribute('href', 'tel:999')
    await expect(main.getByRole('link', { name: 'call NHS 111' })).toHaveAttribute('href', 'tel:111')
    await expect(main.getByText('choose the mental health option').first()).toBeVisible()
    await expectAccessible(page)
    await page.goto('/services/?q=swimming')
    await expect(page.getByRole('status').first()).toContainText('services for “swimming”')
    await expect(main.getByRole('link', { name: 'call NHS 111' })).toHaveCount(0)
  })

  test('and finds at most two guides after the first services, each under its kind', async ({ page }) => {
    await page.goto('/services/?q=autism')
    await expect(page.getByRole('status').first()).toContainText('for “autism”')
    const title = page.getByRole('heading', { name: 'Guides that may help' })
    const kinds = page.getByRole('main').getByText(/^(Guide|Step by step|When things go wrong)$/)
    await expect(kinds).toHaveCount(2)
    await expect(page.getByRole('main').getByRole('article').nth(3)).toBeVisible()
    const services = page.getByRole('main').getByRole('article')
    expect(await isBefore(services.nth(2), title)).toBe(true)
    expect(await isBefore(kinds.last(), services.nth(3))).toBe(true)
    await expect(page.getByText('Showing results for')).toHaveCount(0)
  })

  test('is told in a sentence what cannot be used, and the rest works', async ({ page }) => {
    await page.goto('/services/?q=swimming&need=magic&colour=red')
    await expect(page.getByText('We left out a part of this link that we do not know')).toContainText(
      'need=magic',
    )
    const count = page.getByRole('status').first()
    await expect(count).toContainText('services for “swimming”')
    for (const [label, typed, sentence] of [
      ['Age', '40', 'birth to 25'],
      ['Age', '10 to 5', 'younger age first'],
      ['Postcode', 'M33', 'not a whole postcode'],
      ['Postcode', 'B1 1AA', 'could not find B1 1AA in this area'],
    ] as const) {
      await page.getByLabel(label, { exact: true }).fill(typed)
      await page.getByLabel(label, { exact: true }).press('Enter')
      await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
      await expect(count).toContainText('services for “swimming”')
    }
    await expectAccessible(page)
  })

  test('is told which filter to leave out when nothing is left', async ({ page }) => {
    await page.goto('/services/?q=swimming&cost=free&stated=cost')
    await expect(page.getByRole('status').first()).toContainText('No services')
    const offer = page.getByRole('button', { name: /^leave out/ }).first()
    await expect(offer).toBeVisible()
    await expect(page.getByRole('main').getByRole('link', { name: 'ask a navigator' })).toBeVisible()
    await expectAccessible(page)
    await offer.click()
    await expect(page.getByRole('status').first()).not.toContainText('No services')
  })
})

/** Whether one thing stands before another in the page. */
async function isBefore(one: Locator, other: Locator): Promise<boolean> {
  const [above, below] = [await one.boundingBox(), await other.boundingBox()]
  return above !== null && below !== null && above.y + above.height <= below.y
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('every service is reached through the A to Z', async ({ page }) => {
    await page.goto('/services/')
    await page.getByRole('link', { name: /from A to Z/ }).click()
    await page
      .getByRole('navigation', { name: 'Letters' })
      .getByRole('link', { name: 'T', exact: true })
      .click()
    await expect(page.getByRole('heading', { level: 2, name: 'T', exact: true })).toBeVisible()
    await page.getByRole('heading', { level: 3 }).getByRole('link').last().click()
    await expect(page.getByRole('heading', { name: 'If this does not happen' })).toBeVisible()
  })

  test('services are listed by age, by area, by need and by category', async ({ page }) => {
    await page.goto('/services/')
    for (const [link, title] of [
      ['5 to 10', 'Services for ages: 5 to 10'],
      ['Sale', 'Services in Sale'],
      ['Autism', 'Services for: Autism'],
      ['Travel', 'Travel'],
    ] as const) {
      await page.getByRole('main').getByRole('link', { name: link, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await expect(page.getByRole('heading', { level: 2 }).getByRole('link').first()).toBeVisible()
      await page.goBack()
    }
  })
})
