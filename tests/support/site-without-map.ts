import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { run } from './run-command.ts'
import { type SiteServer, serveSite } from './site-server.ts'

const root = join(import.meta.dirname, '../..')

/** Builds and serves the site of an area that names no tile server. Closing it takes its files away. */
export async function buildWithoutMap(): Promise<SiteServer> {
  const folder = mkdtempSync(join(tmpdir(), 'local-offer-no-map-'))
  const content = join(folder, 'content')
  cpSync(join(root, 'site/content'), content, { recursive: true })
  const areaFile = join(content, 'area.yaml')
  const { mapTiles: _, ...area } = parse(readFileSync(areaFile, 'utf8'))
  writeFileSync(areaFile, stringify(area))
  const release = join(folder, 'site')
  const env = { CONTENT_DIR: content, RELEASE_DIR: release, ASTRO_TELEMETRY_DISABLED: '1' }
  const { code, output } = await run(process.execPath, ['scripts/build-site.ts'], { cwd: root, env })
  if (code !== 0) throw new Error(output)
  const site = await serveSite(release)
  return {
    origin: site.origin,
    async close() {
      await site.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
