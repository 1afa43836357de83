import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type PlantedRelease, plantRelease } from '../../tests/support/planted-release.ts'
import { addSecurityHeaders } from '../security-headers.ts'
import { serveSite } from '../site-files.ts'
import { exampleArea, openServices } from './open-data.fixture.ts'
import { addOpenData } from './open-data.ts'

const publicUrl = 'https://offer.example.org'
let release: PlantedRelease
let app: FastifyInstance
let base: string

const open = async (demonstration: boolean) => {
  release = plantRelease({
    'open-data/directory.json': JSON.stringify({ services: openServices, organizations: [] }),
    'open-data/services.json': '{"contents":[]}',
    'open-data/services/one.json': '{"id":"one"}',
    'records.json': JSON.stringify([
      { collection: 'services', id: openServices[0]?.id, path: '/services/swimming/' },
      { collection: 'services', id: openServices[1]?.id, path: '/services/football/' },
      { collection: 'you-said-we-did', id: 'x', path: '/you-said-we-did/#x' },
      { collection: 'providers', id: 'y', path: null },
    ]),
    'robots.txt': 'User-agent: *\n',
    'area.json': JSON.stringify(exampleArea(demonstration)),
    '404.html': 'Not here',
  })
  app = Fastify()
  await addSecurityHeaders(app, { publicUrl })
  await addOpenData(app, { releaseDir: () => release.folder, publicUrl })
  await serveSite(app, () => release.folder)
  base = await app.listen({ port: 0, host: '127.0.0.1' })
}

beforeEach(() => open(false))
afterEach(async () => {
  await app.close()
  release.remove()
})

describe('the static export behind the server', () => {
  it.each([
    ['/open-data/services', '{"contents":[]}'],
    ['/open-data/services.json', '{"contents":[]}'],
    ['/open-data/services/one', '{"id":"one"}'],
    ['/open-data/services/one.json', '{"id":"one"}'],
  ])('%s is read by pages of every origin', async (path, text) => {
    const answer = await fetch(base + path)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    expect(await answer.text()).toBe(text)
  })

  it('never reaches a file outside its own', async () => {
    expect((await fetch(`${base}/open-data/services/..%2F..%2Farea`)).status).toBeGreaterThanOrEqual(400)
    expect((await fetch(`${base}/open-data/services/none`)).status).toBe(404)
  })
})

describe('news of changes', () => {
  it('tells what was checked or closed, the newest first, each with its page', async () => {
    const answer = await fetch(`${base}/open-data/changes.xml`)
    expect(answer.headers.get('content-type')).toMatch(/^application\/rss\+xml/)
    const text = await answer.text()
    expect([...text.matchAll(/<item><title>(.*?)<\/title>/g)].map(([, title]) => title)).toEqual([
      'Closed: Football',
      'Checked: Swimming &amp; &lt;play&gt;',
    ])
    expect(text).toContain('<link>https://offer.example.org/services/swimming/</link>')
    expect(text).toContain('<pubDate>Sat, 03 Oct 2026 00:00:00 GMT</pubDate>')
  })
})

describe('what search engines read', () => {
  it('is every page once, and robots.txt says where', async () => {
    const text = await (await fetch(`${base}/sitemap.xml`)).text()
    const pages = [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, page]) => page)
    expect(pages).toContain('https://offer.example.org/services/swimming/')
    expect(pages.filter((page) => page?.endsWith('/you-said-we-did/'))).toHaveLength(1)
    expect(new Set(pages).size).toBe(pages.length)
    expect(await (await fetch(`${base}/robots.txt`)).text()).toBe(
      'User-agent: *\nSitemap: https://offer.example.org/sitemap.xml\n',
    )
  })

  it('is nothing of a demonstration', async () => {
    await app.close()
    release.remove()
    await open(true)
    expect((await fetch(`${base}/sitemap.xml`)).status).toBe(404)
    expect(await (await fetch(`${base}/robots.txt`)).text()).toBe('User-agent: *\n')
  })
})
