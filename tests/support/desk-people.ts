import type { Browser, Page } from '@playwright/test'
import { expect, type RunningHouse, signInAs } from './app.ts'
import { begin, openChat } from './chat-people.ts'

/** A family's new chat in a browser of its own, with what it is about if they said. */
export async function familyWriting(
  browser: Browser,
  house: RunningHouse,
  text: string,
  about = '',
): Promise<Page> {
  const visitor = await openChat(await browser.newContext({ baseURL: house.url, locale: 'en-GB' }))
  if (about !== '') await visitor.getByLabel(/^What is it about/).fill(about)
  await begin(visitor, text)
  return visitor
}

/** The desk in a browser of its own, as whoever sits there left it: available or not. */
export async function deskOf(
  browser: Browser,
  house: RunningHouse,
  role: 'navigator' | 'lead',
): Promise<Page> {
  const context = await browser.newContext({ baseURL: house.url, locale: 'en-GB' })
  const desk = await context.newPage()
  await signInAs(desk, role, '/desk/')
  await expect(desk.getByRole('switch', { name: 'Available for new chats' })).toBeVisible()
  return desk
}

/** What whoever sits at this desk is called. */
export const nameAt = async (desk: Page) => (await desk.locator('.desk__name').textContent()) ?? ''

/** A line of the desk's lists, or of what a search found there. */
export const lineOf = (desk: Page, about: string | RegExp) =>
  desk.locator('.desk-line').and(desk.getByRole('button', { name: about }))
