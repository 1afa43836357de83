import { join } from 'node:path'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import Fastify, { LogController } from 'fastify'
import { createHelpdesk } from '../chat-server/app.ts'
import { createCms } from '../cms/app.ts'
import { openContentRepository } from '../cms/git/content-repository.ts'
import { createPublisher, type Publisher } from '../cms/publish/publisher.ts'
import { siteBuild } from '../cms/publish/site-build.ts'
import { type Accounts, createAccounts } from '../platform/accounts/accounts.ts'
import { requireGrant } from '../platform/accounts/guard.ts'
import { createAreaReader } from '../platform/area.ts'
import { createAudit } from '../platform/audit.ts'
import { type Clock, type NewId, randomId, systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { openDatabase } from '../platform/database/database.ts'
import { createEvents } from '../platform/events.ts'
import { createHealth } from '../platform/health.ts'
import type { Log } from '../platform/log.ts'
import { createMail } from '../platform/mail.ts'
import { createMailDelivery } from '../platform/mail-delivery.ts'
import { migratePlatform } from '../platform/migrations/platform-migrations.ts'
import { createPages } from '../platform/pages/shell.ts'
import { trustedProxies } from '../platform/proxy-trust.ts'
import { readSecret } from '../platform/secret.ts'
import { addSecurityHeaders } from '../platform/security-headers.ts'
import { serveSite } from '../platform/site-files.ts'
import { programVersion } from './program-version.ts'

/**
 * Puts the whole house together in one process: site, CMS and helpdesk on one origin. Opens the database and the content
 * repository (made at the first start), publishes what is not published yet, and starts what runs in the background.
 * The app does not listen yet. Tests hand in their own clock and ids.
 *
 * @throws HouseError, ConfigError, DatabaseError: one sentence for whoever starts it
 */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { config, log, root, tell = () => {}, clock = systemClock, newId = randomId } = options
  const secret = await readSecret(config)
  const database = await openDatabase({
    ...config,
    onConnectionLost: (error) => log.error({ err: error }, 'the connection to the database was lost'),
  })
  await migratePlatform(database)
  const repository = await openContentRepository({
    gitDir: join(config.dataDir, 'content.git'),
    seedFrom: join(root, 'site/content'),
  })

  const parts = { database, clock, newId, log }
  const events = createEvents(parts)
  const audit = createAudit(parts)
  const mail = createMail({ ...parts, deliver: createMailDelivery(config, log) })
  const publisher = createPublisher({
    repository,
    releasesDir: join(config.dataDir, 'releases'),
    ...siteBuild(root),
    program: await programVersion(root),
    clock,
    log,
    onPublished: ({ commit }) => database.write((trx) => events.publish(trx, 'published', { commit })),
  })
  await publishFirst(publisher, tell)

  const releaseDir = () => join(config.dataDir, 'releases/current')
  const pages = createPages({ releaseDir })
  const accounts = await createAccounts({
    ...{ ...parts, config, secret, mail, audit, pages },
    demoProviderId: demonstrationProviderId,
  })

  const loggerInstance: FastifyBaseLogger = log
  const app = Fastify({
    // Addresses and queries of requests stay out of the log.
    logController: new LogController({ disableRequestLogging: true }),
    ...{ loggerInstance, forceCloseConnections: 'idle' },
    trustProxy: trustedProxies(config),
  })
  await addSecurityHeaders(app, config)
  await app.register(createHealth({ database, release: () => releaseOf(publisher) }))
  await app.register(accounts.routes)
  await createHelpdesk(app, {
    ...{ ...parts, pages, audit, whoIs: accounts.whoIs, area: createAreaReader(releaseDir) },
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
  })
  await app.register(
    createCms({
      ...{ config, repository, clock, newId, log, whoIs: accounts.whoIs },
      nameOf: accounts.nameOf,
      onPublish: (commit) => publisher.request(commit),
      remember: (deed) => database.write((trx) => audit.record(trx, deed)),
      publication: publisher.state,
      adminDir: join(root, 'dist/admin'),
    }),
  )
  guardStaffPages(app, accounts)
  await serveSite(app, releaseDir)
  app.addHook('onClose', async () => {
    await publisher.stop()
    for (const runner of [mail, events]) await runner.stop()
    await repository.close()
    await database.close()
  })
  for (const runner of [mail, events]) runner.start()
  return { app, accounts, publisher }
}

/** The house cannot be put together. The message is one sentence for whoever starts it. */
export class HouseError extends Error {
  override readonly name = 'HouseError'
}

export interface HouseOptions {
  readonly config: Config
  readonly log: Log
  /** Absolute path of the checkout. */
  readonly root: string
  /** Told what takes a while, in words. */
  readonly tell?: (words: string) => void
  readonly clock?: Clock
  readonly newId?: NewId
}

export interface House {
  readonly app: FastifyInstance
  readonly accounts: Accounts
  readonly publisher: Publisher
}

/** Whose records the demonstration's provider keeps: `providers/example-play-and-sports-club.md`. */
const demonstrationProviderId = '7a4d2f6e-0c51-4f0e-9b8e-5d1c3a7e9f20'

/** At the first start there is no site yet, so a failure ends it. Later the site that is there stays. */
async function publishFirst(publisher: Publisher, tell: (words: string) => void): Promise<void> {
  tell('Looking whether the site must be built (that takes under a minute) …')
  const { publication, isSomethingPublished } = await publisher.catchUp()
  if (publication.state !== 'failed') return
  if (!isSomethingPublished) throw new HouseError(`The site could not be built. ${publication.reason}`)
  tell(`The site could not be built again, so the one from before is shown. ${publication.reason}`)
}

function releaseOf(publisher: Publisher): string | null {
  const publication = publisher.state()
  return publication.state === 'published' ? publication.commit : null
}

/** The desk and the CMS are for signed-in staff; what they show is guarded again behind each call. */
function guardStaffPages(app: FastifyInstance, accounts: Accounts): void {
  const desk = requireGrant(accounts, ['navigator', 'lead', 'officer'])
  const cms = requireGrant(accounts, ['editor', 'provider', 'admin'])
  app.addHook('preHandler', async function guard(request, reply) {
    if (request.url.startsWith('/desk/')) return desk.call(this, request, reply)
    if (request.url.startsWith('/admin/')) return cms.call(this, request, reply)
    return undefined
  })
}
