import type { AstroPrerenderer, RouteData } from 'astro'
import { expect, it } from 'vitest'
import { tellingOf } from './finish-pages.ts'
import type { FinishMessage } from './finish-thread.ts'

/** A site whose pages say their own address, and what the thread was told of them. */
function site() {
  const told: FinishMessage[] = []
  const alone: AstroPrerenderer = {
    name: 'alone',
    getStaticPaths: async () => [],
    render: async ({ url }) => new Response(JSON.stringify(new URL(url).pathname)),
  }
  const telling = tellingOf(alone, (message) => told.push(message))
  const print = async (address: string) => {
    const rendered = await telling.render(new Request(`http://localhost${address}`), { routeData: route })
    return rendered instanceof Response ? rendered.text() : undefined
  }
  return { print, told }
}

it('prints pages as they were drawn, and tells of many at once', async () => {
  const { print, told } = site()
  const addresses = Array.from({ length: 50 }, (_, number) => `/services/${number}/`)
  for (const address of addresses) expect(await print(address)).toBe(JSON.stringify(address))
  expect(told).toEqual([{ drawn: addresses }])
})

it('hands the open data on as soon as it is there', async () => {
  const { print, told } = site()
  expect(await print('/open-data/directory.json')).toBe('"/open-data/directory.json"')
  expect(told).toEqual([{ openData: new TextEncoder().encode('"/open-data/directory.json"').buffer }])
})

const route: RouteData = {
  route: '/services/[slug]',
  component: 'site/pages/services/[slug].astro',
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
