import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { expect, type RunningHouse } from './app.ts'
import { openDesk } from './chat-people.ts'

/** A family asks for a chat about something. */
export async function askForChat(page: Page, house: RunningHouse, about: string): Promise<void> {
  const reply = await page.request.fetch(`${house.url}/api/conversations`, {
    ...{ method: 'POST', headers: { origin: house.url } },
    data: { clientConversationId: randomUUID(), about },
  })
  expect(reply.ok(), await reply.text()).toBe(true)
}

/** A navigator's desk in a browser of its own. */
export async function arrive(browser: Browser, house: RunningHouse): Promise<Page> {
  return openDesk(await browser.newContext({ baseURL: house.url, locale: 'en-GB' }))
}

/** Takes what waits and ends it, so that the next test begins with an empty queue and a free navigator. */
export async function endAll(desk: Page): Promise<void> {
  const waiting = desk.locator('[data-part="waiting"] .desk-line')
  const mine = desk.locator('[data-part="mine"] .desk-line')
  const before = await mine.count()
  for (let left = await waiting.count(); left > 0; left -= 1) {
    await waiting.first().click()
    await desk.getByRole('button', { name: 'Take', exact: true }).click()
    await desk.getByRole('button', { name: 'End', exact: true }).click()
    await desk.getByRole('button', { name: 'End it' }).click()
    await expect(waiting).toHaveCount(left - 1)
    await expect(mine).toHaveCount(before)
  }
}
