import type { Page } from 'playwright-core'

/** Times in ms, of each input until the next frame was painted, and of each frame while the list scrolled. */
export interface DeskTimes {
  readonly switching: number[]
  readonly typing: number[]
  readonly frames: number[]
}

/** How often conversations are switched, and letters typed. */
const switches = 30
const letters = 'We have asked the transport team and they ring you today. '

/**
 * What a navigator does on a full desk, by the mouse and the keyboard, with the browser's processor made slower.
 *
 * @param slowdown how many times slower
 */
export async function deskTimes(page: Page, slowdown: number): Promise<DeskTimes> {
  const session = await page.context().newCDPSession(page)
  const lines = page.locator('[data-part="mine"] .desk-line')
  await lines.first().click()
  await page.locator('#composer-text').waitFor()
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.evaluate(watchInputs)

  for (let number = 0; number < switches; number += 1) {
    const line = lines.nth((number * 7 + 1) % 40)
    await line.scrollIntoViewIfNeeded()
    await line.click()
    await page.waitForFunction(isOpenAndPainted, await line.getAttribute('data-conversation'))
  }
  const switching = await page.evaluate(takeInputs, 'click')

  await page.locator('#composer-text').click()
  await page.evaluate(takeInputs, 'keydown')
  await page.keyboard.type(letters, { delay: 60 })
  const typing = await page.evaluate(takeInputs, 'keydown')

  const frames = await page.evaluate(scrollList)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await session.detach()
  return { switching, typing, frames }
}

/** Runs in the page: notes how long each input took until it was painted, as browsers measure it themselves. */
function watchInputs(): void {
  const noted: { name: string; duration: number }[] = []
  Object.assign(window, { noted })
  // Written apart: the types of the browser do not know the threshold yet.
  const events = { type: 'event', durationThreshold: 16 }
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) noted.push({ name, duration })
  }).observe(events)
}

/** Runs in the page: what was noted of one kind since the last time. Quicker than 16 ms is not told, and counts as 16. */
function takeInputs(name: string): number[] {
  const noted: unknown = Reflect.get(window, 'noted')
  if (!Array.isArray(noted)) return []
  return noted.splice(0).flatMap((entry) => (entry.name === name ? [Number(entry.duration)] : []))
}

/** Runs in the page. */
function isOpenAndPainted(id: string | null): boolean {
  const open = document.querySelector('.desk-line[aria-current]')
  return open?.getAttribute('data-conversation') === id && document.querySelector('#composer-text') !== null
}

/** Runs in the page: scrolls the list from top to bottom and gives the time between frames. */
async function scrollList(): Promise<number[]> {
  const list = document.querySelector('.desk__list')
  if (list === null) throw new Error('The desk has no list.')
  const frames: number[] = []
  list.scrollTop = 0
  let last = performance.now()
  while (list.scrollTop + list.clientHeight < list.scrollHeight - 1 && frames.length < 300) {
    list.scrollTop += 80
    await new Promise(requestAnimationFrame)
    const now = performance.now()
    frames.push(now - last)
    last = now
  }
  return frames.slice(1)
}
