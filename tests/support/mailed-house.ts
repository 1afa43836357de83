import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bringBuiltSite } from './built-site.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { endServer, freePort, startServer } from './server-process.ts'

/** The whole house, as `scripts/serve.ts` starts it, with a real mail server that takes its letters. */
export interface MailedHouse {
  readonly url: string
  readonly dataDir: string
  readonly mail: MailServer
  stop(): Promise<void>
}

export async function startMailedHouse(): Promise<MailedHouse> {
  const mail = await startMailServer()
  const dataDir = mkdtempSync(join(tmpdir(), 'local-offer-mailed-'))
  bringBuiltSite(dataDir)
  const port = await freePort()
  const child = await startServer({
    PORT: String(port),
    DATA_DIR: dataDir,
    DEMO: '1',
    SMTP_URL: mail.url,
  })
  return {
    ...{ url: `http://localhost:${port}`, dataDir, mail },
    async stop() {
      await endServer(child, 'SIGTERM')
      await mail.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
