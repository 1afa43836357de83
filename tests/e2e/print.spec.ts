import { expect, test } from '../support/app.ts'

test.describe('on paper', () => {
  for (const path of ['/services/sale-leisure-centre/', '/guides/your-own-say-from-16/'])
    test(`${path} says where it is from, when it was checked and when it was printed`, async ({
      page,
      house,
    }) => {
      await page.goto(path)
      const from = page.getByText(`From ${house.url}${path}, checked on`)
      await expect(from).toBeHidden()
      await page.emulateMedia({ media: 'print' })
      await expect(from).toBeVisible()
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
      await expect(from).toHaveText(/checked on \d+ \w+ 20\d\d, printed on \d+ \w+ 20\d\d\.\s*$/)
    })

  test('what folds is open, without the bar that shows on a screen that it folds', async ({ page }) => {
    await page.goto('/services/sale-leisure-centre/')
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    const folded = page.locator('details .govuk-details__text').first()
    await expect(folded).toBeVisible()
    await expect(folded).toHaveCSS('border-left-width', '0px')
  })
})

test.describe('on paper, without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a page still says its path', async ({ page }) => {
    await page.goto('/services/sale-leisure-centre/')
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('From /services/sale-leisure-centre/, checked on')).toBeVisible()
  })
})
