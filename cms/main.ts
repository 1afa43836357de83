import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ConfigError, readConfig } from '#platform/config.ts'
import { DatabaseError } from '#platform/database/database-errors.ts'
import { createLog } from '#platform/log.ts'
import { programVersion } from '../scripts/program-version.ts'
import { NothingPublishedError, openStandAloneCms } from './stand-alone.ts'

/** Starts the CMS by itself, on PORT, for CMS_ORIGIN. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..')

try {
  const config = readConfig(process.env)
  const log = createLog({ production: config.production })
  const app = await openStandAloneCms({ config, log, root, program: await programVersion(root) })
  await app.listen({ port: config.port, host: config.host })
  console.log(`The CMS is running: ${config.cmsOrigin ?? config.publicUrl}/admin/`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void app.close().then(() => process.exit(0)))
  }
} catch (error) {
  const isForPeople = [ConfigError, DatabaseError, NothingPublishedError].some(
    (kind) => error instanceof kind,
  )
  if (!isForPeople || !(error instanceof Error)) throw error
  console.error(error.message)
  process.exit(1)
}
