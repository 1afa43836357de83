import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { AstroIntegration } from 'astro'

/**
 * Writes each entry of the open data into a file of its own, `/open-data/<list>/<id>.json`, from the one file that a page
 * printed, `/open-data/directory.json`. There are twice as many as pages, and a page takes ten times as long as a file; so
 * a thread of its own writes them, while others finish the site. With `astro dev` a page answers instead.
 */
export function openDataFiles(): AstroIntegration {
  let written: Promise<void> | undefined
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
      'astro:build:generated': ({ dir }) => {
        written = writeInThread(fileURLToPath(dir))
        // A failure ends the build below.
        written.catch(() => undefined)
      },
      'astro:build:done': () => written,
    },
  }
}

function writeInThread(release: string): Promise<void> {
  const thread = new Worker(new URL('./open-data-thread.ts', import.meta.url), { workerData: release })
  return new Promise((resolve, reject) => {
    thread.on('error', reject)
    thread.on('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`The open data could not be written: its thread ended with ${code}.`))
    })
  })
}
