import type { Page } from '@playwright/test'
import { expect, test } from '../support/app.ts'
import {
  answer,
  begin,
  endFromDesk,
  openChat,
  send,
  startTalk,
  take,
  textsOf,
  twoSides,
} from '../support/chat-people.ts'
import { tabTo } from '../support/keyboard.ts'

/** What screen readers are told of new messages, in the order in which it was added to the live region. */
async function recordAnnouncements(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(`
    window.told = []
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const added of addedNodes) window.told.push(added.textContent)
    }).observe(document.querySelector('[data-announcements]'), { childList: true, subtree: true })`)
  return async () => JSON.parse(String(await page.evaluate('JSON.stringify(window.told)')))
}

test('by keyboard alone: start, write, answer with a symbol, end, say how it was', async ({
  browser,
  house,
}) => {
  test.setTimeout(180_000)
  const { family, desk, close } = await twoSides(browser, house.url)
  const page = await openChat(family)
  const press = (key: string) => page.keyboard.press(key)
  await tabTo(page.getByRole('textbox', { name: 'Your message' }))
  await page.keyboard.type('Is there a keyboard club?')
  await tabTo(page.getByLabel('Your name (you can leave this out)'))
  await page.keyboard.type('Kim')
  await tabTo(page.locator('summary').filter({ hasText: 'I use Easy Read' }))
  await press('Enter')
  await tabTo(page.getByLabel('Symbols to answer with'))
  await press('Space')
  await tabTo(page.getByRole('button', { name: /^(Send|Start chat)$/ }))
  await press('Enter')
  await expect(page.locator('#chat-talk-heading')).toBeFocused()
  await take(desk, /keyboard club/)
  await expect(desk.getByText('Answers with symbols')).toBeVisible()
  await expect(page.locator('#chat-talk-heading')).toBeFocused()

  await tabTo(page.getByRole('textbox', { name: 'Your message' }))
  await page.keyboard.type('I play the piano.')
  await press('Enter')
  await expect(desk.getByRole('log')).toContainText('I play the piano.')
  await answer(desk, page, 'Yes, there is one.')
  await expect(page.getByRole('textbox', { name: 'Your message' })).toBeFocused()
  const thanks = page.getByRole('button', { name: 'Thank you' })
  await tabTo(thanks)
  await press('Enter')
  await press('Space')
  await expect(desk.getByRole('log')).toContainText('Thank you')
  expect((await textsOf(page)).filter((text) => text === 'Thank you')).toHaveLength(1)
  await expect(thanks).toBeFocused()

  await tabTo(page.getByRole('button', { name: 'End chat', exact: true }), { back: true })
  await press('Enter')
  await press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await press('Enter')
  await tabTo(page.getByRole('button', { name: 'End chat and clear it' }))
  await press('Enter')
  await expect(page.getByRole('heading', { name: /is cleared from this device/ })).toBeFocused()
  await tabTo(page.getByLabel('Yes', { exact: true }))
  await press('Space')
  await tabTo(page.getByRole('button', { name: 'Send my answers' }))
  await press('Enter')
  await expect(page.getByText('Thank you. We have your answers.')).toBeVisible()
  await close()
})

