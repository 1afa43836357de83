import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { expectAccessible } from '../support/app.ts'
import { answer, endFromDesk, send, startTalk, take } from '../support/chat-people.ts'
import { letterTo } from '../support/mailed-house.ts'
import { arriveAtDesk } from '../support/staff-at-desk.ts'
import { startTimedHouse, type TimedHouse } from '../support/timed-house.ts'

/** One afternoon in a house of its own: who is there. */
interface Shift {
  house: TimedHouse
  sam: Page
  alex: Page
  lee: Page
}

const lines = (desk: Page) => desk.getByRole('navigation', { name: 'Conversations' }).getByRole('button')

test('a shift: five families, two navigators and a lead, from the queue to the report', async ({
  browser,
}) => {
  test.setTimeout(480_000)
  const house = await startTimedHouse(25)
  const context = () => browser.newContext({ baseURL: house.url, locale: 'en-GB' })
  const chat = async (text: string) => startTalk(await context(), text)
  try {
    const shift = {
      house,
      sam: await arriveAtDesk(browser, house, { name: 'Sam', role: 'navigator' }),
      alex: await arriveAtDesk(browser, house, { name: 'Alex', role: 'navigator' }),
      lee: await arriveAtDesk(browser, house, { name: 'Lee', role: 'lead' }),
    }
    const { sam } = shift
    const families = await test.step('the queue: who came first stands first', async () => {
      const swim = await chat('Where can my son swim?')
      const refused = await chat('The council says no to a plan. What now?')
      await expect(refused.getByText(/2nd in the queue|second|1 (person|family).*before you/i)).toBeVisible()
      await expect(lines(sam).filter({ hasText: /swim|says no/ })).toHaveCount(2)
      await expect(
        lines(sam)
          .filter({ hasText: /swim|says no/ })
          .first(),
      ).toContainText('swim')
      return { swim, refused }
    })
    await test.step('a card answers the first', () => giveCard(shift, families.swim))
    await test.step('the second is passed on', () => passOn(shift, families.refused))
    await test.step('the third may be in danger', async () =>
      raiseConcern(shift, await chat('My uncle hits me at night.')))
    const link = await test.step('closing time comes over the fourth, who hears by email', async () =>
      closingTime(shift, await chat('Who helps with sleep?')))
    await test.step('the fourth reads the answer at home', async () => {
      const home = await (await context()).newPage()
      await home.goto(link)
      await home.getByRole('button', { name: 'Read and answer' }).click()
      await expect(home.getByRole('main')).toContainText('The sleep clinic helps.')
      await expectAccessible(home)
    })
    await test.step('the fifth writes in the evening, without JavaScript', async () =>
      writeInTheEvening(shift, await browser.newContext({ baseURL: house.url, javaScriptEnabled: false })))
    await test.step('the lead reads the report of the month', () => readReport(shift))
  } finally {
    await Promise.all(browser.contexts().map((open) => open.close()))
    await house.stop()
  }
})

async function giveCard({ sam }: Shift, visitor: Page) {
  await take(sam, /swim/)
  await sam.getByRole('button', { name: /^Find (a|another) page/ }).click()
  await sam.getByLabel('Search services and guides').fill('swimming')
  await sam
    .getByRole('list', { name: 'Found' })
    .getByRole('button', { name: /^Add to the conversation/ })
    .first()
    .click()
  await sam.getByLabel(/^Reply to/).press('Enter')
  await expect(visitor.getByRole('log').getByRole('article', { name: /^Card:/ })).toBeVisible()
  await answer(sam, visitor, 'They have quiet lessons.')
  await endFromDesk(sam, visitor)
}

async function passOn({ sam, alex }: Shift, visitor: Page) {
  await take(sam, /says no/)
  await sam.getByRole('button', { name: 'Pass to a colleague' }).click()
  const dialog = sam.getByRole('dialog', { name: /^Who should take over/ })
  await dialog.getByRole('radio', { name: 'Alex' }).check()
  await dialog.getByRole('button', { name: 'Ask them' }).click()
  await alex.getByRole('button', { name: /^Take over/ }).click()
  await expect(visitor.getByRole('log')).toContainText('You talk with Alex now')
  await answer(alex, visitor, 'You can appeal. Mediation comes first.')
}

async function raiseConcern({ house, alex, sam, lee }: Shift, visitor: Page) {
  await take(alex, /uncle/)
  await alex.getByRole('button', { name: 'Raise a concern', exact: true }).click()
  await alex.getByRole('radio', { name: /child or young person/ }).check()
  await alex.getByLabel('What worries you?').fill('An uncle hits them.')
  await alex.getByRole('button', { name: 'Raise it now' }).click()
  const letter = await letterTo(house, 'lee@council.example.org', 'A safeguarding concern waits for you')
  expect(letter).not.toMatch(/uncle|hits|child/)
  await lee.getByRole('button', { name: /Concern about a child/ }).click()
  await lee.getByRole('button', { name: 'I have seen it and I take it' }).click()
  await expect(alex.locator('[data-concern]')).toContainText('With Lee.')
  await expect(lines(sam).filter({ hasText: 'uncle' })).toHaveCount(0)
  await answer(alex, visitor, 'Thank you for telling me. Are you safe now?')
}

/** Gives the private link that the family is sent. */
async function closingTime({ house, alex }: Shift, visitor: Page): Promise<string> {
  await visitor.getByText(/leave an email address/).click()
  await visitor.getByLabel('Your email address').fill('parent@example.org')
  await visitor.getByRole('button', { name: 'Email me when there is an answer' }).click()
  await letterTo(house, 'parent@example.org', 'We will email you')
  await house.letPass(26)
  await expect(visitor.getByRole('log')).toContainText('We are closed now', { timeout: 60_000 })
  await visitor.close()
  await take(alex, /sleep/)
  await send(alex, /^Reply to/, 'The sleep clinic helps.')
  const letter = await letterTo(house, 'parent@example.org', 'You have a reply')
  expect(letter).not.toContain('sleep')
  return /\/conversation\/\?link=[\w-]+/.exec(letter)?.[0] ?? ''
}

async function writeInTheEvening({ sam }: Shift, context: Awaited<ReturnType<Browser['newContext']>>) {
  const form = await context.newPage()
  await form.goto('/message/')
  await form.getByLabel('Your message').fill('Please ring me about a bus pass.')
  await form.getByLabel('Please ring me').check()
  await form.getByLabel(/telephone number/).fill('01632 960 555')
  await form.getByRole('button', { name: 'Send message' }).click()
  await expect(form.getByRole('heading', { level: 1 })).toHaveText('We have your message')
  await expect(lines(sam).filter({ hasText: 'bus pass' })).toBeVisible()
}

/** So few families are not told apart: the report says that it hides, on the page and in the file. */
async function readReport({ lee }: Shift) {
  await lee.getByRole('link', { name: 'Reports', exact: true }).click()
  await expect(lee.getByRole('heading', { level: 1, name: /^Report: / })).toBeVisible()
  await expect(lee.getByRole('table').first()).toContainText('hidden')
  await expectAccessible(lee)
  const [file] = await Promise.all([
    lee.waitForEvent('download'),
    lee.getByRole('link', { name: /^Download all tables/ }).click(),
  ])
  expect(await readFile(await file.path(), 'utf8')).toContain('hidden')
  await lee.goto('/audit/')
  await expect(lee.getByRole('main')).toContainText('Alex raised a safeguarding concern')
}
