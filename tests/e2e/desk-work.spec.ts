import type { Locator } from '@playwright/test'
import { expect, expectAccessible, expectToFitAcross, signInAs, test } from '../support/app.ts'
import { lineOf } from '../support/desk-people.ts'
import { arrive, askForChat, endAll } from '../support/desk-queue.ts'
import { holdMessages } from '../support/held-messages.ts'

// What waits at the desk is for these tests to say.
test.use({ houseOf: 'desk-work' })

const topOf = async (line: Locator) => (await line.boundingBox())?.y

test('conversations are searched and filtered, and what cannot be found is said calmly', async ({
  browser,
  house,
}) => {
  const desk = await arrive(browser, house)
  await askForChat(desk, house, 'Hydrotherapy in Sale')
  await askForChat(desk, house, 'A taxi to school')
  await expect(lineOf(desk, 'Hydrotherapy')).toBeVisible()
  const field = desk.getByRole('searchbox', { name: 'Search conversations' })

  await desk.keyboard.press('/')
  await expect(field).toBeFocused()
  await desk.keyboard.type('hydro')
  await desk.keyboard.press('Enter')
  await expect(desk.getByRole('heading', { name: 'Found for “hydro”' })).toBeFocused()
  await expect(desk.getByText('1 conversation found.')).toBeVisible()
  await expectAccessible(desk)
  await lineOf(desk, 'Hydrotherapy').press('Enter')
  await expect(desk.getByRole('heading', { level: 2, name: /^Visitor/ })).toBeFocused()

  await field.fill('zebra')
  await field.press('Enter')
  await expect(desk.getByText('No conversation has all of these words.')).toBeVisible()
  await field.fill('?')
  await field.press('Enter')
  await expect(desk.getByRole('alert').filter({ hasText: 'two letters or more' })).toBeVisible()
  await expect(field).toHaveAccessibleDescription('Write a word of two letters or more.')
  await expectAccessible(desk)

  await desk.getByText('Filter', { exact: true }).click()
  await desk.getByLabel('Late only').check()
  await expect(desk.getByRole('heading', { name: 'Waiting 0 of 2' })).toBeVisible()
  await expect(desk.getByText('Nothing here passes your filter.').first()).toBeVisible()
  await expectAccessible(desk)
  for (const [width, height] of [
    [768, 1024],
    [1024, 768],
    [390, 844],
  ] as const) {
    await desk.setViewportSize({ width, height })
    await expectToFitAcross(desk)
    await expectAccessible(desk)
  }
  await desk.setViewportSize({ width: 1280, height: 800 })
  await desk.getByRole('button', { name: 'Show everything' }).click()
  await expect(desk.getByRole('heading', { name: 'Waiting 2', exact: true })).toBeVisible()
  await endAll(desk)
  await desk.context().close()
})

test('news move nothing that one reads and take the focus from nowhere', async ({ browser, house }) => {
  const desk = await arrive(browser, house)
  for (let number = 1; number <= 9; number += 1) await askForChat(desk, house, `Question ${number}`)
  await lineOf(desk, 'Question 9').click()
  await desk.getByRole('button', { name: 'Take', exact: true }).click()
  const reply = desk.getByLabel(/^Reply to/)
  await expect(reply).toBeFocused()
  await reply.fill('Half a sentence')
  const mine = desk.locator('[data-part="mine"] .desk-line')

  for (const [width, height, about] of [
    [1280, 700, 'Comes on a desk'],
    [768, 1024, 'Comes on a tablet'],
  ] as const) {
    await desk.setViewportSize({ width, height })
    await mine.scrollIntoViewIfNeeded()
    await mine.hover()
    await reply.focus()
    const before = await topOf(mine)
    await askForChat(desk, house, about)
    await expect(lineOf(desk, about)).toBeAttached()
    // It is put back in its place before it is drawn.
    await expect.poll(() => topOf(mine), about).toBeCloseTo(before ?? 0, 0)
    await expect(reply).toBeFocused()
    await expect(reply).toHaveValue('Half a sentence')
  }

  await desk.setViewportSize({ width: 1280, height: 500 })
  await desk.locator('.desk-ended summary').click()
  await mine.evaluate((line) => line.scrollIntoView({ block: 'start' }))
  await mine.hover()
  await askForChat(desk, house, 'Comes out of sight')
  const more = desk.getByRole('button', { name: '1 new above' })
  await expect(more).toBeVisible()
  await expectAccessible(desk)
  await more.click()
  await expect(lineOf(desk, 'Comes out of sight')).toBeFocused()
  await expect(more).toBeHidden()
  await desk.context().close()
})

