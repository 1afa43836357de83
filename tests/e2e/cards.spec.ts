import type { Browser, Page } from '@playwright/test'
import {
  expect,
  expectAccessible,
  expectToFitAcross,
  type RunningHouse,
  signInAs,
  test,
} from '../support/app.ts'
import { startTalk } from '../support/chat-people.ts'

const field = 'Search services and guides'
const addButton = /^Add to the conversation/

/** A family in the chat and a navigator who has taken it, each in a browser of their own. */
async function talkAtDesk(browser: Browser, house: RunningHouse, text: string) {
  const family = await browser.newContext({ baseURL: house.url })
  const council = await browser.newContext({ baseURL: house.url })
  const visitor = await startTalk(family, text)
  const desk = await council.newPage()
  await signInAs(desk, 'navigator', '/desk/')
  const line = desk.getByRole('navigation', { name: 'Conversations' }).getByRole('button', { name: text })
  await line.click()
  await desk.getByRole('button', { name: 'Take', exact: true }).click()
  await expect(desk.getByLabel(/^Reply to/)).toBeVisible()
  const close = async () => {
    await family.close()
    await council.close()
  }
  return { visitor, desk, close }
}

/** Opens the search on the desk and looks for words, by keyboard alone. */
async function lookFor(desk: Page, words: string) {
  await desk.getByRole('button', { name: /^Find (a|another) page/ }).press('Enter')
  await expect(desk.getByLabel(field)).toBeFocused()
  await desk.getByLabel(field).fill(words)
  await expect(desk.getByRole('heading', { name: 'Found' })).toBeVisible()
}

test('a navigator finds a service by keyboard and gives it; the family sees it and saves it', async ({
  browser,
  house,
}) => {
  test.slow()
  const { visitor, desk, close } = await talkAtDesk(browser, house, 'Where can my daughter swim?')
  await expect(desk.locator('script[src*="FindCards"], link[href*="FindCards"]')).toHaveCount(0)

  await lookFor(desk, 'swmiming')
  await expect(desk.getByRole('status').filter({ hasText: /\d+ services? .*“swimming”/ })).toBeVisible()
  await expectAccessible(desk)
  const found = desk.getByRole('list', { name: 'Found' })
  await desk.getByLabel(field).press('ArrowDown')
  await expect(found.getByRole('button', { name: addButton }).first()).toBeFocused()
  await desk.keyboard.press('ArrowDown')
  await desk.keyboard.press('ArrowUp')
  await desk.keyboard.press('ArrowUp')
  await expect(desk.getByLabel(field)).toBeFocused()
  const service = found
    .getByRole('listitem')
    .filter({ has: desk.locator('a[href^="/services/"]') })
    .first()
  const name = ((await service.getByRole('link').textContent()) ?? '').replace(' (opens in a new tab)', '')
  await service.getByRole('button', { name: addButton }).press('Enter')

  const box = desk.getByLabel(/^Reply to/)
  await expect(box).toBeFocused()
  await expect(desk.getByText(`Service: ${name}`)).toBeVisible()
  await expect(desk.getByRole('status').filter({ hasText: `Card added: ${name}` })).toBeAttached()
  await desk.reload()
  await desk.getByRole('navigation', { name: 'Conversations' }).getByRole('button', { name: /swim/ }).click()
  await expect(desk.getByText(`Service: ${name}`)).toBeVisible()
  await box.fill('They have quiet lessons.')
  await box.press('Enter')

  const card = visitor.getByRole('log').getByRole('article', { name: `Card: ${name}` })
  await expect(card.getByRole('link', { name: `${name} (opens in a new tab)` })).toBeVisible()
  await expect(card).toContainText('Service')
  await expect(visitor.locator('[data-announcements]')).toContainText(
    `says: They have quiet lessons. Card: ${name}`,
  )
  await expect(desk.getByRole('log').getByRole('article', { name: `Card: ${name}` })).toBeVisible()
  await expect(desk.getByText(`Service: ${name}`)).toHaveCount(0)
  await expectAccessible(visitor)
  await expectAccessible(desk)

  await card.getByRole('button', { name: `Save ${name} to your shortlist` }).click()
  await expect(card.getByRole('button', { name: `Saved ${name}. Take it off your shortlist` })).toBeVisible()
  await visitor.reload()
  await expect(card.getByRole('button', { name: /^Saved/ })).toBeVisible()
  await visitor.goto('/conversation/')
  await expect(visitor.getByRole('main').getByRole('link', { name })).toBeVisible()
  await expectAccessible(visitor)
  await visitor.goto('/shortlist/')
  await expect(visitor.getByRole('main').getByRole('link', { name })).toBeVisible()
  await close()
})

