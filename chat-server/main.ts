import { ConfigError, readConfig } from '#platform/config.ts'
import { DatabaseError } from '#platform/database/database-errors.ts'
import { createLog } from '#platform/log.ts'
import { openStandAloneHelpdesk } from './stand-alone.ts'

/** Starts the helpdesk by itself, on PORT. */
try {
  const config = readConfig(process.env)
  const log = createLog({ production: config.production })
  const http = await openStandAloneHelpdesk({ config, log })
  const address = await http.listen({ port: config.port, host: config.host })
  console.log(`The helpdesk is running: ${address}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void http.close().then(() => process.exit(0)))
  }
} catch (error) {
  const isForPeople = [ConfigError, DatabaseError].some((kind) => error instanceof kind)
  if (!isForPeople || !(error instanceof Error)) throw error
  console.error(error.message)
  process.exit(1)
}
