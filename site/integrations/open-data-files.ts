import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import type { OpenDirectory } from '#records/open-referral-entities.ts'
import { listsOf } from '../features/open-data/open-lists.ts'

/**
 * Writes each entry of the open data into a file of its own, `/open-data/<list>/<id>.json`, from the one file that a page
 * printed, `/open-data/directory.json`. There are twice as many as pages, and a page takes ten times as long as a file.
 * While someone works on the site with `astro dev`, a page answers instead.
 */
export function openDataFiles(): AstroIntegration {
  return {
    name: 'open-data-files',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return
        injectRoute({
          pattern: '/open-data/[list]/[id].json',
          entrypoint: new URL('../features/open-data/entry-route.ts', import.meta.url),
        })
      },
      'astro:build:done': ({ dir }) => writeOpenDataFiles(fileURLToPath(dir)),
    },
  }
}

/** Writes the files of a release whose `open-data/directory.json` is there. */
export function writeOpenDataFiles(release: string): void {
  const openData = join(release, 'open-data')
  const directory: OpenDirectory = JSON.parse(readFileSync(join(openData, 'directory.json'), 'utf8'))
  for (const { name, entries } of listsOf(directory)) {
    mkdirSync(join(openData, name), { recursive: true })
    for (const entry of entries)
      writeFileSync(join(openData, name, `${entry.id}.json`), JSON.stringify(entry))
  }
}
