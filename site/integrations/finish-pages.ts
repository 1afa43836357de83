import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { AstroIntegration, AstroPrerenderer } from 'astro'
import type { FinishMessage } from './finish-thread.ts'

/**
 * Finishes a release in a thread of its own, most of it while pages are still drawn: it writes each entry of the open data
 * into a file, `/open-data/<list>/<id>.json`, and makes the index of the search, in `/search/`. Only pages with
 * `data-search-page` are in that, so that what is found is what people read.
 */
export function finishPages(): AstroIntegration {
  let release = ''
  let thread: FinishThread | undefined
  return {
    name: 'finish-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        release = fileURLToPath(config.outDir)
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((alone) => {
          thread = startFinishThread(release)
          return tellingOf(alone, thread.tell)
        }),
      'astro:build:done': async ({ pages, logger }) => {
        thread?.tell({ printed: pages.map(({ pathname }) => `/${pathname.replace(/^\//, '')}`) })
        const found = await thread?.found
        logger.info(`${found} pages read for the search`)
      },
    },
  }
}

interface FinishThread {
  tell(message: FinishMessage): void
  /** How many pages can be found, when everything is written. */
  readonly found: Promise<number>
}

function startFinishThread(release: string): FinishThread {
  const thread = new Worker(new URL('./finish-thread.ts', import.meta.url), { workerData: release })
  const found = new Promise<number>((resolve, reject) => {
    thread.on('message', resolve)
    thread.on('error', reject)
    thread.on('exit', (code) =>
      reject(new Error(`The pages could not be finished: their thread ended with ${code}.`)),
    )
  })
  // A failure ends the build when it is waited for.
  found.catch(() => undefined)
  return {
    tell: (message) => thread.postMessage(message, 'openData' in message ? [message.openData] : []),
    found,
  }
}

/** Draws pages as `alone` does, and tells of them. */
export function tellingOf(alone: AstroPrerenderer, tell: (message: FinishMessage) => void): AstroPrerenderer {
  let drawn: string[] = []
  return {
    ...alone,
    name: 'finish-pages',
    render: async (request, options) => {
      const rendered = await alone.render(request, options)
      const address = new URL(request.url).pathname
      if (address === '/open-data/directory.json') {
        const response = rendered instanceof Response ? rendered : rendered.response
        tell({ openData: await response.clone().arrayBuffer() })
      }
      drawn.push(address)
      if (drawn.length >= toldAtOnce) {
        tell({ drawn })
        drawn = []
      }
      return rendered
    },
  }
}

/** A message takes longer than an address in one. */
const toldAtOnce = 50
