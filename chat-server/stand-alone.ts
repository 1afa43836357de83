import type { FastifyInstance } from 'fastify'
import { createAreaReader } from '#platform/area.ts'
import type { Config } from '#platform/config.ts'
import { answerErrors } from '#platform/error-answers.ts'
import { createHealth } from '#platform/health.ts'
import { refuseMadeUpArea } from '#platform/live-area.ts'
import type { Log } from '#platform/log.ts'
import { openPlatform } from '#platform/open-platform.ts'
import { addPublicSite } from '#platform/public-site.ts'
import { sendOnToCms } from '#platform/two-hosts.ts'
import { createWebApp } from '#platform/web-app.ts'
import { addHelpdesk } from './add-helpdesk.ts'

/**
 * The helpdesk as a process of its own, with sign-in and the published site: all that families use. For installations that
 * run several of them behind a proxy, beside one CMS that publishes. The app does not listen yet; closing it closes everything.
 *
 * @throws ConfigError, DatabaseError, and OperatorError for a live site with made-up settings, one sentence each
 */
export async function openStandAloneHelpdesk(config: Config, log: Log): Promise<FastifyInstance> {
  // Forms of the CMS on its own host are not ours.
  const ownConfig = { ...config, cmsOrigin: undefined }
  const platform = await openPlatform({ config: ownConfig, log, demoProviderId: undefined })
  const { accounts, database, releaseDir } = platform
  const area = createAreaReader(releaseDir)
  if (config.production) refuseMadeUpArea(area())
  const app = await createWebApp(config, log, area)
  answerErrors(app, platform.pages)
  await app.register(createHealth({ database, dataDir: config.dataDir, releaseDir, release: () => null }))
  sendOnToCms(app, config)
  app.addHook('onRequest', accounts.noteUse)
  await app.register(accounts.routes)
  await addHelpdesk(app, { platform, config, area })
  await addPublicSite(app, { releaseDir, publicUrl: config.publicUrl, dataDir: config.dataDir })
  app.addHook('onClose', platform.stop)
  platform.start()
  return app
}
