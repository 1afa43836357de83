import { expect, expectAccessible, test } from '../support/app.ts'
import { openDesk, send, startTalk, textsOf } from '../support/chat-people.ts'

test('a family and a navigator talk; a killed server loses nothing, doubles nothing and keeps the order', async ({
  browser,
  house,
}) => {
  const family = await browser.newContext({ baseURL: house.url })
  const council = await browser.newContext({ baseURL: house.url })
  const desk = await openDesk(council)
  const visitor = await startTalk(family, 'My son is 4. Who helps with his speech?')

  const waiting = desk
    .getByRole('navigation', { name: 'Conversations' })
    .getByRole('button', { name: /speech/ })
  await waiting.click()
  await desk.getByRole('button', { name: 'Take', exact: true }).click()
  await send(desk, /^Reply to/, 'Hello. You can ask for speech therapy yourself.')
  await expect(visitor.getByRole('log')).toContainText('You can ask for speech therapy yourself.')
  await send(visitor, 'Your message', 'Thank you. How long is the wait?')
  await expect(desk.getByRole('log')).toContainText('How long is the wait?')
  await expectAccessible(visitor)
  await expectAccessible(desk)

  await house.kill()
  await expect(visitor.getByRole('status').filter({ hasText: 'trying again' })).toBeVisible()
  await send(visitor, 'Your message', 'Written while the server was away.')
  await send(desk, /^Reply to/, 'Also written while it was away.')
  await house.start()

  const all = [
    'My son is 4. Who helps with his speech?',
    'Hello. You can ask for speech therapy yourself.',
    'Thank you. How long is the wait?',
  ]
  for (const page of [visitor, desk]) {
    await expect.poll(async () => (await textsOf(page)).length, { timeout: 30_000 }).toBe(5)
    const texts = await textsOf(page)
    expect(texts.slice(0, 3)).toEqual(all)
    expect(texts.slice(3).sort()).toEqual([
      'Also written while it was away.',
      'Written while the server was away.',
    ])
  }
  expect(await textsOf(visitor)).toEqual(await textsOf(desk))

  await visitor.reload()
  await expect(visitor.getByRole('log')).toContainText('How long is the wait?')
  expect(await textsOf(visitor)).toEqual(await textsOf(desk))
  await family.close()
  await council.close()
})

test('someone without JavaScript leaves a message, and the navigator sees how to reach them', async ({
  browser,
  house,
}) => {
  const family = await browser.newContext({ baseURL: house.url, javaScriptEnabled: false })
  const form = await family.newPage()
  await form.goto('/message/')
  await form.getByRole('button', { name: /Send/ }).click()
  await expect(form.getByRole('alert')).toContainText('There is a problem')
  await form.getByLabel(/message/i).fill('Is there a holiday club for a wheelchair user?')
  await form.getByLabel(/Telephone/i).fill('01632 960 555')
  await form.getByRole('button', { name: /Send/ }).click()
  await expect(form.getByRole('main')).toContainText(/reference/i)

  const council = await browser.newContext({ baseURL: house.url })
  const desk = await openDesk(council)
  await desk
    .getByRole('navigation', { name: 'Conversations' })
    .getByRole('button', { name: /holiday club/ })
    .click()
  await expect(desk.getByText('01632 960 555')).toBeVisible()
  await family.close()
  await council.close()
})

test('nobody opens the desk without signing in', async ({ page }) => {
  await page.goto('/desk/')
  await expect(page).toHaveURL(/\/sign-in\/\?next=%2Fdesk%2F/)
  await expectAccessible(page)
})
