import { join } from 'node:path'
import { type Accounts, createAccounts } from './accounts/accounts.ts'
import { createPlaceReader } from './accounts/people/place-reader.ts'
import { type Audit, createAudit } from './audit.ts'
import { type Clock, type NewId, randomId, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './database/database.ts'
import { createJobs } from './jobs.ts'
import type { Log } from './log.ts'
import { createMail, type Mail } from './mail.ts'
import { createMailDelivery } from './mail-delivery.ts'
import { migratePlatform } from './migrations/platform-migrations.ts'
import { createNightly, type Nightly } from './nightly.ts'
import { createPages, type Pages } from './pages/shell.ts'
import { readSecret } from './secret.ts'
import { createSignedTokens, type SignedTokens } from './signed-tokens.ts'

/**
 * Opens what both servers stand on, with its tables up to date. Nothing runs in the background until `start`.
 *
 * Throws `ConfigError` and `DatabaseError`, one sentence each for whoever starts the program.
 */
export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const { config, log, demoProviderId, clock = systemClock, newId = randomId } = options
  const secret = await readSecret(config)
  const database = await openDatabase({
    ...config,
    onConnectionLost: (err) => log.warn({ err }, 'a connection to the database was lost'),
  })
  await migratePlatform(database)

  const parts = { database, clock, newId, log }
  const audit = createAudit(parts)
  const jobs = createJobs(parts)
  const mail = createMail({ ...parts, deliver: createMailDelivery(config, log) })
  const releaseDir = () => join(config.dataDir, 'releases/current')
  const pages = createPages({ releaseDir })
  const places = createPlaceReader(releaseDir)
  const accounts = await createAccounts({
    ...{ ...parts, config, secret, mail, audit, pages, places, demoProviderId },
  })
  const runners = [mail, jobs]
  return {
    ...{ ...parts, accounts, audit, mail, pages, releaseDir },
    nightly: createNightly({ ...parts, jobs, audit }),
    tokens: createSignedTokens(secret),
    start() {
      for (const runner of runners) runner.start()
    },
    async stop() {
      for (const runner of runners) await runner.stop()
      await database.close()
    },
  }
}

export interface PlatformOptions {
  readonly config: Config
  readonly log: Log
  /** The provider whose records the demonstration's provider keeps, where one can be tried out. */
  readonly demoProviderId: string | undefined
  readonly clock?: Clock
  readonly newId?: NewId
}

export interface Platform {
  readonly database: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly log: Log
  readonly accounts: Accounts
  readonly audit: Audit
  readonly mail: Pick<Mail, 'queue'>
  readonly nightly: Nightly
  readonly pages: Pages
  /** For links in emails that a press of a button follows. */
  readonly tokens: SignedTokens
  /** The folder of the release that people see: a link that moves at each publication. */
  readonly releaseDir: () => string
  /** Starts what runs in the background: mail and jobs. */
  start(): void
  /** Ends that, waiting for what is under way, and closes the database. */
  stop(): Promise<void>
}
