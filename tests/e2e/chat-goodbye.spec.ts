import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/app.ts'
import { answer, startTalk, take, twoSides } from '../support/chat-people.ts'

const given = 'Inclusive swimming on Saturdays'

/** The navigator looks for the service and gives it. */
async function giveService(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: /^Find (a|another) page/ }).click()
  await desk.getByLabel('Search services and guides').fill(given)
  const found = desk.getByRole('list', { name: 'Found' }).getByRole('listitem')
  const service = found.filter({ has: desk.getByRole('link', { name: given }) })
  await service.getByRole('button', { name: /^Add to the conversation/ }).click()
  await expect(desk.getByText(`Service: ${given}`)).toBeVisible()
  await desk.getByLabel(/^Reply to/).press('Enter')
}

test('after “End chat” the page offers a copy once more, and nothing of the chat stays on the device', async ({
  browser,
  house,
}) => {
  test.setTimeout(180_000)
  const { family, desk, close } = await twoSides(browser, house.url)
  const page = await startTalk(family, 'My daughter is being tested for dyslexia.')
  await take(desk, /dyslexia/)
  await answer(desk, page, 'Good that you write.')
  await giveService(desk)
  await expect(page.getByRole('log').getByRole('link', { name: given })).toBeVisible()
  await page.getByText('Make this chat easier').click()
  await page.getByLabel('Plain words and larger text').check()
  await page.getByRole('textbox', { name: 'Your message' }).fill('Not sent yet')
  await page.getByRole('button', { name: 'End chat', exact: true }).click()
  await page.getByRole('button', { name: 'End chat and clear it' }).click()
  await expect(page.getByRole('heading', { name: /is cleared from this device/ })).toBeVisible()
  await expect(page.getByLabel('You wrote this and it was not sent')).toHaveValue('Not sent yet')
  expect(await family.cookies()).toEqual([])
  expect(await page.evaluate('sessionStorage.length + localStorage.length')).toBe(0)

  const save = page.getByRole('button', { name: `Save ${given} to your shortlist` })
  await expect(page.getByRole('heading', { name: 'What the navigator gave you' })).toBeVisible()
  await save.click()
  await expect(page.getByRole('button', { name: `Saved ${given}.` })).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download a copy as plain text' }).click()
  const copy = await readFile(await (await download).path(), 'utf8')
  expect(copy).toContain('My daughter is being tested for dyslexia.')
  expect(copy).toContain('Good that you write.')
  await page.getByLabel('Your email address').fill('kim@example.org')
  await page.getByRole('button', { name: 'Email me a private link' }).click()
  await expect(page.getByText('The email is on its way.')).toBeVisible()

  await page.goto('/services/')
  await page.goBack()
  await expect(page.locator('[data-view=before], [data-view=over]')).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('dyslexia')
  await expect(page.getByRole('link', { name: 'Download a copy as plain text' })).toHaveCount(0)
  await page.goto('/shortlist/')
  await expect(page.getByRole('main').getByRole('link', { name: given })).toBeVisible()
  await close()
})
