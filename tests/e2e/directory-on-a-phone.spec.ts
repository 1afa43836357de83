import { expect, expectAccessible, test } from '../support/app.ts'

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the first service comes soon after the search', async ({ page }) => {
    for (const asked of ['q=swimming', 'q=bullying', 'sort=match']) {
      await page.goto(`/services/?${asked}`)
      const first = page.getByRole('main').getByRole('article').first()
      await expect(first).toBeVisible()
      const search = await page.getByLabel('What do you need?').boundingBox()
      expect(((await first.boundingBox())?.y ?? Number.NaN) - (search?.y ?? 0)).toBeLessThan(844 / 4)
    }
  })

  test('a long list offers to narrow down, leads to a guide for the age, and keeps what does not say for later', async ({
    page,
  }) => {
    await page.goto('/services/?q=I+am+17+and+need+help')
    const count = page.getByRole('status').first()
    await expect(count).toContainText('for a 17 year old')
    await expect(page.getByRole('listitem').filter({ hasText: 'For young people' }).first()).toBeVisible()
    const kept = page.getByRole('button', { name: /^Show these \d+ too$/ })
    const cards = page.getByRole('main').getByRole('article')
    await expect(cards.nth(9)).toBeVisible()
    const before = await cards.count()
    await kept.click()
    await expect(cards.nth(before).getByRole('heading').getByRole('link')).toBeFocused()
    await page.getByRole('button', { name: /^Mental health and wellbeing/ }).click()
    await expect(page).toHaveURL(/category=mental-health/)
    await expect(page.getByRole('heading', { name: 'What is it about?' })).toBeHidden()
  })

  test('nothing that has the focus hides behind the bar for the thumb', async ({ page }) => {
    await page.goto('/services/?q=swimming')
    await expect(page.getByRole('main').getByRole('article').nth(3)).toBeVisible()
    const bar = await page.getByRole('navigation', { name: 'Quick links' }).boundingBox()
    await page.getByRole('button', { name: 'Filter and sort' }).focus()
    for (let step = 0; step < 20; step++) {
      await page.keyboard.press('Tab')
      const box = await page.locator(':focus').boundingBox()
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
    }
  })

  test('the filters open over the results and say how many there are', async ({ page }) => {
    await page.goto('/services/?q=swimming')
    const toggle = page.getByRole('button', { name: 'Filter and sort' })
    await expect(toggle).toHaveAttribute('aria-expanded', 'false')
    await toggle.click()
    await page.getByLabel('Age', { exact: true }).fill('7')
    await page.getByLabel('Age', { exact: true }).press('Enter')
    await expect(page.getByRole('button', { name: /^Filter and sort \(1 on\): \d+ services$/ })).toBeVisible()
    // So low that the bar for the thumb is not there: it would cover some of what axe measures.
    await page.setViewportSize({ width: 390, height: 540 })
    await expectAccessible(page)
    await page.getByRole('button', { name: /^Show \d+ services$/ }).click()
    await expect(page.getByRole('button', { name: 'Filter and sort (1 on)' })).toHaveAttribute(
      'aria-expanded',
      'false',
    )
    await expect(page.getByRole('heading', { level: 3 }).getByRole('link').first()).toBeVisible()
  })
})
