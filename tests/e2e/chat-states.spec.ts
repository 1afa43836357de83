import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFitAcross, test } from '../support/app.ts'
import {
  answer,
  begin,
  openChat,
  openDesk,
  send,
  startTalk,
  take,
  watchPolicy,
} from '../support/chat-people.ts'

/** A screen, and 1280 pixels at 400 % zoom, in the dark. Nothing moves in either. */
const views = [
  { width: 1280, height: 900, colorScheme: 'light' },
  { width: 320, height: 256, colorScheme: 'dark' },
] as const

/** WCAG 2.2 AA as axe sees it, and no scrolling sideways, in each view. */
async function expectGood(page: Page): Promise<void> {
  for (const { width, height, colorScheme } of views) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expectToFitAcross(page)
    await expectAccessible(page)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

test('before the start: what it is, who answers, when, how private, how long kept, and emergencies', async ({
  context,
}) => {
  const page = await openChat(context)
  const main = page.getByRole('main')
  for (const told of ['Not for emergencies', 'Who answers', 'You never talk to a robot', 'When', 'Private'])
    await expect(main).toContainText(told)
  await expect(main).toContainText(/We remove the text after \d+ days/)
  await expect(main.getByRole('link', { name: '999' })).toHaveAttribute('href', 'tel:999')
  await expect(page.locator('[data-presence]')).toBeVisible()
  await expect(page.getByRole('link', { name: /Exit this page/ })).toBeVisible()
  await expectGood(page)

  await page.getByText('I use Easy Read').click()
  await page.getByLabel('An interpreter').check()
  await page.getByLabel('By telephone').check()
  await expect(page.getByLabel('Your email address')).toHaveCount(0)
  await page.getByRole('button', { name: /^(Send|Start chat)$/ }).click()
  await expect(page.getByText('Write your message first.')).toBeVisible()
  await expect(page.getByText('Enter the telephone number that we should ring.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Your message' })).toBeFocused()
  await expectGood(page)
})

test('out of hours: nobody reads now, when somebody does, and how else to reach us', async ({ context }) => {
  await context.route('**/api/helpdesk-status', async (route) => {
    const told = await (await route.fetch()).json()
    const sentence = 'Nobody reads this until 9am on Monday 4 January.'
    await route.fulfill({ json: { ...told, open: false, available: false, closesAt: null, sentence } })
  })
  const page = await openChat(context)
  await expect(page.locator('[data-presence=closed]')).toContainText('Nobody reads this until 9am on Monday')
  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible()
  await expectGood(page)
  await page.locator('[data-presence=closed]').getByRole('link', { name: 'Leave a message' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: /Exit this page/ })).toBeVisible()
  await expectGood(page)
})

test('waiting, connected, reconnecting, out of reach, in reach again', async ({ browser, house }) => {
  test.setTimeout(300_000)
  const [family, council] = await Promise.all(
    [0, 1].map(() => browser.newContext({ baseURL: house.url, locale: 'en-GB' })),
  )
  if (!family || !council) throw new Error('no browser')
  const desk = await openDesk(council)
  const visitor = await openChat(family)
  const refused = watchPolicy(visitor)
  await begin(visitor, 'Which groups are there for deaf children?')
  await expect(visitor.locator('[data-phase=waiting]')).toBeVisible()
  await expect(visitor.getByRole('status').filter({ hasText: 'You are next.' })).toBeVisible()
  await expectGood(visitor)

  await take(desk, /deaf children/)
  await expect(visitor.locator('[data-phase=talking]')).toBeVisible()
  await answer(desk, visitor, 'Look here first: https://example.org/groups')
  await visitor.getByText('Make this chat easier').click()
  await visitor.getByLabel('Plain words and larger text').check()
  await visitor.getByLabel('Answers with symbols').check()
  for (const wish of ['Short sentences', 'Answers with symbols'])
    await expect(desk.getByText(wish, { exact: true })).toBeVisible()
  await visitor.getByRole('button', { name: 'I need a break' }).click()
  await expect(desk.getByRole('log')).toContainText('I need a break')
  await expectGood(visitor)

  await house.kill()
  await expect(visitor.locator('[data-phase=reconnecting]')).toBeVisible()
  await send(visitor, 'Your message', 'Written while the line was down.')
  await expect(visitor.locator('[data-unsent=sending]')).toBeVisible()
  await expectGood(visitor)
  await expect(visitor.locator('[data-phase=failed]')).toBeVisible({ timeout: 120_000 })
  await expect(visitor.getByRole('alert')).toContainText('We cannot reach the helpdesk. We keep trying.')
  await expectGood(visitor)

  await house.start()
  await visitor.getByRole('button', { name: 'Try now' }).click()
  await expect(visitor.locator('[data-phase=talking]')).toBeVisible({ timeout: 60_000 })
  await expect(visitor.locator('[data-unsent]')).toHaveCount(0)
  expect(refused).toEqual([])
  await Promise.all([family.close(), council.close()])
})

