import { expect, expectAccessible, expectToFitAcross, test } from '../support/app.ts'
import { pressAt } from '../support/keyboard.ts'
import { letterTo, startMailedHouse } from '../support/mailed-house.ts'

test('an editor invites somebody by email, by keyboard alone: they sign in with one button, see their pages alone, and are removed', async ({
  browser,
}) => {
  const house = await startMailedHouse()
  try {
    const office = await browser.newContext({ baseURL: house.url })
    const editor = await office.newPage()
    await editor.goto('/sign-in/?next=%2Forganisations%2F')
    await editor.getByRole('button', { name: 'Sign in as editor' }).click()
    await expect(editor.getByRole('heading', { level: 1, name: 'Organisations' })).toBeVisible()
    await expectAccessible(editor)
    await editor.getByLabel('Name of the organisation').fill('42nd')
    await pressAt(editor.getByRole('button', { name: 'Find' }))
    await pressAt(editor.getByRole('link', { name: '42nd Street' }))
    await pressAt(editor.getByRole('button', { name: 'Invite' }))
    await expect(editor.getByRole('alert')).toContainText('Enter a name')
    await expectAccessible(editor)
    await editor.getByLabel('Name').fill('Nora Nursery')
    await editor.getByLabel('Email address').fill('nora@example.org')
    await pressAt(editor.getByRole('button', { name: 'Invite' }))
    await expect(editor.getByRole('status')).toContainText('The email is on its way')
    await expectAccessible(editor)
    await editor.setViewportSize({ width: 320, height: 640 })
    await expectToFitAcross(editor)

    const letter = await letterTo(house, 'nora@example.org', '42nd Street')
    const address = /^http\S+\/sign-in\/invitation\/\S+$/m.exec(letter)?.[0] ?? ''

    const home = await browser.newContext({ baseURL: house.url })
    const nora = await home.newPage()
    await nora.goto(address)
    await expectAccessible(nora)
    await nora.getByRole('button', { name: 'Sign in' }).click()
    await expect(nora.getByRole('heading', { level: 1, name: 'Your services' })).toBeVisible()
    await expect(nora.getByRole('main')).toContainText('42nd Street')
    await nora.goto('/organisations/')
    await expect(nora.getByRole('heading', { level: 1, name: '42nd Street' })).toBeVisible()
    await expect(nora.getByText('Ask an editor at the council')).toBeVisible()
    await expectAccessible(nora)
    await nora.goto('/weekly-list/')
    await expect(nora.getByRole('main')).toContainText('This list is for editors at the council.')

    await editor.reload()
    await pressAt(editor.getByRole('link', { name: 'Remove Nora Nursery' }))
    await expect(editor.getByRole('heading', { level: 1 })).toHaveText(/^Remove Nora Nursery from/)
    await expectAccessible(editor)
    await pressAt(editor.getByRole('button', { name: 'Remove from this organisation' }))
    await expect(editor.getByRole('status')).toContainText('They are removed')
    await expect(editor.getByText('Nora Nursery')).toBeHidden()

    await nora.goto('/my-services/')
    await expect(nora).toHaveURL(/\/sign-in\//)
    await nora.goto(address)
    await expect(nora.getByRole('heading', { level: 1 })).toHaveText('This invitation does not work any more')
  } finally {
    await house.stop()
  }
})
