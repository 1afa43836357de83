import { parentPort, workerData } from 'node:worker_threads'
import type { FinishAnswer, FinishMessage } from './finish-messages.ts'
import { createPageWriter } from './page-writer.ts'
import { writeOpenDataFiles } from './write-open-data.ts'
import { writeSearch } from './write-search.ts'

/** The thread of `finishPages`: its `workerData` is the folder of the release. */
const release = String(workerData)
const writer = createPageWriter(release)
const answer = (message: FinishAnswer) => parentPort?.postMessage(message)

parentPort?.on('message', (message: FinishMessage) => {
  if ('pages' in message) {
    for (const { address, html } of message.pages) writer.write(address, html)
    answer({ written: message.pages.length })
  } else if ('openData' in message)
    writeOpenDataFiles(release, JSON.parse(new TextDecoder().decode(message.openData)))
  else {
    answer({ found: writeSearch(release, writer.found()) })
    parentPort?.close()
  }
})
