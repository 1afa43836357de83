import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Fastify from 'fastify'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { feedOrigin, feeds } from '#records/feed-origin.ts'
import { addFeeds } from './feeds.ts'

let releaseDir = ''
const publicUrl = 'https://offer.example.org'

beforeEach(() => {
  releaseDir = mkdtempSync(join(tmpdir(), 'feeds-'))
})
afterEach(() => rmSync(releaseDir, { recursive: true }))

it('puts the site’s own address into every feed of the release', async () => {
  const app = Fastify()
  await addFeeds(app, { releaseDir: () => releaseDir, publicUrl })
  for (const [path, type] of Object.entries(feeds)) {
    mkdirSync(dirname(join(releaseDir, path)), { recursive: true })
    writeFileSync(join(releaseDir, path), `<link>${feedOrigin}/news/</link>`)
    const { body, headers } = await app.inject(path)
    expect(body).toBe('<link>https://offer.example.org/news/</link>')
    expect(headers['content-type']).toBe(type)
  }
  await app.close()
})
