import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openContentRepository } from '../../cms/git/content-repository.ts'
import { endServer, freePort, startServer } from './server-process.ts'

/** The real program with the content of the repository as a council’s own: without the demonstration’s `noindex`. */
export interface PublicHouse {
  /** such as `http://localhost:41234` */
  readonly url: string
  stop(): Promise<void>
}

/** Starts it on a folder and a port of its own; it builds its site first. */
export async function startPublicHouse(): Promise<PublicHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'local-offer-public-'))
  const content = join(folder, 'content')
  cpSync(join(import.meta.dirname, '../../site/content'), content, { recursive: true })
  const area = join(content, 'area.yaml')
  writeFileSync(area, readFileSync(area, 'utf8').replace(/^demonstration: true$/m, 'demonstration: false'))
  const dataDir = join(folder, 'var')
  const repository = await openContentRepository({ gitDir: join(dataDir, 'content.git'), seedFrom: content })
  await repository.close()
  const port = await freePort()
  const child = await startServer({ PORT: String(port), DATA_DIR: dataDir })
  return {
    url: `http://localhost:${port}`,
    async stop() {
      await endServer(child, 'SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
