import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endServer, freePort, startServer } from './server-process.ts'

/**
 * Starts the program once on an empty folder, which fills the content repository and builds the site, and keeps those two
 * for all houses that the tests start after it. Gives how to clear them away.
 */
export async function buildSiteForAll(): Promise<() => void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-offer-built-'))
  const child = await startServer({ PORT: String(await freePort()), DATA_DIR: dataDir, DEMO: '1' })
  await endServer(child, 'SIGTERM')
  process.env[folderName] = dataDir
  return () => rmSync(dataDir, { recursive: true, force: true })
}

/** Puts the content and the site that stand built into the folder of a house, which then need not build them itself. */
export function bringBuiltSite(dataDir: string): void {
  const built = process.env[folderName]
  if (built === undefined) throw new Error('No site was built before the tests')
  for (const part of ['content.git', 'releases'])
    cpSync(join(built, part), join(dataDir, part), { recursive: true, verbatimSymlinks: true })
}

/** Playwright hands it on to the processes that run tests. */
const folderName = 'BUILT_SITE_DIR'
