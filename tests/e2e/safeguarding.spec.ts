import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../support/app.ts'
import { deskOf, familyWriting } from '../support/desk-people.ts'
import { mailsOf } from '../support/house-mails.ts'
import { inviteStaff } from '../support/invite-staff.ts'

const worry = 'My uncle hits me and I have bruises.'
const list = (desk: Page) => desk.getByRole('navigation', { name: 'Conversations' })

test('a navigator raises a concern in two actions; the lead is called, answers, notes and closes; nobody else reads', async ({
  browser,
  house,
}) => {
  await inviteStaff(house, { email: 'safeguarding@council.example.org', name: 'Lead', role: 'lead' })
  const visitor = await familyWriting(browser, house, worry)
  const lead = await deskOf(browser, house, 'lead')
  const desk = await deskOf(browser, house, 'navigator')

  await list(desk)
    .getByRole('button', { name: /Read with care/ })
    .click()
  await desk.getByRole('button', { name: 'Take', exact: true }).click()
  await expect(desk.getByText('This may signal danger').first()).toBeVisible()
  await expect(visitor.getByText(/signal danger/)).toHaveCount(0)
  await expectAccessible(desk)

  await desk.getByRole('button', { name: 'Raise a concern', exact: true }).press('Enter')
  await expect(desk.getByRole('heading', { name: 'Raise a concern' })).toBeFocused()
  await expect(desk.getByText('Do not wait for the lead.')).toBeVisible()
  await expectAccessible(desk)
  await desk.getByRole('radio', { name: /child or young person/ }).press('Space')
  await desk.getByLabel('What worries you?').fill('An uncle hits them.')
  await desk.getByRole('button', { name: 'Raise it now' }).dblclick()
  await expect(desk.getByRole('heading', { name: 'Concern about a child' })).toBeFocused()
  await expect(desk.getByText(/minutes left to answer/)).toBeVisible()
  await expectAccessible(desk)

  await expect(lead.getByRole('alert').filter({ hasText: '1 safeguarding concern for you.' })).toBeVisible()
  await expect(lead.getByRole('heading', { name: 'Concerns 1' })).toBeVisible()
  await expect(lead).toHaveTitle(/^\(1 concern/)
  const subject = 'A safeguarding concern waits for you'
  const mails = async () => (await mailsOf(house)).filter((mail) => mail.includes(`Subject: ${subject}`))
  await expect.poll(async () => (await mails()).length).toBe(1)
  const [mail = ''] = await mails()
  expect(mail).toContain(`${house.url}/desk/`)
  for (const secret of ['uncle', 'hits', 'child']) expect(mail).not.toContain(secret)
  await expectAccessible(lead)

  await lead.getByRole('button', { name: /Concern about a child/ }).press('Enter')
  await expect(lead.getByRole('log')).toContainText(worry)
  await lead.getByRole('button', { name: 'I have seen it and I take it' }).press('Enter')
  await expect(lead.locator('[data-concern]')).toContainText('With Demonstration lead.')
  await expect(desk.locator('[data-concern]')).toContainText('With Demonstration lead.')
  await expect(lead).toHaveTitle(/^(?!.*concern)/)

  await lead.getByText('Note who was told', { exact: true }).press('Enter')
  await lead.getByLabel('Who was told?').selectOption({ label: 'The police' })
  await lead.getByLabel('Note (you can leave this out)').fill('Rang 999.')
  await lead.getByRole('button', { name: 'Save who was told' }).press('Enter')
  await expect(lead.locator('[data-concern]')).toContainText('The police: told by Demonstration lead')
  await lead.getByText('Outcome and review', { exact: true }).press('Enter')
  await lead.getByLabel('What came of it so far?').fill('Social care visits today.')
  await lead.getByLabel('When do you look at it again?').fill('2030-12-01')
  await lead.getByRole('button', { name: 'Save outcome and review' }).press('Enter')
  await expect(lead.locator('[data-concern]')).toContainText('Review on 1 December 2030.')
  await lead.getByText('Close this concern', { exact: true }).press('Enter')
  await expectAccessible(lead)

  await desk.getByRole('button', { name: 'More', exact: true }).click()
  await desk.getByRole('button', { name: 'Hand back' }).click()
  await expect(desk.getByRole('log')).not.toContainText('uncle')
  await expect(desk.getByText('Held: ask the lead. A concern was raised')).toBeVisible()
  await expect(list(desk)).toContainText('Held: ask the lead')
  await expect(desk.locator('.desk')).not.toContainText('bruises')
  await expectAccessible(desk)
  await visitor.getByRole('textbox', { name: 'Your message' }).fill('Are you there?')
  await visitor.getByRole('textbox', { name: 'Your message' }).press('Enter')
  await expect(lead.getByRole('log')).toContainText('Are you there?')
  await expect(visitor.getByRole('log')).toContainText(worry)

  await lead.getByLabel('Why do you close it?').fill('Social care has it.')
  await lead.getByRole('checkbox', { name: /Release the conversation/ }).press('Space')
  await lead.getByRole('button', { name: 'Close it' }).press('Enter')
  await expect(lead.getByRole('heading', { name: 'Concerns 0' })).toBeVisible()
  await expect(desk.getByRole('log')).toContainText(worry)
  for (const page of [visitor, lead, desk]) await page.context().close()
})

test('leads keep the list of words; a word of theirs prompts every navigator at once', async ({
  browser,
  house,
}) => {
  const visitor = await familyWriting(browser, house, 'He walks on the railway bridges at night.')
  const lead = await deskOf(browser, house, 'lead')
  const desk = await deskOf(browser, house, 'navigator')
  await list(desk)
    .getByRole('button', { name: /railway/ })
    .click()
  await expect(desk.getByRole('log')).toContainText('railway bridges')
  await expect(desk.getByText('This may signal danger')).toHaveCount(0)
  await lead.getByText(/^Words that may signal danger/).press('Enter')
  await lead.getByLabel('Add a word or a few words').fill('Railway bridge')
  await lead.getByLabel('Add a word or a few words').press('Enter')
  await expect(desk.getByText('This may signal danger')).toBeVisible()
  await expectAccessible(lead)
  await lead.getByRole('button', { name: 'Remove “railway bridge”' }).click()
  await expect(desk.getByText('This may signal danger')).toHaveCount(0)
  for (const page of [visitor, lead, desk]) await page.context().close()
})
