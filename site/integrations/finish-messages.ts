import { Worker } from 'node:worker_threads'

/**
 * What the thread of `finishPages` is told: pages that were drawn, the bytes of `open-data/directory.json`, and that there is
 * no more. It answers how many pages it has written, and at the end how many can be found.
 */
export type FinishMessage =
  | { readonly pages: readonly { readonly address: string; readonly html: ArrayBuffer }[] }
  | { readonly openData: ArrayBuffer }
  | { readonly end: true }
export type FinishAnswer = { readonly written: number } | { readonly found: number }

export interface FinishThread {
  tell(message: FinishMessage, bytes: readonly ArrayBuffer[]): void
  /** Waits until no more than so many of the pages are still to be written. */
  writtenBut(most: number): Promise<void>
  /** How many pages can be found, when everything is written. */
  readonly found: Promise<number>
}

/** Starts the thread that finishes the release in a folder. */
export function startFinishThread(release: string): FinishThread {
  const thread = new Worker(new URL('./finish-thread.ts', import.meta.url), { workerData: release })
  const found = Promise.withResolvers<number>()
  // A failure ends the build when it is waited for.
  found.promise.catch(() => undefined)
  let unwritten = 0
  let answered = Promise.withResolvers<void>()
  thread.on('message', (answer: FinishAnswer) => {
    if ('found' in answer) found.resolve(answer.found)
    else unwritten -= answer.written
    answered.resolve()
    answered = Promise.withResolvers()
  })
  thread.on('error', found.reject)
  thread.on('exit', (code) =>
    found.reject(new Error(`The pages could not be finished: their thread ended with ${code}.`)),
  )
  return {
    tell: (message, bytes) => {
      if ('pages' in message) unwritten += message.pages.length
      thread.postMessage(message, [...bytes])
    },
    writtenBut: async (most) => {
      while (unwritten > most) await Promise.race([answered.promise, found.promise])
    },
    found: found.promise,
  }
}
