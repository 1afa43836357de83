import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFitAcross, signInAs, test } from '../support/app.ts'
import { startTalk } from '../support/chat-people.ts'
import { tabTo } from '../support/keyboard.ts'

// Whether nobody waits is for these tests to say.
test.use({ houseOf: 'desk' })

const sizes = { telephone: [390, 844], tablet: [768, 1024], desk: [1280, 800], zoomed: [320, 640] } as const

/** Holds a state of the desk against axe, light and dark, and against every width that people have. */
async function expectInOrder(desk: Page) {
  for (const [width, height] of Object.values(sizes)) {
    await desk.setViewportSize({ width, height })
    await expectToFitAcross(desk)
  }
  await desk.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(desk)
  await desk.emulateMedia({ colorScheme: 'light' })
  await desk.setViewportSize({ width: sizes.desk[0], height: sizes.desk[1] })
  await expectAccessible(desk)
}

test('the desk is in order in every state, from empty to ended, and is worked by keyboard alone', async ({
  page: desk,
  browser,
  house,
}) => {
  test.setTimeout(480_000)
  const family = await browser.newContext({ baseURL: house.url })
  const list = desk.getByRole('navigation', { name: 'Conversations' })
  const box = desk.getByLabel(/^Reply to/)

  await test.step('away, with nothing to do', async () => {
    await signInAs(desk, 'navigator', '/desk/')
    await expect(list).toContainText('Nobody is waiting.')
    await expect(desk.getByRole('switch', { name: 'Available for new chats' })).not.toBeChecked()
    await expectInOrder(desk)
  })

  await test.step('available', async () => {
    const available = desk.getByRole('switch', { name: 'Available for new chats' })
    await tabTo(available)
    await desk.keyboard.press('Space')
    await expect(available).toBeChecked()
    await expectInOrder(desk)
  })

  const visitor = await startTalk(family, 'Who helps with sleep?')
  const line = list.getByRole('button', { name: /sleep/ })
  await test.step('somebody waits', async () => {
    await expect(line).toBeVisible()
    await expect(desk).toHaveTitle('(1 waiting) Navigator desk')
    await expect(desk.getByRole('status').filter({ hasText: '1 person is waiting.' })).toBeAttached()
    await expectInOrder(desk)
  })

  await test.step('a conversation that is read and not taken', async () => {
    await tabTo(line)
    await desk.keyboard.press('Enter')
    await expect(desk.getByRole('heading', { level: 2, name: /^Visitor/ })).toBeFocused()
    await expect(desk.getByText('Take this conversation to answer.')).toBeVisible()
    await expectInOrder(desk)
  })

  await test.step('letters that are no shortcut do nothing', async () => {
    for (const key of 'abcdeghimopqsuvwxyz1') await desk.keyboard.press(key)
    await expect(desk.getByText('Take this conversation to answer.')).toBeVisible()
    await expect(desk.getByRole('dialog')).toHaveCount(0)
    await expect(desk.getByRole('heading', { level: 2, name: /^Visitor/ })).toBeFocused()
  })

  await test.step('a conversation of one’s own', async () => {
    await tabTo(desk.getByRole('button', { name: 'Take', exact: true }))
    await desk.keyboard.press('Enter')
    await expect(box).toBeFocused()
    await desk.keyboard.type('Ask about a sleep diary first.')
    await desk.keyboard.press('Enter')
    await expect(visitor.getByRole('log')).toContainText('sleep diary')
    await expect(box).toBeFocused()
    await expectInOrder(desk)
  })

  await test.step('away from the list on a telephone, and back', async () => {
    await desk.setViewportSize({ width: sizes.telephone[0], height: sizes.telephone[1] })
    await expect(list).toBeHidden()
    await desk.getByRole('button', { name: 'Back to the list' }).press('Enter')
    await expect(line).toBeFocused()
    await desk.keyboard.press('Enter')
    await expect(desk.getByRole('heading', { level: 2, name: /^Visitor/ })).toBeFocused()
    await desk.setViewportSize({ width: sizes.desk[0], height: sizes.desk[1] })
  })

  await test.step('without a connection, and back', async () => {
    await desk.context().setOffline(true)
    await house.kill()
    await expect(desk.getByRole('status').filter({ hasText: 'trying again' })).toBeVisible()
    await expect(desk.getByText('You are not connected')).toBeVisible()
    await expectInOrder(desk)
    await house.start()
    await desk.context().setOffline(false)
    await expect(desk.getByRole('status').filter({ hasText: 'nothing was lost' })).toBeVisible()
  })

  await test.step('the question before the end, and the end', async () => {
    const end = desk.getByRole('button', { name: 'End', exact: true })
    await tabTo(end)
    await desk.keyboard.press('Enter')
    await expect(desk.getByRole('dialog', { name: 'End this conversation?' })).toBeVisible()
    await expectInOrder(desk)
    await desk.keyboard.press('Escape')
    await expect(end).toBeFocused()
    await desk.keyboard.press('Enter')
    await tabTo(desk.getByRole('button', { name: 'End it' }))
    await desk.keyboard.press('Enter')
    await expect(desk.getByText('This conversation has ended.')).toBeVisible()
    await expect(desk.getByRole('heading', { level: 2, name: /^Visitor/ })).toBeFocused()
    await expectInOrder(desk)
  })

  await test.step('signed out in another tab', async () => {
    const other = await desk.context().newPage()
    await other.goto('/sign-out/')
    await other.getByRole('button', { name: 'Sign out' }).click()
    await expect(desk.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible()
    await other.close()
    await expectInOrder(desk)
  })
  await family.close()
})
