import { expect, type Locator, type Page } from '@playwright/test'

/** More stops than the longest way that a test goes on one page. */
const mostStops = 120

/**
 * Goes to something with the Tab key alone, as somebody without a mouse does.
 *
 * @param back with Shift, towards the top of the page
 * @throws when it is not among the next stops
 */
export async function tabTo(target: Locator, { back = false } = {}): Promise<void> {
  await expect(target).toBeVisible()
  const page = target.page()
  for (let stops = 0; stops < mostStops; stops += 1) {
    if (await hasFocus(target)) return
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
  }
  throw new Error(`The Tab key does not come to ${target}`)
}

/** Goes to something with the Tab key and presses Enter there. */
export async function pressAt(target: Locator, direction?: { back: boolean }): Promise<void> {
  await tabTo(target, direction)
  await target.page().keyboard.press('Enter')
}

/** Chooses an item of the menu that is open, with the arrow keys. */
export async function chooseInMenu(page: Page, name: string): Promise<void> {
  const item = page.getByRole('menuitem', { name, exact: true })
  await expect(item).toBeVisible()
  for (let steps = 0; steps < mostStops; steps += 1) {
    if (await hasFocus(item)) return page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The arrow keys do not come to ${item}`)
}

/** Notes each press of a mouse or a finger on the pages that are opened from now on; gives how many there were. */
export async function countPointers(page: Page): Promise<() => number> {
  const count = { presses: 0 }
  await page.exposeFunction('notePointer', () => {
    count.presses += 1
  })
  await page.addInitScript(`addEventListener('pointerdown', () => notePointer(), true)`)
  return () => count.presses
}

async function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === element.ownerDocument.activeElement)
}
