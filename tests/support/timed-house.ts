import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { lastClosing } from '../../chat-server/domain/opening-hours.ts'
import { areaRecord } from '../../site/records/area.ts'
import { bringBuiltSite } from './built-site.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { endServer, freePort, startServer } from './server-process.ts'

/** The whole house with a mail server, in which the test lets time pass. */
export interface TimedHouse {
  url: string
  dataDir: string
  mail: MailServer
  letPass(minutes: number): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts it on the last day that the helpdesk was open, so many minutes before it closes. The past is used because sessions
 * of people who are signed in end by the machine's own clock.
 */
export async function startTimedHouse(minutesToClosing: number): Promise<TimedHouse> {
  const area = areaRecord.schema.parse(parse(readFileSync('site/content/area.yaml', 'utf8')))
  const closing = lastClosing(area, Date.now())
  if (closing === null) throw new Error('The demonstration’s helpdesk is never open')
  const mail = await startMailServer()
  const dataDir = mkdtempSync(join(tmpdir(), 'local-offer-timed-'))
  bringBuiltSite(dataDir)
  const port = await freePort()
  const child = await startServer(
    {
      ...{ PORT: String(port), DATA_DIR: dataDir, DEMO: '1', SMTP_URL: mail.url },
      CLOCK_AHEAD_MS: String(closing - minutesToClosing * 60_000 - Date.now()),
    },
    'tests/support/timed-house-process.ts',
  )
  return {
    ...{ url: `http://localhost:${port}`, dataDir, mail },
    async letPass(minutes) {
      const passed = once(child, 'message')
      child.send(minutes * 60_000)
      await passed
    },
    async stop() {
      await endServer(child, 'SIGTERM')
      await mail.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
