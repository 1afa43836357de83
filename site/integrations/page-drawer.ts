import { Worker } from 'node:worker_threads'
import type { AskedPage, DrawnPage, PageThreadData } from './page-thread.ts'

/** A thread that draws pages beside the main one. */
export interface PageDrawer {
  /** Whether it takes a page now: it is there, and has few to draw. */
  isFree(): boolean
  /** Draws a page; nothing when it cannot, for whatever reason. */
  draw(page: Omit<AskedPage, 'number'>): Promise<DrawnPage | undefined>
  end(): Promise<void>
}

/** Starts a thread that draws pages. It is free when it has loaded its program; never, when it cannot. */
export function startPageDrawer(data: PageThreadData): PageDrawer {
  const thread = new Worker(new URL('./page-thread.ts', import.meta.url), { workerData: data })
  const waiting = new Map<number, (drawn: DrawnPage | undefined) => void>()
  let ready = false
  let asked = 0
  const gone = () => {
    ready = false
    for (const answer of waiting.values()) answer(undefined)
    waiting.clear()
  }
  thread.on('message', (message: DrawnPage | 'ready') => {
    if (message === 'ready') {
      ready = true
      return
    }
    waiting.get(message.number)?.(message.html === undefined ? undefined : message)
    waiting.delete(message.number)
  })
  thread.on('error', gone)
  thread.on('exit', gone)
  return {
    isFree: () => ready && waiting.size < mostWaiting,
    draw: (page) =>
      new Promise((answer) => {
        asked += 1
        waiting.set(asked, answer)
        thread.postMessage({ ...page, number: asked } satisfies AskedPage)
      }),
    end: async () => {
      gone()
      await thread.terminate()
    },
  }
}

/** Enough that the thread never waits for the next page, and few enough that the main thread has some left. */
const mostWaiting = 24
