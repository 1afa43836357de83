import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenDirectory } from '#records/open-referral-entities.ts'
import { listsOf } from '../features/open-data/open-lists.ts'

/** Writes the entries of a release whose `open-data/directory.json` is there, `open-data/<list>/<id>.json` each. */
export function writeOpenDataFiles(release: string): void {
  const openData = join(release, 'open-data')
  const directory: OpenDirectory = JSON.parse(readFileSync(join(openData, 'directory.json'), 'utf8'))
  for (const { name, entries } of listsOf(directory)) {
    mkdirSync(join(openData, name), { recursive: true })
    for (const entry of entries)
      writeFileSync(join(openData, name, `${entry.id}.json`), JSON.stringify(entry))
  }
}
