import { readFile } from 'node:fs/promises'
import { expect, expectAccessible, test } from '../support/app.ts'
import { take } from '../support/chat-people.ts'
import { deskOf } from '../support/desk-people.ts'
import { linkIn } from '../support/house-mails.ts'

test('a message with an address: the link in the email opens it, without JavaScript, and both sides go on', async ({
  browser,
  house,
}) => {
  const family = await browser.newContext({ baseURL: house.url, javaScriptEnabled: false })
  const form = await family.newPage()
  await form.goto('/message/')
  await form.getByLabel('Your message').fill('Who helps with sleep?')
  await form.getByLabel(/email address/).fill('parent@example.org')
  await form.getByLabel('Please ring me').check()
  await form.getByRole('button', { name: 'Send message' }).click()
  await expect(form.getByRole('alert')).toContainText('Enter the telephone number that we should ring.')
  await form.getByLabel(/telephone number/).fill('01632 960 555')
  await form.getByLabel(/When can we ring you/).fill('after 4pm')
  await form.getByRole('button', { name: 'Send message' }).click()
  await expect(form.getByRole('heading', { level: 1 })).toHaveText('We have your message')
  await expect(form.getByRole('main')).toContainText('We have sent you an email with a private link.')

  const desk = await deskOf(browser, house, 'navigator')
  await take(desk, /Call back.*sleep/)
  await expect(desk.getByText('01632 960 555')).toBeVisible()
  await expect(desk.getByText('after 4pm')).toBeVisible()
  await desk.getByLabel(/^Reply to/).fill('The sleep clinic does. You can write to them yourself.')
  await desk.getByLabel(/^Reply to/).press('Enter')

  const link = await linkIn(house, 'parent@example.org', 'You have a reply')
  const elsewhere = await browser.newContext({ baseURL: house.url, javaScriptEnabled: false })
  const page = await elsewhere.newPage()
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open your conversation')
  await page.getByRole('button', { name: 'Read and answer' }).click()
  await expect(page).toHaveURL(`${house.url}/conversation/`)
  await expect(page.getByRole('main')).toContainText('The sleep clinic does.')
  await page.getByLabel('Your message').fill('Thank you, I will.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page).toHaveTitle(/^We have your answer/)
  await expect(desk.getByRole('log')).toContainText('Thank you, I will.')

  const [copy] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Download a copy/ }).click(),
  ])
  expect(copy.suggestedFilename()).toMatch(/^conversation-LO-.*\.txt$/)
  expect(await readFile(await copy.path(), 'utf8')).toContain('Thank you, I will.')
  await page.getByRole('button', { name: 'Close it on this device' }).click()
  await page.goto('/conversation/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No conversation is open on this device')
  for (const context of [family, elsewhere, desk.context()]) await context.close()
})

test('someone who waits leaves an address, closes the page and hears of the answer; every page is accessible', async ({
  browser,
  house,
}) => {
  const family = await browser.newContext({ baseURL: house.url })
  const chat = await family.newPage()
  await chat.goto('/chat/')
  await chat.getByLabel('Your message').fill('Is there a club for teenagers?')
  await chat.getByRole('button', { name: /^(Send|Start)/ }).click()
  await chat.getByText(/leave an email address/).click()
  await chat.getByLabel('Your email address').fill('parent')
  await chat.getByRole('button', { name: 'Email me when there is an answer' }).click()
  await expect(chat.getByLabel('Your email address')).toBeFocused()
  await expect(chat.getByText(/Enter an email address in the right form/)).toBeVisible()
  await expectAccessible(chat)
  await chat.getByLabel('Your email address').fill('teenager@example.org')
  await chat.keyboard.press('Enter')
  const promise = chat.getByText('You can close this page. We will email you when there is an answer.')
  await expect(promise).toBeFocused()
  await expectAccessible(chat)
  await linkIn(house, 'teenager@example.org', 'We will email you')
  await chat.close()

  const desk = await deskOf(browser, house, 'navigator')
  await take(desk, /teenagers/)
  await desk.getByLabel(/^Reply to/).fill('Yes, on Tuesdays.')
  await desk.getByLabel(/^Reply to/).press('Enter')
  await expectAccessible(desk)

  const link = await linkIn(house, 'teenager@example.org', 'You have a reply')
  const elsewhere = await browser.newContext({ baseURL: house.url })
  const page = await elsewhere.newPage()
  await page.goto(link.slice(0, -9))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link does not open anything')
  await expectAccessible(page)
  await page.goto(link)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Read and answer' }).press('Enter')
  await expect(page.getByRole('main')).toContainText('Yes, on Tuesdays.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Write your message first.')
  await expectAccessible(page)
  await page.getByLabel('Your telephone number').fill('01632 960 556')
  await page.getByRole('button', { name: 'Please ring me' }).click()
  await expect(page).toHaveTitle(/^You have asked us to ring you/)
  await expectAccessible(page)
  await desk.getByRole('button', { name: 'End', exact: true }).click()
  await desk.getByRole('button', { name: 'End it' }).click()
  await expect(desk.getByText('This conversation has ended.').first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('main')).toContainText('This conversation has ended.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Close it on this device' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'The conversation is closed on this device',
  )
  await expectAccessible(page)
  await page.goto('/conversation/')
  await expectAccessible(page)
  await page.goto('/message/')
  await expectAccessible(page)
  for (const context of [family, elsewhere, desk.context()]) await context.close()
})
