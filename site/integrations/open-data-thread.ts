import { workerData } from 'node:worker_threads'
import { writeOpenDataFiles } from './write-open-data.ts'

/** The thread of `openDataFiles`: its `workerData` is the folder of the release. */
writeOpenDataFiles(String(workerData))
