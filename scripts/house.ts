import type { FastifyInstance } from 'fastify'
import { addHelpdesk } from '../chat-server/add-helpdesk.ts'
import { openCms } from '../cms/open-cms.ts'
import { createAreaReader } from '../platform/area.ts'
import type { Clock, NewId } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { lockDataDir } from '../platform/data-dir-lock.ts'
import { answerErrors } from '../platform/error-answers.ts'
import { createHealth } from '../platform/health.ts'
import { refuseMadeUpArea } from '../platform/live-area.ts'
import type { Log } from '../platform/log.ts'
import { openPlatform } from '../platform/open-platform.ts'
import { OperatorError } from '../platform/operator-error.ts'
import { addPublicSite } from '../platform/public-site.ts'
import { createWebApp } from '../platform/web-app.ts'

/**
 * Puts the whole house together in one process: site, CMS and helpdesk on one origin. Opens the database and the content
 * repository (made at the first start), publishes what is not published yet, and starts what runs in the background.
 * The app does not listen yet; closing it closes everything. Tests hand in their own clock and ids.
 *
 * @throws OperatorError one sentence for whoever starts it
 */
export async function openHouse({ tell = () => {}, ...options }: HouseOptions): Promise<FastifyInstance> {
  const { config, log, root } = options
  refuseTwoHosts(config)
  const unlock = lockDataDir(config.dataDir)
  const platform = await openPlatform({ ...options, demoProviderId: demonstrationProviderId })
  const { accounts, database, releaseDir } = platform
  const cms = await openCms({ platform, config, root, tell })
  const area = createAreaReader(releaseDir)
  if (config.production) refuseMadeUpArea(area())

  const app = await createWebApp(config, log, area)
  answerErrors(app, platform.pages)
  await app.register(
    createHealth({
      database,
      dataDir: config.dataDir,
      releaseDir,
      release: cms.shownCommit,
      content: cms.content,
    }),
  )
  app.addHook('onRequest', accounts.noteUse)
  await app.register(accounts.routes)
  await addHelpdesk(app, { platform, config, area, elapsed: options.elapsed })
  // Its pages send people to sign in by themselves, since only they see which record was asked for.
  await app.register(cms.routes)
  await addPublicSite(app, { releaseDir, publicUrl: config.publicUrl, dataDir: config.dataDir })
  app.addHook('onClose', async () => {
    await cms.stop()
    await platform.stop()
    unlock()
  })
  platform.start()
  return app
}

/** On two hosts of one process neither would be safe from the other. */
function refuseTwoHosts({ publicUrl, cmsOrigin }: Config): void {
  if (cmsOrigin === undefined || cmsOrigin === publicUrl) return
  throw new OperatorError(
    `CMS_ORIGIN is ${cmsOrigin}, but here everything runs in one process at ${publicUrl}. Leave CMS_ORIGIN out, or start cms/main.ts for the CMS and chat-server/main.ts for the site.`,
  )
}

export interface HouseOptions {
  readonly config: Config
  readonly log: Log
  /** Absolute path of the checkout. */
  readonly root: string
  /** Told what takes a while, in words. */
  readonly tell?: (words: string) => void
  readonly clock?: Clock
  /** ms since any moment: time as it passes, for a test that lets much of it pass; the machine's own unless said. */
  readonly elapsed?: () => number
  readonly newId?: NewId
}

/** Whose records the demonstration's provider keeps: `providers/example-play-and-sports-club.md`. */
const demonstrationProviderId = '7a4d2f6e-0c51-4f0e-9b8e-5d1c3a7e9f20'
