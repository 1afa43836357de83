import { existsSync, globSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro'
import { type PageDrawer, startPageDrawer } from './page-drawer.ts'
import type { PageThreadData } from './page-thread.ts'
import type { SearchedPage } from './searched-page.ts'

/** What the search needs of pages that were read as they were drawn, by their addresses: `/services/a-name/`. */
export type PagesRead = Map<string, SearchedPage | undefined>

/**
 * Draws the pages of a large directory on two cores: a thread takes pages of services and lists whenever it is free, and
 * reads them for the search. Astro gives no promise that its program for pages runs in a thread, so nothing depends on it:
 * what the thread does not draw is drawn here, and its first page of each kind must be the same as the one drawn here.
 */
export function pagesOnTwoCores(contentDir: string, read: PagesRead): AstroIntegration {
  let outDir: URL | undefined
  let pages: ReadonlyMap<string, { styles: unknown }> = new Map()
  const start = (): PageDrawer | undefined => {
    if (outDir === undefined || countServices(contentDir) < manyServices) return undefined
    const [program] = globSync('.prerender/prerender-entry.*.mjs', { cwd: fileURLToPath(outDir) })
    if (program === undefined) return undefined
    const styles: PageThreadData['pages'] = new Map(
      [...pages].map(([key, page]) => [key, { styles: page.styles }]),
    )
    return startPageDrawer({
      program: pathToFileURL(join(fileURLToPath(outDir), program)).href,
      pages: styles,
    })
  }
  return {
    name: 'pages-on-two-cores',
    hooks: {
      'astro:config:done': ({ config }) => {
        outDir = config.outDir
      },
      'astro:build:start': ({ setPrerenderer }) => setPrerenderer((alone) => together(alone, start, read)),
      'astro:build:setup': ({ pages: built }) => {
        pages = built
      },
    },
  }
}

/** Draws pages as `alone` does, with the help of a drawer for those of services and their lists. */
export function together(
  alone: AstroPrerenderer,
  start: () => PageDrawer | undefined,
  read: PagesRead,
): AstroPrerenderer {
  let drawer: PageDrawer | undefined
  const checked = new Map<string, Promise<boolean>>()
  return {
    ...alone,
    name: 'pages-on-two-cores',
    setup: async () => {
      await alone.setup?.()
      drawer = start()
    },
    render: async (request, options) => {
      const { route, component } = options.routeData
      if (options.collectMetadata === true || !isOfMany(options.routeData) || drawer?.isFree() !== true)
        return alone.render(request, options)
      const drawn = await drawer.draw({ url: request.url, route, component })
      if (drawn?.html === undefined) return alone.render(request, options)
      const { html } = drawn
      const same = checked.get(component) ?? isSame(html, alone.render(request, options))
      checked.set(component, same)
      if (!(await same)) {
        await drawer?.end()
        drawer = undefined
        return alone.render(request, options)
      }
      read.set(new URL(request.url).pathname, drawn.found)
      return new Response(html)
    },
    teardown: async () => {
      await drawer?.end()
      await alone.teardown?.()
    },
  }
}

async function isSame(html: Uint8Array, here: ReturnType<AstroPrerenderer['render']>): Promise<boolean> {
  const rendered = await here
  const response = rendered instanceof Response ? rendered : rendered.response
  return Buffer.from(await response.arrayBuffer()).equals(html)
}

/** A page for each service, or for each part of a list of them. */
function isOfMany({ type, route }: RouteData): boolean {
  return type === 'page' && route.startsWith('/services/[')
}

function countServices(contentDir: string): number {
  const folder = join(contentDir, 'services')
  return existsSync(folder) ? readdirSync(folder).length : 0
}

/** With fewer, a thread takes longer to start than it saves. */
const manyServices = 1_000
