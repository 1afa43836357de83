import type { AstroPrerenderer, RouteData } from 'astro'
import { expect, it } from 'vitest'
import type { FinishMessage } from './finish-messages.ts'
import { handingOver } from './finish-pages.ts'

/** A site whose pages say their own address, and what the thread was told of them. */
function site(status = 200) {
  const told: FinishMessage[] = []
  const alone: AstroPrerenderer = {
    name: 'alone',
    getStaticPaths: async () => [],
    render: async ({ url }) => new Response(new URL(url).pathname, { status }),
  }
  const printing = handingOver(alone, {
    tell: (message) => told.push(message),
    writtenBut: async () => undefined,
  })
  const print = async (address: string, route: Partial<RouteData> = {}) => {
    const request = new Request(`http://localhost${address}`)
    const rendered = await printing.render(request, { routeData: { ...pages, ...route } })
    const { body } = rendered instanceof Response ? rendered : rendered.response
    return body === null ? null : new Response(body).text()
  }
  const pagesTold = () =>
    told
      .flatMap((message) => ('pages' in message ? message.pages : []))
      .map(({ address, html }) => ({
        address,
        html: new TextDecoder().decode(html),
      }))
  return { print, told, pagesTold, end: async () => printing.teardown?.() }
}

it('hands each page to the thread, those drawn side by side too, and leaves nothing for Astro to write', async () => {
  const { print, pagesTold, end } = site()
  const addresses = Array.from({ length: 50 }, (_, number) => `/services/${number}/`)
  const printed = await Promise.all(addresses.map((address) => print(address)))
  await end()
  expect(printed).toEqual(addresses.map(() => null))
  expect(pagesTold()).toEqual(addresses.map((address) => ({ address, html: address })))
})

it('leaves files, the page of what is not there and what leads elsewhere to Astro', async () => {
  const { print, pagesTold, end } = site()
  expect(await print('/records.json', { type: 'endpoint' })).toBe('/records.json')
  expect(await print('/404/', { route: '/404' })).toBe('/404/')
  const leading = site(301)
  expect(await leading.print('/old/')).toBe('/old/')
  await Promise.all([end(), leading.end()])
  expect([...pagesTold(), ...leading.pagesTold()]).toEqual([])
})

it('hands the open data on as soon as it is there', async () => {
  const { print, told } = site()
  expect(await print('/open-data/directory.json', { type: 'endpoint' })).toBe('/open-data/directory.json')
  expect(told).toEqual([{ openData: new TextEncoder().encode('/open-data/directory.json').buffer }])
})

const pages: RouteData = {
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
