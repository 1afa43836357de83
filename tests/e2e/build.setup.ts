import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSiteForAll } from '../support/built-site.ts'
import { run } from '../support/run-command.ts'

/** Bundles the CMS's page and the pages for previews, and builds the site before any test, as `scripts/start` does. Gives what clears up after them. */
export default async function buildForAll(): Promise<() => void> {
  const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
  for (const script of ['build-admin.ts', 'build-preview.ts']) {
    const { code, output } = await run(process.execPath, [join(root, 'scripts', script)], { cwd: root })
    if (code !== 0) throw new Error(`What the CMS needs could not be built.\n${output}`)
  }
  return buildSiteForAll()
}
