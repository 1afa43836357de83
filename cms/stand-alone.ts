import type { FastifyInstance } from 'fastify'
import type { Config } from '#platform/config.ts'
import { lockDataDir } from '#platform/data-dir-lock.ts'
import { answerErrors } from '#platform/error-answers.ts'
import { createHealth } from '#platform/health.ts'
import type { Log } from '#platform/log.ts'
import { openPlatform } from '#platform/open-platform.ts'
import { serveSite } from '#platform/site-files.ts'
import { sendOnToSite } from '#platform/two-hosts.ts'
import { createWebApp } from '#platform/web-app.ts'
import { openCms } from './open-cms.ts'

/**
 * The CMS in a process and on a host of its own, with its own sign-in and sessions, beside a site and a helpdesk that
 * run elsewhere on the same data. It is the only one there is: it locks the data folder. The app does not listen yet;
 * closing it closes everything.
 *
 * @param root absolute path of the checkout
 * @param tell told what takes a while, in words
 * @throws ConfigError, DatabaseError, OperatorError, one sentence each
 */
export async function openStandAloneCms(
  config: Config,
  log: Log,
  root: string,
  tell: (words: string) => void,
): Promise<FastifyInstance> {
  const unlock = lockDataDir(config.dataDir)
  // Sessions, links and headers are of the CMS's own host.
  const ownConfig = { ...config, publicUrl: config.cmsOrigin ?? config.publicUrl }
  const platform = await openPlatform({ config: ownConfig, log, demoProviderId: undefined })
  const { accounts, database, releaseDir } = platform
  const cms = await openCms({ platform, config, root, tell })
  const app = await createWebApp(ownConfig, log)
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
  await app.register(cms.routes)
  // The sign-in pages take their frame and styles from the site.
  sendOnToSite(app, config)
  await serveSite(app, releaseDir)
  app.addHook('onClose', async () => {
    await cms.stop()
    await platform.stop()
    unlock()
  })
  platform.start()
  return app
}
