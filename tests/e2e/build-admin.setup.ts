import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from '../support/run-command.ts'

/** Bundles the CMS's page before any test, as `scripts/start` does. */
export default async function buildAdmin(): Promise<void> {
  const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
  const { code, output } = await run(process.execPath, [join(root, 'scripts/build-admin.ts')], { cwd: root })
  if (code !== 0) throw new Error(`The CMS's page could not be built.\n${output}`)
}
