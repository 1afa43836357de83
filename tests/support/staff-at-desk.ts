import type { Browser, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { arrive } from './mailed-house.ts'
import type { TimedHouse } from './timed-house.ts'

/** Somebody new: invited, signed in with the link from their mailbox, at the desk and available. */
export async function arriveAtDesk(
  browser: Browser,
  house: TimedHouse,
  { name, role }: { name: string; role: 'navigator' | 'lead' },
): Promise<Page> {
  const email = `${name.toLowerCase()}@council.example.org`
  const context = await browser.newContext({ baseURL: house.url, locale: 'en-GB' })
  const page = await context.newPage()
  await arrive(house, page, { email, name, role, next: '/desk/' })
  const available = page.getByRole('switch', { name: 'Available for new chats' })
  await expect(available).toBeVisible()
  if ((await available.getAttribute('aria-checked')) === 'false') await available.click()
  await expect(available).toHaveAttribute('aria-checked', 'true')
  return page
}
