import { expect, expectAccessible, expectToFitAcross, test } from '../support/app.ts'
import { deskOf, familyWriting, lineOf, nameAt } from '../support/desk-people.ts'

// How many chats a navigator has is for these tests to say.
test.use({ houseOf: 'passing-on' })

test('a navigator passes a chat to a colleague by keyboard, and the family hears whom they talk with', async ({
  browser,
  house,
}) => {
  const text = 'Who can help with the tribunal form?'
  const visitor = await familyWriting(browser, house, text)
  const desk = await deskOf(browser, house, 'navigator')
  const colleague = await deskOf(browser, house, 'lead')
  const colleagueName = await nameAt(colleague)

  await lineOf(desk, text).press('Enter')
  await desk.getByRole('button', { name: 'Take', exact: true }).press('Enter')
  await expect(desk.getByLabel(/^Reply to/)).toBeFocused()

  const passOn = async () => {
    await desk.getByRole('button', { name: 'Pass to a colleague' }).press('Enter')
    const dialog = desk.getByRole('dialog', { name: /^Who should take over/ })
    await expect(dialog).toBeVisible()
    await dialog.getByRole('button', { name: 'Ask them' }).press('Enter')
    await expect(dialog.getByRole('alert')).toHaveText('Choose a colleague.')
    await expectAccessible(desk)
    await dialog.getByRole('radio', { name: colleagueName }).press('Space')
    await dialog.getByRole('button', { name: 'Ask them' }).press('Enter')
    await expect(desk.getByRole('button', { name: /^Stop asking/ })).toBeVisible()
  }
  await passOn()
  const asked = colleague.getByRole('alert').filter({ hasText: 'asks you to take over' })
  await expect(asked).toHaveCount(1)
  await expect(colleague).toHaveTitle(/1 to take over/)
  await expectAccessible(colleague)
  await colleague.getByRole('button', { name: /^Not now/ }).press('Enter')
  await expect(desk.getByRole('status').filter({ hasText: 'It stays with you.' })).toBeVisible()

  await passOn()
  await colleague.getByRole('button', { name: /^Take over/ }).press('Enter')
  await expect(colleague.getByLabel(/^Reply to/)).toBeVisible()
  await expect(desk.getByText(`${colleagueName} has this conversation.`)).toBeVisible()
  await expect(visitor.getByRole('log')).toContainText(`You talk with ${colleagueName} now`)
  for (const page of [visitor, desk, colleague]) await page.context().close()
})

test('a navigator says what they help with, and sees who suits them and who is next', async ({
  browser,
  house,
}) => {
  const desk = await deskOf(browser, house, 'navigator')
  await desk.getByText('How you work').press('Enter')
  await desk.getByLabel('Chats at once').selectOption('1')
  await desk.getByLabel('What you help with').fill('tribunal, BSL')
  await desk.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await expect(desk.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible()
  await expectAccessible(desk)
  await desk.reload()
  await desk.getByText('How you work').press('Enter')
  await expect(desk.getByLabel('What you help with')).toHaveValue('tribunal, BSL')
  await expect(desk.getByLabel('Chats at once')).toHaveValue('1')

  const available = desk.getByRole('switch', { name: 'Available for new chats' })
  await available.click()
  await expect(available).toHaveAttribute('aria-checked', 'true')
  const first = await familyWriting(browser, house, 'Where do we find a dentist?')
  await expect(lineOf(desk, 'Where do we find a dentist?')).toBeVisible()
  const second = await familyWriting(browser, house, 'When is the hearing?', 'Our Tribunal')
  await expect(lineOf(desk, 'When is the hearing?')).toContainText('Suits you: tribunal')
  await expect(lineOf(desk, 'When is the hearing?')).toContainText('Next for you')
  await expect(lineOf(desk, 'Where do we find a dentist?')).not.toContainText('Next for you')
  await expectAccessible(desk)

  const take = desk.getByRole('button', { name: 'Take', exact: true })
  await lineOf(desk, 'When is the hearing?').click()
  await take.click()
  await expect(desk.getByLabel(/^Reply to/)).toBeVisible()
  await lineOf(desk, 'Where do we find a dentist?').click()
  await expect(desk.getByText('You have 1 chat, as many as you want at once.')).toBeVisible()
  await take.click()
  await expect(desk.getByLabel(/^Reply to/)).toBeVisible()

  await desk.getByLabel('Chats at once').selectOption('4')
  await desk.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(desk.getByLabel('Chats at once')).toHaveValue('4')
  await available.click()
  await expect(available).toHaveAttribute('aria-checked', 'false')
  for (const page of [first, second, desk]) await page.context().close()
})

for (const [device, width] of [
  ['telephone', 390],
  ['laptop', 1280],
] as const) {
  test(`what a navigator is asked fits on a ${device}`, async ({ browser, house }) => {
    const visitor = await familyWriting(browser, house, `A question on a ${device}`)
    const desk = await deskOf(browser, house, 'navigator')
    const colleague = await deskOf(browser, house, 'lead')
    await colleague.setViewportSize({ width, height: 800 })
    const name = await nameAt(colleague)
    await lineOf(desk, `A question on a ${device}`).click()
    await desk.getByRole('button', { name: 'Take', exact: true }).click()
    await desk.getByRole('button', { name: 'Pass to a colleague' }).click()
    await desk.getByRole('radio', { name }).check()
    await desk.getByRole('button', { name: 'Ask them' }).click()
    await expect(colleague.getByRole('button', { name: /^Take over/ })).toBeVisible()
    await expectToFitAcross(colleague)
    await colleague.getByRole('button', { name: /^Take over/ }).click()
    await expect(colleague.getByLabel(/^Reply to/)).toBeVisible()
    for (const page of [visitor, desk, colleague]) await page.context().close()
  })
}
