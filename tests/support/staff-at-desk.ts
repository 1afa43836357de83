import type { Browser, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { inviteStaff } from './invite-staff.ts'
import type { TimedHouse } from './timed-house.ts'

/** The newest letter to an address whose text has these words, once the mail server has it. */
export async function letterTo(
  { mail }: Pick<TimedHouse, 'mail'>,
  to: string,
  words: string | RegExp,
): Promise<string> {
  const find = () =>
    mail.letters.findLast((letter) => letter.to === to && letter.source.search(words) >= 0)?.source ?? ''
  await expect.poll(find, { timeout: 30_000 }).not.toBe('')
  return find()
}

/** Somebody new: invited, signed in with the link from their mailbox, at the desk and available. */
export async function arriveAtDesk(
  browser: Browser,
  house: TimedHouse,
  { name, role }: { name: string; role: 'navigator' | 'lead' },
): Promise<Page> {
  const email = `${name.toLowerCase()}@council.example.org`
  await inviteStaff(house, { email, name, role })
  const context = await browser.newContext({ baseURL: house.url, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto('/sign-in/?next=/desk/')
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Email me a link' }).click()
  const letter = await letterTo(house, email, '/sign-in/confirm/')
  await page.goto(/\/sign-in\/confirm\/\S+/.exec(letter)?.[0] ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  const available = page.getByRole('switch', { name: 'Available for new chats' })
  await expect(available).toBeVisible()
  if ((await available.getAttribute('aria-checked')) === 'false') await available.click()
  await expect(available).toHaveAttribute('aria-checked', 'true')
  return page
}
