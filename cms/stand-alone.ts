import { join } from 'node:path'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { createAccounts } from '#platform/accounts/accounts.ts'
import { createAudit } from '#platform/audit.ts'
import { randomId, systemClock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { openDatabase } from '#platform/database/database.ts'
import { createEvents } from '#platform/events.ts'
import type { Log } from '#platform/log.ts'
import { createMail } from '#platform/mail.ts'
import { createMailDelivery } from '#platform/mail-delivery.ts'
import { migratePlatform } from '#platform/migrations/platform-migrations.ts'
import { createPages } from '#platform/pages/shell.ts'
import { readSecret } from '#platform/secret.ts'
import { addSecurityHeaders } from '#platform/security-headers.ts'
import { serveSite } from '#platform/site-files.ts'
import { createCms } from './app.ts'
import { openContentRepository } from './git/content-repository.ts'
import { createPublisher } from './publish/publisher.ts'
import { siteBuild } from './publish/site-build.ts'

/**
 * The CMS in a process and on a host of its own, with its own sign-in and sessions, beside a site and a helpdesk that
 * run elsewhere on the same data. The app does not listen yet.
 */
export async function openStandAloneCms({
  config,
  log,
  root,
  program,
}: StandAlone): Promise<FastifyInstance> {
  const cmsUrl = config.cmsOrigin ?? config.publicUrl
  const database = await openDatabase(config)
  await migratePlatform(database)
  const parts = { database, clock: systemClock, newId: randomId, log }
  const repository = await openContentRepository({
    gitDir: join(config.dataDir, 'content.git'),
    seedFrom: join(root, 'site/content'),
  })
  const events = createEvents(parts)
  const audit = createAudit(parts)
  const mail = createMail({ ...parts, deliver: createMailDelivery(config, log) })
  const publisher = createPublisher({
    ...{ ...siteBuild(root), repository, program, clock: systemClock, log },
    releasesDir: join(config.dataDir, 'releases'),
    onPublished: ({ commit }) => database.write((trx) => events.publish(trx, 'published', { commit })),
  })
  const { publication, isSomethingPublished } = await publisher.catchUp()
  if (publication.state === 'failed') {
    if (!isSomethingPublished) throw new NothingPublishedError(publication.reason)
    log.error({ reason: publication.reason }, 'the site could not be built again; the one before stays')
  }
  const releaseDir = () => join(config.dataDir, 'releases/current')
  const accounts = await createAccounts({
    ...{ ...parts, mail, audit, pages: createPages({ releaseDir }), secret: await readSecret(config) },
    config: { ...config, publicUrl: cmsUrl },
    demoProviderId: undefined,
  })

  const loggerInstance: FastifyBaseLogger = log
  const app = Fastify({
    logController: new LogController({ disableRequestLogging: true }),
    ...{ loggerInstance, forceCloseConnections: 'idle' },
  })
  await addSecurityHeaders(app, { publicUrl: cmsUrl })
  await app.register(accounts.routes)
  await app.register(
    createCms({
      ...{ config, repository, clock: systemClock, newId: randomId, log },
      whoIs: accounts.whoIs,
      nameOf: accounts.nameOf,
      onPublish: publisher.request,
      remember: (deed) => database.write((trx) => audit.record(trx, deed)),
      publication: publisher.state,
      adminDir: join(root, 'dist/admin'),
    }),
  )
  // The sign-in pages take their frame and styles from the site.
  await serveSite(app, releaseDir)
  app.addHook('onClose', async () => {
    await publisher.stop()
    await mail.stop()
    await repository.close()
    await database.close()
  })
  mail.start()
  return app
}

/** There is no site yet and it could not be built. */
export class NothingPublishedError extends Error {
  override name = 'NothingPublishedError'

  constructor(reason: string) {
    super(`The site could not be built. ${reason}`)
  }
}

export interface StandAlone {
  readonly config: Config
  readonly log: Log
  /** Absolute path of the checkout. */
  readonly root: string
  /** Version of the program that builds the site; see `ReleaseSource`. */
  readonly program: string
}
