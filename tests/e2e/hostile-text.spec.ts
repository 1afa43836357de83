import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, signInAs, test } from '../support/app.ts'

/** What somebody might write who wants to see whether our pages take text for markup. */
const texts = [
  '<img src="x" onerror="document.title=\'broken\'">',
  '<script>document.title="broken"</script>',
  '</p></li><h1 class="planted">Planted</h1>',
  '\u202eabc txet denrut\u202c <b>bold</b> &lt;i&gt; &amp;',
  "'; drop table message; -- {{7*7}}",
]

const name = '<i class="planted">Kim</i>'
const about = '<b class="planted">Speech</b>'

async function expectTextAlone(page: Page) {
  for (const text of texts) await expect(page.getByText(text, { exact: true }).first()).toBeVisible()
  await expect(page.locator('.planted, img[src="x"]')).toHaveCount(0)
  expect(await page.title()).not.toBe('broken')
}

test('markup that somebody writes is shown as text: to the family, at the desk, and without JavaScript', async ({
  browser,
  house,
}) => {
  const family = await browser.newContext({ baseURL: house.url })
  const started = await family.request.post('/api/conversations', {
    headers: { origin: house.url },
    data: { clientConversationId: randomUUID(), name, about },
  })
  expect(started.status()).toBe(200)
  const visitor = await family.newPage()
  await visitor.goto('/chat/')
  for (const text of texts) {
    const field = visitor.getByRole('textbox', { name: 'Your message' })
    await field.fill(text)
    await field.press('Enter')
    await expect(visitor.getByRole('log')).toContainText(text)
  }
  await expectTextAlone(visitor)

  const council = await browser.newContext({ baseURL: house.url })
  const desk = await council.newPage()
  await signInAs(desk, 'navigator', '/desk/')
  const list = desk.getByRole('navigation', { name: 'Conversations' })
  await expect(list).toContainText(name)
  await list.getByRole('button').filter({ hasText: name }).click()
  await expect(desk.getByRole('log')).toContainText(texts[0] ?? '')
  await expectTextAlone(desk)

  await visitor.goto('/conversation/')
  await expectTextAlone(visitor)
  await family.close()
  await council.close()
})
