import { parentPort, workerData } from 'node:worker_threads'
import { wrongInContent } from './check-content.ts'

/** The thread of `checkContentBeforeBuild`: its `workerData` is the content folder, its message what is wrong there. */
parentPort?.postMessage(wrongInContent(String(workerData)))
