import type { AstroIntegration } from 'astro'

/**
 * Answers for each entry of the open data, `/open-data/<list>/<id>.json`, while someone works on the site. There are twice
 * as many as pages, and a page takes ten times as long as a file: so a build has none, and `finishPages` writes files.
 */
export function openDataPages(): AstroIntegration {
  return {
    name: 'open-data-pages',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return
        injectRoute({
          pattern: '/open-data/[list]/[id].json',
          entrypoint: new URL('../features/open-data/entry-route.ts', import.meta.url),
        })
      },
    },
  }
}
