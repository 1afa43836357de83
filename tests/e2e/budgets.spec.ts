import { expect, test } from '../support/app.ts'
import { measuredPages } from '../support/measured-pages.ts'
import { bytesOf, watchTransfer } from '../support/transfer.ts'

test.describe('on a slow connection', () => {
  for (const { name, path: address, mostKilobytes } of measuredPages) {
    test(`the page “${name}” moves at most ${mostKilobytes} KB with everything on it`, async ({ page }) => {
      const fetched = await watchTransfer(page)
      await page.goto(address)
      if (address.includes('?q=')) await expect(page.locator('#results .card').first()).toBeVisible()
      await page.waitForLoadState('networkidle')
      const files = fetched().toSorted((a, b) => b.bytes - a.bytes)
      const list = files.map(({ path, bytes }) => `${bytes} ${path}`).join('\n')
      expect(files.length, list).toBeGreaterThan(5)
      expect(bytesOf(files) / 1000, list).toBeLessThanOrEqual(mostKilobytes)
    })
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the page of a service says all that decides', async ({ page }) => {
    await page.goto('/services/example-speech-and-language-therapy/')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/speech and language therapy/i)
    for (const term of [
      'Who it is for',
      'How to get it',
      'Who decides',
      'How long it takes',
      'What it costs',
    ])
      await expect(page.getByRole('term').filter({ hasText: term })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Contact the service' })).toBeVisible()
  })
})
