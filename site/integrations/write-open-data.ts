import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenDirectory } from '#records/open-referral-entities.ts'
import { listsOf } from '../features/open-data/open-lists.ts'

/** Writes the entries of a release's open data, `open-data/<list>/<id>.json` each. */
export function writeOpenDataFiles(release: string, directory: OpenDirectory): void {
  for (const { name, entries } of listsOf(directory)) {
    const folder = join(release, 'open-data', name)
    mkdirSync(folder, { recursive: true })
    for (const entry of entries) writeFileSync(join(folder, `${entry.id}.json`), JSON.stringify(entry))
  }
}