test('what is pressed stays under the pointer and opens, though a hint or a line above it goes meanwhile', async ({
  browser,
  house,
}) => {
  const desk = await arrive(browser, house)
  for (const about of ['Taken meanwhile', 'Pressed meanwhile']) await askForChat(desk, house, about)
  const other = await arrive(browser, house)
  // High enough for all of the list: no scrolling can make up for what moves.
  for (const page of [desk, other]) await page.setViewportSize({ width: 1280, height: 1800 })

  const hint = other.getByText('Click anywhere on this page')
  await expect(hint).toBeVisible()
  await press(lineOf(other, 'Taken meanwhile'), () => expect(hint).toBeVisible())
  await expect(hint).toBeHidden()

  await expect(lineOf(desk, 'Pressed meanwhile')).toBeVisible()
  const waiting = await desk.locator('[data-part="waiting"] .desk-line').count()
  await press(lineOf(desk, 'Pressed meanwhile'), async () => {
    await other.getByRole('button', { name: 'Take', exact: true }).click()
    // What the desk says of it stands above the list, and for eyes does not take up room.
    await expect(desk.getByText(new RegExp(`^${waiting - 1} (person is|people are) waiting`))).toBeAttached()
  })
  await expect(desk.locator('[data-part="mine"]')).toContainText('Taken meanwhile')

  // Where a menu of the browser opens, no page is told that the button was let go.
  await lineOf(desk, 'Pressed meanwhile').hover()
  await desk.mouse.down({ button: 'right' })
  await askForChat(desk, house, 'Comes under the menu')
  await expect(lineOf(desk, 'Comes under the menu')).toBeVisible()
  for (const page of [other, desk]) await page.context().close()
})

/** Presses a line of the list for as long as something else happens. */
async function press(line: Locator, meanwhile: () => Promise<void>): Promise<void> {
  await line.hover()
  const before = await topOf(line)
  await line.page().mouse.down()
  await meanwhile()
  expect(await topOf(line)).toBe(before)
  await line.page().mouse.up()
  await expect(line).toHaveAttribute('aria-current', 'true')
}

test('a conversation that somebody else has just taken is said, on a telephone too', async ({
  browser,
  house,
}) => {
  const lead = await (await browser.newContext({ baseURL: house.url })).newPage()
  // This desk still shows what somebody else has taken meanwhile.
  const news = await holdMessages(lead, (message) => message.includes('["conversation",'))
  await signInAs(lead, 'lead', '/desk/')
  const desk = await arrive(browser, house)
  await askForChat(desk, house, 'Wanted by both')
  await lineOf(lead, 'Wanted by both').click()
  news.hold()
  await lineOf(desk, 'Wanted by both').click()
  await desk.getByRole('button', { name: 'Take', exact: true }).click()
  await expect(desk.getByLabel(/^Reply to/)).toBeVisible()
  await lead.getByRole('button', { name: 'Take', exact: true }).click()
  const said = lead.getByRole('alert').filter({ hasText: 'Another navigator has taken this conversation.' })
  await expect(said).toBeVisible()
  await expectAccessible(lead)
  await lead.setViewportSize({ width: 390, height: 844 })
  await expect(said, 'on a telephone too').toBeVisible()
  await lead.getByRole('button', { name: /^Hide this/ }).click()
  await expect(said).toBeHidden()
  for (const page of [lead, desk]) await page.context().close()
})

test('the focus is where a conversation begins as soon as it is open, and no late answer takes it from a note', async ({
  browser,
  house,
}) => {
  const context = await browser.newContext({ baseURL: house.url, locale: 'en-GB' })
  const desk = await context.newPage()
  const answers = await holdMessages(desk)
  await signInAs(desk, 'navigator', '/desk/')
  await askForChat(desk, house, 'Taken slowly')
  const heading = desk.getByRole('heading', { level: 2, name: /^Visitor/ })
  const opened = await lineOf(desk, 'Taken slowly').evaluate(async (line: HTMLElement) => {
    line.click()
    await Promise.resolve()
    return document.activeElement?.id
  })
  expect(opened).toBe(await heading.getAttribute('id'))

  answers.hold()
  await desk.getByRole('button', { name: 'Take', exact: true }).press('Enter')
  const note = desk.getByLabel('Write a note for colleagues')
  await note.fill('Ring the school first')
  answers.release()
  await expect(desk.getByLabel(/^Reply to/)).toBeVisible()
  await desk.keyboard.type('.')
  await expect(note, 'what is for staff alone never lands in the reply').toHaveValue('Ring the school first.')
  await context.close()
})
