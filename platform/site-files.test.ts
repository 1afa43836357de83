import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { serveSite } from './site-files.ts'
import { createWebApp } from './web-app.ts'

let folder: string
let app: FastifyInstance

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'local-offer-site-'))
  for (const path of [
    'index.html',
    '404.html',
    'icon.svg',
    'assets/a.js',
    'assets/a.css',
    'search/index.json',
  ]) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), path)
  }
  app = await createWebApp({ publicUrl: 'http://localhost', trustProxy: false }, pino({ level: 'silent' }))
  await serveSite(app, () => folder)
})
afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

it.each(['/', '/icon.svg', '/assets/a.js', '/nothing/'])(
  'sends %s with all that keeps a page safe',
  async (url) => {
    const { headers } = await app.inject(url)
    for (const name of [
      'content-security-policy',
      'permissions-policy',
      'x-frame-options',
      'referrer-policy',
    ])
      expect(headers[name], name).toBeDefined()
  },
)

it.each(['/assets/a.css', '/search/index.json'])(
  'sends %s, which is no page, without what only pages need',
  async (url) => {
    const { headers } = await app.inject(url)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(JSON.stringify(headers).length).toBeLessThan(420)
  },
)

it('lets browsers keep files whose names tell what they hold, and ask again for all others', async () => {
  expect((await app.inject('/assets/a.js')).headers['cache-control']).toBe(
    'public, max-age=31536000, immutable',
  )
  expect((await app.inject('/')).headers['cache-control']).toBe('no-cache')
  expect((await app.inject('/nothing/')).headers['cache-control']).toBe('no-store')
})
