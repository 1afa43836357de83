import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expect, signInAs } from './app.ts'

/** What stands in a talk, in the order in which it is shown, without times and names. */
export async function textsOf(page: Page): Promise<string[]> {
  return page.getByRole('log').locator('[data-seq]:not(.message--notice) .message__text').allInnerTexts()
}

/** What the page's content security policy refused, as the browser says it. */
export function watchPolicy(page: Page): string[] {
  const refused: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  return refused
}

/** The chat page, alive: it has found out whether there is a chat on this device. */
export async function openChat(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto('/chat/')
  await expect(page.locator('[data-view]:not([data-view=loading])')).toBeVisible()
  return page
}

/** Fills in the first message and sends it. */
export async function begin(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your message' }).fill(text)
  await page.getByRole('button', { name: /^(Send|Start chat)$/ }).click()
  await expect(page.getByRole('log')).toContainText(text)
}

/** A family's new chat. */
export async function startTalk(context: BrowserContext, text: string): Promise<Page> {
  const visitor = await openChat(context)
  await begin(visitor, text)
  return visitor
}

/** The desk of the demonstration's navigator, available. */
export async function openDesk(context: BrowserContext): Promise<Page> {
  const desk = await context.newPage()
  await signInAs(desk, 'navigator', '/desk/')
  const available = desk.getByRole('switch', { name: 'Available for new chats' })
  await expect(available).toBeVisible()
  if ((await available.getAttribute('aria-checked')) === 'false') await available.click()
  await expect(available).toHaveAttribute('aria-checked', 'true')
  return desk
}

/** A family's browser, the council's with the desk open, both on the running house. */
export async function twoSides(browser: Browser, baseURL: string) {
  const family = await browser.newContext({ baseURL, locale: 'en-GB' })
  const council = await browser.newContext({ baseURL, locale: 'en-GB' })
  return {
    family,
    desk: await openDesk(council),
    close: () => Promise.all([family.close(), council.close()]),
  }
}

/** Takes the waiting chat in which this was said last. */
export async function take(desk: Page, said: string | RegExp): Promise<void> {
  await desk.getByRole('navigation', { name: 'Conversations' }).getByRole('button', { name: said }).click()
  await desk.getByRole('button', { name: 'Take', exact: true }).click()
  await expect(desk.getByLabel(/^Reply to/)).toBeFocused()
}

/** Writes and sends with the Enter key. */
export async function send(page: Page, label: string | RegExp, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).fill(text)
  await page.getByRole('textbox', { name: label }).press('Enter')
}

/** The navigator answers, and the family's page shows it. */
export async function answer(desk: Page, visitor: Page, text: string): Promise<void> {
  await send(desk, /^Reply to/, text)
  await expect(visitor.getByRole('log')).toContainText(text)
}

/** The navigator ends the chat, and the family's page knows. */
export async function endFromDesk(desk: Page, visitor: Page): Promise<void> {
  await desk.getByRole('button', { name: 'End', exact: true }).click()
  await desk.getByRole('dialog').getByRole('button', { name: /^End/ }).click()
  await expect(visitor.locator('[data-phase=ended]')).toBeVisible()
}