test('ended by the navigator while the family types; a message that was not sent; rated; cleared', async ({
  browser,
  house,
}) => {
  test.setTimeout(180_000)
  const family = await browser.newContext({ baseURL: house.url, locale: 'en-GB' })
  const council = await browser.newContext({ baseURL: house.url, locale: 'en-GB' })
  const desk = await openDesk(council)
  const visitor = await startTalk(family, 'How do I ask for a new assessment?')
  await take(desk, /new assessment/)
  await answer(desk, visitor, 'You write to the council.')

  await family.setOffline(true)
  await desk.getByRole('button', { name: 'End', exact: true }).click()
  await desk.getByRole('dialog').getByRole('button', { name: /^End/ }).click()
  await send(visitor, 'Your message', 'One more question.')
  await visitor.getByRole('textbox', { name: 'Your message' }).fill('And I was just writ')
  await family.setOffline(false)
  await expect(visitor.locator('[data-phase=ended]')).toBeVisible({ timeout: 60_000 })
  await expect(visitor.locator('[data-unsent=failed]')).toContainText('Not sent.')
  await expect(visitor.getByLabel('You wrote this and it was not sent')).toHaveValue(
    'One more question.\n\nAnd I was just writ',
  )
  await expect(visitor.getByRole('heading', { name: 'This chat has ended' })).toBeFocused()
  await expectGood(visitor)

  await visitor.getByLabel('A bit').check()
  await visitor.getByRole('button', { name: 'Send my answers' }).click()
  await expect(visitor.getByRole('status').filter({ hasText: 'We have your answers.' })).toBeVisible()
  await visitor.reload()
  await expect(visitor.getByRole('button', { name: 'Change my answers' })).toBeVisible()
  await expect(visitor.getByLabel('A bit')).toBeChecked()
  await expectGood(visitor)

  await visitor.goto('/conversation/')
  await expect(visitor.getByRole('link', { name: /Exit this page/ })).toBeVisible()
  await expectGood(visitor)
  await visitor.goto('/chat/')
  await visitor.getByRole('button', { name: 'Clear this chat from this device' }).click()
  await expect(visitor.getByRole('heading', { name: /is cleared from this device/ })).toBeVisible()
  await expectGood(visitor)
  await Promise.all([family.close(), council.close()])
})

test('the chat page opened while the helpdesk is away says so and goes on by itself', async ({ context }) => {
  let isAway = true
  await context.route('**/api/conversations/current', (route) => (isAway ? route.abort() : route.continue()))
  const page = await openChat(context)
  await expect(page.getByRole('alert')).toContainText('We cannot reach the helpdesk right now.')
  await expectGood(page)
  isAway = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await begin(page, 'Now it works.')
  // Others say that they are next.
  await page.getByRole('button', { name: 'End chat', exact: true }).click()
  await page.getByRole('button', { name: 'End chat and clear it' }).click()
  await expect(page.getByRole('heading', { name: /is cleared from this device/ })).toBeVisible()
})

test('every page says in the same place whether somebody is there now', async ({ browser, house }) => {
  test.setTimeout(150_000)
  const council = await browser.newContext({ baseURL: house.url })
  await openDesk(council)
  const family = await browser.newContext({ baseURL: house.url })
  const page = await family.newPage()
  for (const address of ['/', '/services/', '/guides/', '/contact/', '/message/', '/no-such-page/']) {
    await page.goto(address)
    const help = page.getByRole('complementary', { name: 'Need a person?' })
    await expect(help.getByRole('link', { name: 'Chat with a navigator' })).toHaveAttribute('href', '/chat/')
    await expect(help).toContainText('A navigator is here now.')
  }
  await council.close()
  await expect(async () => {
    await page.goto('/services/')
    const help = page.getByRole('complementary', { name: 'Need a person?' })
    await expect(help.locator('[data-helpdesk-status]')).not.toContainText('A navigator is here now.', {
      timeout: 2000,
    })
    await expect(help.locator('[data-helpdesk-status]')).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 80_000 })
  await family.close()
})
