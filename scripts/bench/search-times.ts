import type { Page } from 'playwright-core'

/** What a person does on the results page. */
export type SearchInput =
  /** Writes these words and presses Enter. */
  | { readonly words: string }
  /** Opens a search with filters or a distance, as with Back or by a button: what stands in the address from `?` on. */
  | { readonly link: string }

/** How long one input took, in milliseconds. */
export interface InputTime {
  /** From the event to the frame in which the last change was painted. */
  readonly shown: number
  /** Of the processor for the page, until all was quiet: other programs on the machine do not count. */
  readonly busy: number
}

/**
 * How long inputs take until their results are on the screen. The page is open at /services/ with a search.
 *
 * @param slowdown how many times slower the browser's processor is made
 */
export async function searchTimes(
  page: Page,
  inputs: readonly SearchInput[],
  slowdown: number,
): Promise<InputTime[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const busySoFar = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
  }
  const times: InputTime[] = []
  for (const input of inputs) {
    const before = await busySoFar()
    const shown = await page.evaluate(timeInput, { input, quietMs: 150 * slowdown })
    times.push({ shown, busy: (await busySoFar()) - before })
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await session.detach()
  return times
}

/** Runs in the page. Results are there when nothing has changed for `quietMs`, which does not count. */
async function timeInput({ input, quietMs }: { input: SearchInput; quietMs: number }): Promise<number> {
  const results = document.querySelector('#results')
  const field = document.querySelector<HTMLInputElement>('#search-services')
  if (results === null || field === null) throw new Error('The page has no search.')
  let painted = 0
  const whenPainted = () =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        painted = performance.now()
      }
      port2.postMessage(undefined)
    })
  const watcher = new MutationObserver(whenPainted)
  watcher.observe(results, { childList: true, subtree: true, characterData: true, attributes: true })
  const started = performance.now()
  if ('words' in input) {
    field.value = input.words
    field.form?.requestSubmit()
  } else {
    history.pushState(null, '', location.pathname + input.link)
    dispatchEvent(new PopStateEvent('popstate'))
  }
  await new Promise<void>((resolve) => {
    const look = () => {
      const now = performance.now()
      const isQuiet = painted > 0 && now - painted > quietMs
      // Words that find what is shown already change nothing.
      if (isQuiet || now - started > 20 * quietMs) resolve()
      else setTimeout(look, quietMs / 10)
    }
    look()
  })
  watcher.disconnect()
  return Math.max(0, painted - started)
}
