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
})
