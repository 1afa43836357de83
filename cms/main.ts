import { join } from 'node:path'
import { runProgram } from '#platform/program.ts'
import { openStandAloneCms } from './stand-alone.ts'

/** Starts the CMS by itself, on PORT, for CMS_ORIGIN. */
const root = join(import.meta.dirname, '..')

await runProgram(
  process.env,
  (config, log) => openStandAloneCms(config, log, root, console.log),
  ({ cmsOrigin, publicUrl }) => `The CMS is running: ${cmsOrigin ?? publicUrl}/admin/`,
)
