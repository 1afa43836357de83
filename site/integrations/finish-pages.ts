import { fileURLToPath } from 'node:url'
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro'
import { type FinishThread, startFinishThread } from './finish-messages.ts'

/**
 * Finishes a release in a thread of its own, most of it while pages are still drawn: it writes the pages, writes each entry of
 * the open data into a file, `/open-data/<list>/<id>.json`, and makes the index of the search, in `/search/`. Only pages with
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
          return handingOver(alone, thread)
        }),
      'astro:build:done': async ({ logger }) => {
        thread?.tell({ end: true }, [])
        const found = await thread?.found
        logger.info(`${found} pages read for the search`)
      },
    },
  }
}

/** Draws pages as `alone` does and hands them to the thread. Astro writes nothing for an answer without a body. */
export function handingOver(
  alone: AstroPrerenderer,
  thread: Pick<FinishThread, 'tell' | 'writtenBut'>,
): AstroPrerenderer {
  let drawn: { address: string; html: ArrayBuffer }[] = []
  const handOver = () => {
    thread.tell(
      { pages: drawn },
      drawn.map(({ html }) => html),
    )
    drawn = []
  }
  return {
    ...alone,
    name: 'finish-pages',
    render: async (request, options) => {
      const rendered = await alone.render(request, options)
      const response = rendered instanceof Response ? rendered : rendered.response
      const address = new URL(request.url).pathname
      if (isPage(options.routeData, response, address)) {
        const html = await response.arrayBuffer()
        drawn.push({ address: decodeURI(address), html })
        if (drawn.length >= toldAtOnce) handOver()
        await thread.writtenBut(mostUnwritten)
        return new Response(null)
      }
      if (address === '/open-data/directory.json') {
        const openData = await response.clone().arrayBuffer()
        thread.tell({ openData }, [openData])
      }
      return rendered
    },
    teardown: async () => {
      handOver()
      await thread.writtenBut(0)
      await alone.teardown?.()
    },
  }
}

/** One that stands in a folder of its own: `/404/` becomes `404.html`, and what leads elsewhere is Astro’s to write. */
function isPage({ type, route }: RouteData, { status, body }: Response, address: string): boolean {
  return type === 'page' && status === 200 && body !== null && route !== '/404' && address.endsWith('/')
}

/** A message takes longer than a page in one. */
const toldAtOnce = 16
/** About 30 MB: a slow disk makes the build wait, and not the memory grow. */
const mostUnwritten = 1000
