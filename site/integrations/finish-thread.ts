import { parentPort, workerData } from 'node:worker_threads'
import { createPageReader } from './page-reader.ts'
import { writeOpenDataFiles } from './write-open-data.ts'
import { writeSearch } from './write-search.ts'

/**
 * What the thread of `finishPages` is told: pages that were drawn, the bytes of `open-data/directory.json`, and at the end
 * all pages that were printed. Then it answers how many of them can be found, and ends.
 */
export type FinishMessage =
  | { readonly drawn: readonly string[] }
  | { readonly openData: ArrayBuffer }
  | { readonly printed: readonly string[] }

const release = String(workerData)
/** Astro writes 16 pages side by side. */
const lag = 100
const reader = createPageReader(release, lag)

parentPort?.on('message', (message: FinishMessage) => {
  if ('drawn' in message) for (const address of message.drawn) reader.drawn(address)
  else if ('openData' in message)
    writeOpenDataFiles(release, JSON.parse(new TextDecoder().decode(message.openData)))
  else {
    parentPort?.postMessage(writeSearch(release, reader.finish(message.printed)))
    parentPort?.close()
  }
})