test('a screen reader hears each new message once, history never, and the focus stays', async ({
  browser,
  house,
}) => {
  test.setTimeout(180_000)
  const { family, desk, close } = await twoSides(browser, house.url)
  const page = await startTalk(family, 'Who can tell me about Makaton?')
  const told = await recordAnnouncements(page)
  await expect(page.getByRole('status').filter({ hasText: 'You are next.' })).toHaveText(
    'You are next. You can keep writing.',
  )
  await take(desk, /Makaton/)
  await answer(desk, page, 'The speech therapists can.')
  await answer(desk, page, 'Shall I look them up?')
  const announced = [
    expect.stringContaining('has joined'),
    expect.stringMatching(/ says: The speech therapists can\.$/),
    expect.stringMatching(/ says: Shall I look them up\?$/),
  ]
  await expect.poll(told).toEqual(announced)
  await send(page, 'Your message', 'Yes please.')
  await expect(desk.getByRole('log')).toContainText('Yes please.')
  await expect(page.getByRole('log')).toHaveAttribute('aria-live', 'off')
  await expect(page.getByRole('alert')).toHaveCount(0)

  await page.getByRole('link', { name: 'Who can see this' }).focus()
  await desk.getByLabel(/^Reply to/).pressSequentially('One mom')
  await expect(page.getByRole('status').filter({ hasText: 'is typing…' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Who can see this' })).toBeFocused()
  await answer(desk, page, 'One moment.')
  await expect.poll(told).toEqual([...announced, expect.stringMatching(/ says: One moment\.$/)])
  await expect(page.getByRole('link', { name: 'Who can see this' })).toBeFocused()

  await page.reload()
  await expect(page.getByRole('log')).toContainText('One moment.')
  await expect(page.locator('[data-phase=talking]')).toBeVisible()
  await expect(page.locator('[data-announcements] p')).toHaveCount(0)
  const toldLater = await recordAnnouncements(page)
  await answer(desk, page, 'Here they are.')
  await expect.poll(toldLater).toEqual([expect.stringMatching(/ says: Here they are\.$/)])

  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('alert')).toHaveText('Write your message first.')
  await endFromDesk(desk, page)
  await expect(page.getByRole('heading', { name: 'This chat has ended' })).toBeFocused()
  await close()
})

test('in two tabs: what one sends both show, once; settings are shared; one alone speaks and sounds', async ({
  browser,
  house,
}) => {
  test.setTimeout(180_000)
  const { family, desk, close } = await twoSides(browser, house.url)
  await family.addInitScript(`
    window.notes = 0
    const original = AudioContext.prototype.createOscillator
    AudioContext.prototype.createOscillator = function () { window.notes += 1; return original.call(this) }`)
  const first = await openChat(family)
  const second = await openChat(family)
  await second.getByRole('textbox', { name: 'Your message' }).fill('I was typing here too')
  await begin(first, 'Where is the toy library?')
  await expect(second.getByRole('log')).toContainText('Where is the toy library?')
  await expect(second.getByRole('textbox', { name: 'Your message' })).toHaveValue('I was typing here too')

  await first.getByText('Make this chat easier').click()
  await first.getByLabel('Plain words and larger text').check()
  await first.getByLabel('A sound when a message comes').check()
  await expect(second.locator('.chat--plain')).toBeVisible()
  const notes = async () => Number(await first.evaluate('notes')) + Number(await second.evaluate('notes'))
  await expect.poll(notes).toBe(2)

  await take(desk, /toy library/)
  await answer(desk, first, 'In the market hall.')
  await expect(second.getByRole('log')).toContainText('In the market hall.')
  await expect.poll(notes).toBeGreaterThanOrEqual(4)
  const live = async () =>
    Promise.all([first, second].map((page) => page.locator('[data-announcements]').getAttribute('aria-live')))
  await expect.poll(async () => (await live()).sort()).toEqual(['off', 'polite'])
  await second.getByRole('button', { name: 'Send' }).click()
  await expect(first.getByRole('log')).toContainText('I was typing here too')
  expect(await textsOf(first)).toEqual(await textsOf(second))

  await first.getByRole('button', { name: 'End chat', exact: true }).click()
  await first.getByRole('button', { name: 'End chat and clear it' }).click()
  for (const page of [first, second])
    await expect(page.getByRole('heading', { name: /is cleared from this device/ })).toBeVisible()
  await close()
})

test('where the browser refuses to keep anything, the chat works all the same', async ({
  browser,
  house,
}) => {
  const family = await browser.newContext({ baseURL: house.url, locale: 'en-GB' })
  await family.addInitScript(`
    for (const name of ['sessionStorage', 'localStorage'])
      Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })`)
  const page = await startTalk(family, 'Is there help with school transport?')
  await page.getByText('Make this chat easier').click()
  await page.getByLabel('Answers with symbols').check()
  await page.getByRole('button', { name: 'Yes', exact: true }).click()
  await expect.poll(() => textsOf(page)).toEqual(['Is there help with school transport?', 'Yes'])
  await page.reload()
  await expect.poll(() => textsOf(page)).toEqual(['Is there help with school transport?', 'Yes'])
  await family.close()
})

test('aeroplane mode and a reload lose nothing and double nothing', async ({ browser, house }) => {
  test.setTimeout(180_000)
  const { family, desk, close } = await twoSides(browser, house.url)
  const page = await startTalk(family, 'What is a sensory garden?')
  await take(desk, /sensory garden/)
  await family.setOffline(true)
  await send(page, 'Your message', 'Written in the air, one.')
  await send(page, 'Your message', 'Written in the air, two.')
  await page.getByRole('textbox', { name: 'Your message' }).fill('Half a sen')
  await answerUnseen(desk, 'Answered meanwhile.')
  await family.setOffline(false)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Your message' })).toHaveValue('Half a sen')
  await expect.poll(async () => (await textsOf(page)).length, { timeout: 60_000 }).toBe(4)
  const texts = await textsOf(page)
  expect(texts[0]).toBe('What is a sensory garden?')
  expect(texts.indexOf('Written in the air, one.')).toBeLessThan(texts.indexOf('Written in the air, two.'))
  expect(texts).toContain('Answered meanwhile.')
  await expect.poll(() => textsOf(desk)).toEqual(texts)
  await close()
})

/** The navigator writes while the family cannot hear. */
async function answerUnseen(desk: Page, text: string): Promise<void> {
  await send(desk, /^Reply to/, text)
  await expect(desk.getByRole('log')).toContainText(text)
}
