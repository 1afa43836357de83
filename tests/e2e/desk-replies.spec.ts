import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFitAcross, signInAs, test } from '../support/app.ts'
import { openDesk, startTalk, take, twoSides } from '../support/chat-people.ts'
import { holdMessages } from '../support/held-messages.ts'
import { mailsOf, mailWith } from '../support/house-mails.ts'
import { tabTo } from '../support/keyboard.ts'

// What waits, and which emails go, is for these tests to say.
test.use({ houseOf: 'desk-replies' })

const box = (desk: Page) => desk.getByLabel(/^Reply to/)

const choices = (desk: Page, selected?: boolean) =>
  desk
    .getByRole('listbox', { name: 'Saved replies' })
    .getByRole('option', selected === undefined ? {} : { selected })

/** Holds a state of the page against axe and against the widths that people have. */
async function expectInOrder(page: Page) {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await expectToFitAcross(page)
    await expectAccessible(page)
  }
}

test('a navigator puts saved replies in by keyboard alone, and writes one of their own', async ({
  browser,
  house,
}) => {
  test.setTimeout(300_000)
  const family = await browser.newContext({ baseURL: house.url })
  const council = await browser.newContext({ baseURL: house.url })
  const visitor = await startTalk(family, 'Who helps with handwriting?')
  const desk = await openDesk(council)
  await take(desk, 'Who helps with handwriting?')
  const search = desk.getByRole('combobox', { name: 'Search saved replies' })

  await test.step('a slash opens them, words narrow them down, Enter puts one in', async () => {
    await desk.keyboard.press('/')
    await expect(search).toBeFocused()
    await expect(choices(desk).first()).toBeVisible()
    await expectInOrder(desk)
    await search.fill('looking this up')
    await expect(choices(desk)).toHaveCount(2)
    await desk.keyboard.press('ArrowDown')
    await expect(choices(desk, true)).toContainText('Easy Read')
    await desk.keyboard.press('ArrowUp')
    await desk.keyboard.press('Enter')
    await expect(box(desk)).toBeFocused()
    await expect(box(desk)).toHaveValue(/^I want to give you the right answer/)
    await expect(visitor.getByRole('log')).not.toContainText('right answer')
  })

  await test.step('another goes in at the cursor; what was typed is kept through a reload, and sent by Enter', async () => {
    await tabTo(desk.getByRole('button', { name: 'Saved replies' }))
    await desk.keyboard.press('Enter')
    await search.fill('goodbye')
    await desk.keyboard.press('Enter')
    await expect(box(desk)).toHaveValue(/leave this page open.* Thank you for talking to me\. /)
    await expect(box(desk)).toHaveAttribute('lang', 'en-GB')
    await expect(box(desk)).toHaveAttribute('spellcheck', 'true')
    await desk.reload()
    await desk.getByRole('button', { name: /handwriting/ }).click()
    await expect(box(desk)).toHaveValue(/Thank you for talking to me\. /)
    await box(desk).press('Enter')
    await expect(visitor.getByRole('log')).toContainText('Thank you for talking to me.')
    await expect(visitor.getByRole('log')).not.toContainText('{')
  })

  await test.step('Escape goes back to what was typed', async () => {
    await box(desk).press('/')
    await search.fill('services')
    await desk.keyboard.press('Escape')
    await expect(box(desk)).toBeFocused()
    await expect(box(desk)).toHaveValue('/services')
    await box(desk).fill('')
  })

  await test.step('one’s own is written on its page, refused when it cannot be filled, found, removed and put back', async () => {
    const page = await council.newPage()
    await page.goto('/desk/replies/')
    await expectInOrder(page)
    await page.getByRole('link', { name: 'Add a reply of your own' }).click()
    await page.getByLabel('Title').fill('Pencil grips')
    await page.getByLabel('Reply', { exact: true }).fill('Hello {child}, try a pencil grip.')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('alert')).toContainText('We do not know what to put for {child}.')
    await expectInOrder(page)
    await page.getByLabel('Reply', { exact: true }).fill('Hello {name}, try a pencil grip.')
    await page.getByLabel(/Easy Read words/).fill('Try a pencil grip.')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('status')).toContainText('“Pencil grips” is saved.')
    await page.getByRole('button', { name: 'Remove “Pencil grips”' }).click()
    await page.getByRole('button', { name: 'Put it back' }).click()
    await expect(page.getByRole('status')).toContainText('is back in the list')
    await page.close()
    await box(desk).press('/')
    await search.fill('grip')
    await expect(choices(desk).first()).toContainText('Hello, try a pencil grip.')
    await desk.keyboard.press('Escape')
  })

  await family.close()
  await council.close()
})

test('who presses Enter before the saved replies are there gets theirs then', async ({ browser, house }) => {
  const { family, desk, close } = await twoSides(browser, house.url)
  await startTalk(family, 'Who helps with buttons?')
  const messages = await holdMessages(desk)
  await desk.reload()
  await take(desk, 'Who helps with buttons?')
  messages.hold()
  await desk.keyboard.press('/')
  await desk.getByRole('combobox', { name: 'Search saved replies' }).fill('goodbye')
  await desk.keyboard.press('Enter')
  await expect(desk.getByText('Fetching the replies…')).toBeVisible()
  messages.release()
  await expect(box(desk)).toHaveValue(/^Thank you for talking to me\. /)
  await expect(box(desk)).toBeFocused()
  await close()
})

