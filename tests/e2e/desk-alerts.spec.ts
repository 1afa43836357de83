import { expect, expectAccessible, test } from '../support/app.ts'
import { openDesk } from '../support/chat-people.ts'
import { lineOf } from '../support/desk-people.ts'
import { arrive, askForChat, endAll } from '../support/desk-queue.ts'

// What waits at the desk is for these tests to say.
test.use({ houseOf: 'desk-alerts' })

test('a family that waits is heard until somebody takes it, in the tab that was open first', async ({
  browser,
  house,
}) => {
  const context = await browser.newContext({ baseURL: house.url, permissions: ['notifications'] })
  await context.addInitScript(countTones)
  const desk = await openDesk(context)
  await desk.clock.install()
  const tones = () => desk.evaluate(() => Number(Reflect.get(window, 'tones')))

  await desk.getByText('Alerts and keys').click()
  await desk.getByLabel('Notifications outside the browser').check()
  await desk.getByRole('button', { name: 'Try the alert' }).click()
  await expect(desk.getByRole('status').filter({ hasText: 'You should hear two tones.' })).toBeVisible()
  await expect.poll(tones).toBe(2)
  await expectAccessible(desk)

  await askForChat(desk, house, 'Somebody to talk to')
  await expect(desk).toHaveTitle('● 1 family is waiting.')
  await expect(desk).toHaveTitle('(1 waiting) Navigator desk')
  await expect.poll(tones).toBe(4)
  // In its own time: a page whose clock jumps takes the helpdesk for gone.
  await expect.poll(tones, { timeout: 40_000 }).toBe(6)
  const told = await desk.evaluate(() => Reflect.get(window, 'told'))
  expect(told, 'what others may see on the screen names nobody').toEqual([
    'This is a test.',
    '1 family is waiting.',
    '1 family is waiting.',
  ])

  const second = await context.newPage()
  await second.goto('/desk/')
  await expect(second.getByRole('status').filter({ hasText: 'open in another tab too' })).toBeVisible()
  await expectAccessible(second)
  await second.close()

  await endAll(desk)
  await expect(desk).toHaveTitle('Navigator desk')
  const heard = await tones()
  await desk.clock.fastForward(45_000)
  expect(await tones()).toBe(heard)
  await desk.getByLabel('Sound').uncheck()
  await desk.reload()
  await desk.getByText('Alerts and keys').click()
  await expect(desk.getByLabel('Sound'), 'kept on this device').not.toBeChecked()
  await context.close()
})

/** Runs in the page: counts tones and notes what notifications say, in place of making them. */
function countTones(): void {
  Object.assign(window, { tones: 0, told: [] })
  const start = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (when?: number) {
    Object.assign(window, { tones: Number(Reflect.get(window, 'tones')) + 1 })
    start.call(this, when)
  }
  class Told extends EventTarget {
    static readonly permission = 'granted'
    static requestPermission = async () => 'granted'
    onclick = null
    constructor(_title: string, { body }: { body: string }) {
      super()
      Reflect.get(window, 'told').push(body)
    }
    close() {}
  }
  Object.assign(window, { Notification: Told })
}

test('the desk is worked by single keys, which are listed, rest while one types, and can be turned off', async ({
  browser,
  house,
}) => {
  const desk = await arrive(browser, house)
  for (const about of ['First of all', 'Second of all']) await askForChat(desk, house, about)
  await expect(lineOf(desk, 'Second of all')).toBeVisible()

  await desk.keyboard.press('?')
  const keys = desk.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toBeVisible()
  await expectAccessible(desk)
  await desk.keyboard.press('Escape')
  await expect(keys).toBeHidden()

  await desk.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await desk.keyboard.press('?')
  await expect(keys).toBeVisible()
  // As from somebody quick, before the browser has told that it is closed.
  await keys.evaluate((dialog: HTMLDialogElement) => {
    dialog.close()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }))
  })
  await expect(keys).toBeVisible()
  // With nothing to go back to, the focus is in the dialog still.
  await keys.evaluate((dialog: HTMLDialogElement) => {
    dialog.close()
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'l', bubbles: true }))
  })
  await expect(lineOf(desk, 'First of all')).toBeFocused()
  await desk.keyboard.press('j')
  await expect(lineOf(desk, 'Second of all')).toBeFocused()
  await desk.keyboard.press('k')
  await desk.keyboard.press('n')
  await expect(desk.getByRole('heading', { level: 2, name: /^Visitor/ })).toBeFocused()
  await desk.keyboard.press('t')
  const reply = desk.getByLabel(/^Reply to/)
  await expect(reply).toBeFocused()
  await desk.keyboard.type('just n? words')
  await expect(reply).toHaveValue('just n? words')
  await expect(keys).toBeHidden()
  await reply.fill('')

  await desk.getByRole('heading', { level: 2, name: /^Visitor/ }).focus()
  await desk.keyboard.press('?')
  await keys.getByLabel('Use these keys').uncheck()
  await keys.getByRole('button', { name: 'Close' }).click()
  await desk.keyboard.press('?')
  await desk.keyboard.press('r')
  await expect(keys).toBeHidden()
  await expect(reply).not.toBeFocused()
  await desk.getByRole('button', { name: 'End', exact: true }).click()
  await desk.getByRole('button', { name: 'End it' }).click()
  await expect(desk.getByText('This conversation has ended.').first()).toBeVisible()
  await endAll(desk)
  await desk.context().close()
})
