import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectToFitAcross, test } from '../support/app.ts'
import { answer, begin, endFromDesk, send } from '../support/chat-people.ts'
import { deskOf, familyWriting, lineOf, nameAt } from '../support/desk-people.ts'

// Who is at the desk, and what is in its lists, is for these tests to say.
test.use({ houseOf: 'desk-tools' })

async function takeByKeyboard(desk: Page, text: string): Promise<void> {
  await lineOf(desk, text).press('Enter')
  await desk.getByRole('button', { name: 'Take', exact: true }).press('Enter')
  await expect(desk.getByLabel(/^Reply to/)).toBeFocused()
}

const close = async (...pages: Page[]) => {
  for (const page of pages) await page.context().close()
}

test('notes are for staff alone: pushed to colleagues, kept while the network is away, never in the chat', async ({
  browser,
  house,
}) => {
  const text = 'Who can we ask about school travel?'
  const visitor = await familyWriting(browser, house, text)
  const desk = await deskOf(browser, house, 'navigator')
  const colleague = await deskOf(browser, house, 'lead')
  await takeByKeyboard(desk, text)
  await lineOf(colleague, text).press('Enter')
  const notes = desk.getByRole('region', { name: 'Notes', exact: true })
  await expect(notes.getByText('Only staff see this')).toBeVisible()
  const save = notes.getByRole('button', { name: 'Save note' })
  await save.press('Enter')
  await expect(notes.getByRole('alert')).toHaveText('Write your note first.')
  await expectAccessible(desk)

  const box = notes.getByLabel('Write a note for colleagues')
  await desk.context().setOffline(true)
  await box.fill('Grandmother answers the telephone')
  await save.press('Enter')
  await expect(notes.getByRole('alert')).toContainText('What you wrote is kept here.')
  await desk.context().setOffline(false)
  await desk.reload()
  await lineOf(desk, text).press('Enter')
  await expect(box).toHaveValue('Grandmother answers the telephone')
  await save.press('Enter')
  await expect(notes.getByRole('listitem')).toHaveCount(1)
  await expect(box).toHaveValue('')
  await expect(box).toBeFocused()
  await expect(colleague.getByRole('region', { name: 'Notes', exact: true })).toContainText(
    'Grandmother answers the telephone',
  )
  await expectAccessible(desk)

  await answer(desk, visitor, 'We look it up for you.')
  await expect(visitor.getByRole('log')).not.toContainText('Grandmother')
  await close(visitor, desk, colleague)
})

test('tags are chosen by keyboard, seen by all, and taken off again', async ({ browser, house }) => {
  const text = 'Is there a swimming club for deaf children?'
  const visitor = await familyWriting(browser, house, text)
  const desk = await deskOf(browser, house, 'navigator')
  const colleague = await deskOf(browser, house, 'lead')
  await takeByKeyboard(desk, text)
  await lineOf(colleague, text).press('Enter')
  const tags = desk.getByRole('region', { name: 'Tags' })
  await tags.getByText('Choose tags').press('Enter')
  await tags.getByLabel('Find a tag').fill('qqq')
  await expect(tags.getByRole('status')).toHaveText('No tag has these letters. Try fewer.')
  await tags.getByLabel('Find a tag').fill('hearing')
  await tags.getByRole('checkbox', { name: 'Deafness or hearing loss' }).press('Space')
  const remove = tags.getByRole('button', { name: 'Remove the tag Deafness or hearing loss' })
  await expect(remove).toBeVisible()
  await expectAccessible(desk)
  const seen = colleague.getByRole('region', { name: 'Tags' })
  await expect(seen.getByRole('listitem').filter({ hasText: 'Deafness or hearing loss' })).toBeVisible()
  await remove.press('Enter')
  await expect(tags.getByText('No tags yet.')).toBeVisible()
  await expect(tags.getByText('Choose tags')).toBeFocused()
  await close(visitor, desk, colleague)
})

test('a follow-up comes up at the top of the desk on its day, also after the end', async ({
  browser,
  house,
}) => {
  const text = 'Please tell us how the panel decides.'
  const visitor = await familyWriting(browser, house, text)
  const desk = await deskOf(browser, house, 'navigator')
  await takeByKeyboard(desk, text)
  await endFromDesk(desk, visitor)
  const here = desk.getByRole('region', { name: 'Follow up', exact: true })
  await here.getByText('Remind me about this').press('Enter')
  await here.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(here.getByRole('alert')).toHaveText(/^Write what you mean to do|^Choose the day/)
  await here.getByLabel('What do you mean to do?').fill('Ask how the panel went')
  const day = here.getByLabel('On which day?')
  await day.fill((await day.getAttribute('min')) ?? '')
  await here.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(here.getByRole('listitem')).toContainText('Ask how the panel went')
  await expectAccessible(desk)

  await desk.reload()
  const list = desk.getByRole('region', { name: 'Follow-ups: 1 for today' })
  await expect(list).toContainText('Ask how the panel went')
  await expectAccessible(desk)
  await list.getByRole('button', { name: /^Open/ }).press('Enter')
  await expect(desk.getByRole('heading', { level: 2, name: /^Visitor/ })).toBeVisible()
  await list.getByRole('button', { name: /^Done/ }).press('Enter')
  const after = desk.getByRole('region', { name: 'Follow-ups', exact: true })
  await expect(after.getByRole('heading', { name: 'Done lately' })).toBeVisible()
  await after.getByRole('button', { name: /^Not done after all/ }).press('Enter')
  await expect(list).toBeVisible()
  await list.getByRole('button', { name: /^Done/ }).press('Enter')
  await close(visitor, desk)
})

