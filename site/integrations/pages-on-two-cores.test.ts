import type { AstroPrerenderer, RouteData } from 'astro'
import { expect, it } from 'vitest'
import type { PageDrawer } from './page-drawer.ts'
import { type PagesRead, together } from './pages-on-two-cores.ts'
import { readSearchedPage } from './searched-page.ts'

const searched = (address: string) => `<main data-search-page><h1>${address}</h1></main>`

/** A site that Astro draws, and a drawer that draws each page as `draws` says. */
function site(draws: (address: string) => string | undefined) {
  const here: string[] = []
  const read: PagesRead = new Map()
  const alone: AstroPrerenderer = {
    name: 'alone',
    getStaticPaths: async () => [],
    render: async ({ url }) => {
      here.push(new URL(url).pathname)
      return new Response(searched(new URL(url).pathname))
    },
  }
  const drawer: PageDrawer = {
    isFree: () => true,
    draw: async ({ url }) => {
      const text = draws(new URL(url).pathname)
      if (text === undefined) return undefined
      return { number: 1, html: new TextEncoder().encode(text), found: readSearchedPage(text) }
    },
    end: async () => undefined,
  }
  const both = together(alone, () => drawer, read)
  const print = async (address: string, route = '/services/[slug]') => {
    const response = await both.render(new Request(`http://localhost${address}`), {
      routeData: routeOf(route),
    })
    return response instanceof Response ? response.text() : undefined
  }
  return { both, print, here, read }
}

it('draws pages of services beside the main thread, and keeps what the search needs of them', async () => {
  const { both, print, here, read } = site(searched)
  await both.setup?.()
  expect(await print('/services/a/')).toBe(searched('/services/a/'))
  expect(await print('/services/b/')).toBe(searched('/services/b/'))
  expect(here).toEqual(['/services/a/'])
  expect(read.get('/services/b/')).toMatchObject({ name: '/services/b/' })
})

it('draws what the thread cannot draw, and pages of another kind, here', async () => {
  const { both, print, here } = site(() => undefined)
  await both.setup?.()
  expect(await print('/services/a/')).toBe(searched('/services/a/'))
  expect(await print('/guides/b/', '/guides/[slug]')).toBe(searched('/guides/b/'))
  expect(here).toEqual(['/services/a/', '/guides/b/'])
})

it('takes no page of a thread that draws it otherwise', async () => {
  const { both, print, read } = site(() => '<main data-search-page>Without its styles</main>')
  await both.setup?.()
  expect(await print('/services/a/')).toBe(searched('/services/a/'))
  expect(await print('/services/b/')).toBe(searched('/services/b/'))
  expect(read.size).toBe(0)
})

function routeOf(route: string): RouteData {
  return {
    route,
    component: `site/pages${route}.astro`,
    type: 'page',
    params: ['slug'],
    pattern: /x/,
    segments: [],
    prerender: true,
    distURL: [],
    fallbackRoutes: [],
    isIndex: false,
    origin: 'project',
  }
}