test('whoever uses Easy Read gets the easy words first', async ({ browser, house }) => {
  const family = await browser.newContext({ baseURL: house.url })
  const council = await browser.newContext({ baseURL: house.url })
  const page = await family.newPage()
  await page.goto('/chat/')
  await page.getByText('I use Easy Read').click()
  await page.getByLabel('Easy Read').check()
  await page.getByRole('textbox', { name: 'Your message' }).fill('I need help at school')
  await page.getByRole('button', { name: /^(Send|Start chat)$/ }).click()
  await expect(page.getByRole('log')).toContainText('I need help at school')
  const desk = await openDesk(council)
  await take(desk, 'I need help at school')
  await desk.keyboard.press('/')
  await desk.getByRole('combobox', { name: 'Search saved replies' }).fill('looking this up')
  await expect(choices(desk).first()).toContainText('Easy Read')
  await expect(choices(desk, true)).toContainText('I am looking for the right answer.')
  await family.close()
  await council.close()
})

test('an answer is promised for later, goes out by email, and can follow the end', async ({
  browser,
  house,
}) => {
  test.setTimeout(240_000)
  const family = await browser.newContext({ baseURL: house.url })
  const council = await browser.newContext({ baseURL: house.url })
  const visitor = await startTalk(family, 'Is there a place at the sleep clinic?')
  const desk = await openDesk(council)
  await take(desk, 'Is there a place at the sleep clinic?')
  const dialog = desk.getByRole('dialog', { name: 'Answer later?' })

  await test.step('it needs an address', async () => {
    await desk.getByRole('button', { name: 'More', exact: true }).press('Enter')
    await desk.getByRole('button', { name: 'Answer later by email' }).press('Enter')
    await expect(dialog).toContainText(/by the end of \w+day \d+ \w+/)
    await dialog.getByRole('button', { name: 'Promise it' }).press('Enter')
    await expect(dialog.getByLabel(/email address that they told/)).toBeFocused()
    await expect(dialog).toContainText('There is no email address to tell them by.')
    await expectInOrder(desk)
  })

  await test.step('the family reads by when', async () => {
    await dialog.getByLabel(/email address that they told/).fill('kim@example.org')
    await desk.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(visitor.getByRole('log')).toContainText(/answers you here by the end of/)
    await expect(desk.getByText(/^You have promised an answer by the end of/)).toBeVisible()
    await expectInOrder(desk)
  })

  await test.step('the answer goes out while nobody is there, without its words', async () => {
    await visitor.close()
    await expect(async () => {
      await box(desk).fill('There is a place from May.')
      await box(desk).press('Enter')
      await expect(desk.getByText(/^You have promised/)).toBeHidden({ timeout: 2_000 })
    }).toPass()
    await mailWith(house, 'You have a reply')
    expect((await mailsOf(house)).join('\n')).not.toContain('May')
  })

  await test.step('after the end there is one more thing to say', async () => {
    await desk.getByRole('button', { name: 'End', exact: true }).click()
    await desk.getByRole('button', { name: 'End it' }).click()
    await desk.getByRole('button', { name: 'Write to them again' }).press('Enter')
    const again = desk.getByLabel('Write to them again')
    await expect(again).toBeFocused()
    await expectInOrder(desk)
    await again.fill('Bring the red book.')
    await again.press('Enter')
    await expect(box(desk)).toBeVisible()
    await expect(desk.getByRole('log')).toContainText('Bring the red book.')
    await expect(desk.getByRole('log')).toContainText('has something to add')
  })
  await family.close()
  await council.close()
})

test('abuse is blocked with a reason; emergency and telephone stay, and a lead can lift it', async ({
  browser,
  house,
}) => {
  test.setTimeout(240_000)
  const family = await browser.newContext({ baseURL: house.url })
  const council = await browser.newContext({ baseURL: house.url })
  const visitor = await startTalk(family, 'Words that nobody should read')
  const desk = await openDesk(council)
  await take(desk, 'Words that nobody should read')
  await desk.getByRole('button', { name: 'More', exact: true }).press('Enter')
  await desk.getByRole('button', { name: 'Block', exact: true }).press('Enter')
  const dialog = desk.getByRole('dialog', { name: 'Block because of abuse?' })
  await dialog.getByRole('button', { name: 'Block and end' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Choose a reason, or write one.')
  await expectInOrder(desk)
  await dialog.getByLabel('Threats').check()
  await dialog.getByRole('button', { name: 'Block and end' }).click()
  await expect(desk.getByText(/^Blocked until .*Threats/)).toBeVisible()
  await expectInOrder(desk)

  await expect(visitor.getByRole('log')).toContainText('If someone is in danger, call 999 now.')
  await expect(visitor.getByRole('button', { name: /Start a new chat/ })).toHaveCount(0)
  await expectInOrder(visitor)
  await visitor.getByRole('button', { name: 'Clear this chat from this device' }).click()
  await expect(visitor.getByRole('heading', { name: /is cleared from this device/ })).toBeVisible()
  await visitor.goto('/message/')
  await visitor.getByLabel('Your message').fill('Again')
  await visitor.getByRole('button', { name: 'Send message' }).click()
  await expect(visitor.getByRole('alert').first()).toContainText('You can start another from')
  await expect(visitor.getByLabel('Your message')).toHaveValue('Again')
  await expectAccessible(visitor)

  const leads = await browser.newContext({ baseURL: house.url })
  const lead = await leads.newPage()
  await signInAs(lead, 'lead', '/desk/')
  await lead
    .getByText(/^Ended/)
    .first()
    .click()
  await lead.getByRole('button', { name: /Words that nobody should read/ }).click()
  await lead.getByRole('button', { name: 'Lift the block' }).press('Enter')
  await expect(lead.getByText(/^Blocked until/)).toHaveCount(0)
  await visitor.getByRole('button', { name: 'Send message' }).click()
  await expect(visitor.getByRole('heading', { name: 'We have your message' })).toBeVisible()
  for (const context of [family, council, leads]) await context.close()
})