test('a navigator gives a guide that they used lately, and a search with its filters, without words', async ({
  browser,
  house,
}) => {
  test.slow()
  const { visitor, desk, close } = await talkAtDesk(browser, house, 'What happens at a review?')
  const given = visitor.getByRole('log').getByRole('article')
  const send = () => desk.getByLabel(/^Reply to/).press('Enter')

  await lookFor(desk, 'annual review')
  await desk
    .getByRole('list', { name: 'Found' })
    .getByRole('button', { name: /annual review of an EHC plan/ })
    .press('Enter')
  await send()
  await expect(given.filter({ hasText: 'The annual review of an EHC plan' })).toContainText('Guide')
  await expect(given.filter({ hasText: 'The annual review of an EHC plan' })).toContainText(
    'How a review works',
  )
  await expect(given.getByRole('button')).toHaveCount(0)

  await desk.getByRole('button', { name: 'Find a page to give' }).press('Enter')
  await expect(
    desk.getByRole('list', { name: 'Used lately' }).getByRole('button', { name: /annual review/ }),
  ).toBeVisible()
  await desk.getByLabel(field).fill('club for 7 year old')
  await desk.getByText('Filters', { exact: false }).first().click()
  await desk.getByRole('group').filter({ hasText: 'Cost' }).last().click()
  await desk.getByLabel(/^Free/).check()
  await desk.getByRole('button', { name: /Add to the conversation: Services for “club”/ }).press('Enter')
  await desk.getByRole('button', { name: /^Remove the card/ }).press('Enter')
  await expect(desk.getByRole('button', { name: 'Find a page to give' })).toBeVisible()
  await lookFor(desk, 'club for 7 year old')
  await desk.getByRole('button', { name: /Add to the conversation: Services for “club”/ }).press('Enter')
  await send()
  const search = visitor.getByRole('article', { name: 'Card: Services for “club”' })
  await expect(search).toContainText('Age 7')
  await expect(search.getByRole('link')).toHaveAttribute('href', '/services/?q=club&age=7')
  await expect(search.getByRole('link')).toHaveAttribute('target', '_blank')
  await close()
})

for (const [name, width, height] of [
  ['a telephone', 390, 844],
  ['a tablet', 768, 1024],
  ['a desk', 1280, 800],
] as const)
  test(`the search of the desk fits on ${name}, and Escape leads back`, async ({ browser, house }) => {
    const { desk, close } = await talkAtDesk(browser, house, `Can you help me on ${name}?`)
    await desk.setViewportSize({ width, height })
    await lookFor(desk, 'music')
    await expect(desk.getByRole('list', { name: 'Found' }).getByRole('listitem').first()).toBeVisible()
    await expectAccessible(desk)
    await expectToFitAcross(desk)
    await desk.getByLabel(field).press('ArrowDown')
    await desk.keyboard.press('Escape')
    await expect(desk.getByLabel(field)).toBeFocused()
    await desk.keyboard.press('Escape')
    await expect(desk.getByRole('button', { name: 'Find a page to give' })).toBeFocused()
    await close()
  })