test('a colleague joins by keyboard, writes under their own name and leaves; the family is told each time', async ({
  browser,
  house,
}) => {
  const text = 'Can you explain the tribunal to us?'
  const visitor = await familyWriting(browser, house, text)
  const desk = await deskOf(browser, house, 'navigator')
  const colleague = await deskOf(browser, house, 'lead')
  const colleagueName = await nameAt(colleague)
  const name = await nameAt(desk)
  await takeByKeyboard(desk, text)
  const invite = async () => {
    await desk.getByRole('button', { name: 'Invite a colleague' }).press('Enter')
    const dialog = desk.getByRole('dialog', { name: /^Who should join you/ })
    await dialog.getByRole('button', { name: 'Ask them to join' }).press('Enter')
    await expect(dialog.getByRole('alert')).toHaveText('Choose a colleague.')
    await expectAccessible(desk)
    await dialog.getByRole('radio', { name: colleagueName }).press('Space')
    await dialog.getByRole('button', { name: 'Ask them to join' }).press('Enter')
    await expect(desk.getByText(`${colleagueName} is asked to join`)).toBeVisible()
  }
  await invite()
  await expect(colleague.getByRole('alert').filter({ hasText: 'asks you to join' })).toHaveCount(1)
  await expectAccessible(colleague)
  await colleague.getByRole('button', { name: /^Not now/ }).press('Enter')
  await expect(desk.getByText(`${colleagueName} is asked to join`)).toBeHidden()

  await invite()
  await colleague.getByRole('button', { name: /^Join/ }).press('Enter')
  await expect(colleague.getByLabel(/^Reply to/)).toBeVisible()
  await expect(visitor.getByRole('log')).toContainText(`${colleagueName} has joined too.`)
  await send(colleague, /^Reply to/, 'I have been to many of them.')
  await expect(
    visitor.getByRole('log').locator('.message').filter({ hasText: 'many of them' }),
  ).toContainText(colleagueName)
  const own = desk.getByRole('log').locator('.message').filter({ hasText: 'many of them' })
  await expect(own.locator('.message__name')).toHaveText(colleagueName)
  await answer(desk, visitor, 'And I stay with you.')
  await expect(visitor.getByRole('log').locator('.message').filter({ hasText: 'I stay' })).toContainText(name)
  for (const page of [desk, colleague]) await expectAccessible(page)

  await colleague.getByRole('button', { name: 'Leave this conversation' }).press('Enter')
  await expect(visitor.getByRole('log')).toContainText(`${colleagueName} has left. ${name} is still here.`)
  await expect(colleague.getByLabel(/^Reply to/)).toBeHidden()
  await close(visitor, desk, colleague)
})

test('a family lets the navigator see the chat that they had before, and nobody else can', async ({
  browser,
  house,
}) => {
  const text = 'Our son sleeps badly since September.'
  const visitor = await familyWriting(browser, house, text)
  const desk = await deskOf(browser, house, 'navigator')
  await takeByKeyboard(desk, text)
  await endFromDesk(desk, visitor)
  await visitor.getByRole('button', { name: 'Start a new chat' }).press('Enter')
  const box = visitor.getByRole('checkbox', { name: 'Let the navigator see the chat you had before' })
  await expect(box).not.toBeChecked()
  await expectAccessible(visitor)
  await box.press('Space')
  await begin(visitor, 'It is about the same again.')
  await expect(visitor.getByText('The navigator can see your chat from before.')).toBeVisible()
  await expectAccessible(visitor)

  await takeByKeyboard(desk, 'It is about the same again.')
  const earlier = desk.getByRole('region', { name: 'They let us see their earlier conversation' })
  await earlier.getByRole('button', { name: 'Read it' }).press('Enter')
  await expect(earlier).toContainText(text)
  await expect(earlier.getByRole('heading')).toBeFocused()
  await expectAccessible(desk)

  await endFromDesk(desk, visitor)
  await visitor.goto('/conversation/')
  await visitor.getByRole('link', { name: 'Send us a new message' }).press('Enter')
  await expect(
    visitor.getByRole('checkbox', { name: 'Let the navigator see what we wrote before' }),
  ).not.toBeChecked()
  await expectAccessible(visitor)
  const stranger = await (await browser.newContext({ baseURL: house.url })).newPage()
  await stranger.goto('/message/')
  await expect(stranger.getByLabel('Let the navigator see what we wrote before')).toHaveCount(0)
  await close(visitor, desk, stranger)
})

for (const [device, width] of [
  ['telephone', 390],
  ['laptop', 1280],
] as const) {
  test(`what stands beside a conversation fits on a ${device}`, async ({ browser, house }) => {
    const text = `A question on a ${device}`
    const visitor = await familyWriting(browser, house, text)
    const desk = await deskOf(browser, house, 'navigator')
    await desk.setViewportSize({ width, height: 800 })
    await lineOf(desk, text).click()
    await desk.getByRole('button', { name: 'Take', exact: true }).click()
    await expect(desk.getByLabel(/^Reply to/)).toBeFocused()
    await desk.getByText('Choose tags').click()
    await desk.getByRole('checkbox', { name: 'Speech, language and communication' }).check()
    await desk.getByText('Remind me about this').click()
    await desk.getByLabel('Write a note for colleagues').fill('A'.repeat(300))
    await desk.getByRole('button', { name: 'Save note' }).click()
    await expect(desk.getByRole('region', { name: 'Notes', exact: true }).getByRole('listitem')).toHaveCount(
      1,
    )
    await expectToFitAcross(desk)
    await close(visitor, desk)
  })
}
