import { join } from 'node:path'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { createAccounts } from '#platform/accounts/accounts.ts'
import { createAreaReader } from '#platform/area.ts'
import { createAudit } from '#platform/audit.ts'
import { randomId, systemClock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { openDatabase } from '#platform/database/database.ts'
import { createHealth } from '#platform/health.ts'
import type { Log } from '#platform/log.ts'
import { createMail } from '#platform/mail.ts'
import { createMailDelivery } from '#platform/mail-delivery.ts'
import { migratePlatform } from '#platform/migrations/platform-migrations.ts'
import { createPages } from '#platform/pages/shell.ts'
import { trustedProxies } from '#platform/proxy-trust.ts'
import { readSecret } from '#platform/secret.ts'
import { addSecurityHeaders } from '#platform/security-headers.ts'
import { createHelpdesk } from './app.ts'

/**
 * The helpdesk as a process of its own, with sign-in, for installations that run several of them behind a proxy that
 * serves the site. The app does not listen yet; closing it closes everything.
 *
 * Throws `ConfigError` and `DatabaseError`, one sentence each.
 */
export async function openStandAloneHelpdesk(options: {
  config: Config
  log: Log
}): Promise<FastifyInstance> {
  const { config, log } = options
  const secret = await readSecret(config)
  const database = await openDatabase({
    ...config,
    onConnectionLost: (cause) => log.warn({ failure: cause.name }, 'a connection to the database was lost'),
  })
  await migratePlatform(database)

  const parts = { database, clock: systemClock, newId: randomId, log }
  const releaseDir = () => join(config.dataDir, 'releases/current')
  const pages = createPages({ releaseDir })
  const audit = createAudit(parts)
  const mail = createMail({ ...parts, deliver: createMailDelivery(config, log) })
  const accounts = await createAccounts({
    ...parts,
    config,
    secret,
    mail,
    audit,
    pages,
    demoProviderId: undefined,
  })

  const loggerInstance: FastifyBaseLogger = log
  const http = Fastify({
    // Addresses and queries of requests stay out of the log.
    logController: new LogController({ disableRequestLogging: true }),
    ...{ loggerInstance, forceCloseConnections: 'idle' },
    trustProxy: trustedProxies(config),
  })
  await addSecurityHeaders(http, config)
  await http.register(createHealth({ database, release: () => null }))
  await http.register(accounts.routes)
  await createHelpdesk(http, {
    ...{ ...parts, pages, audit, whoIs: accounts.whoIs, area: createAreaReader(releaseDir) },
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
  })
  http.addHook('onClose', async () => {
    await mail.stop()
    await database.close()
  })
  mail.start()
  return http
}
