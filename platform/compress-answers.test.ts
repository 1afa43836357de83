import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serveSite } from './site-files.ts'
import { createWebApp } from './web-app.ts'

const page = `<!doctype html><title>Club</title>${'<p>A club for everyone.</p>'.repeat(200)}`
const font = Buffer.alloc(5_000, 'font')
let folder: string
let app: FastifyInstance
let origin: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'local-offer-compress-'))
  writeRelease('one', page)
  symlinkSync('one', join(folder, 'current'))
  const config = { publicUrl: 'http://localhost', trustProxy: false }
  app = await createWebApp(config, pino({ level: 'silent' }))
  app.get('/list', (_request, reply) => reply.header('cache-control', 'public, max-age=300').send({ page }))
  app.get('/mine', (_request, reply) => reply.header('cache-control', 'no-store').send({ page }))
  app.get('/unsaid', (_request, reply) => reply.type('text/html').send(page))
  await serveSite(app, () => join(folder, 'current'))
  origin = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

describe('a page of the site', () => {
  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
  ] as const)('for a browser that takes %s comes as %s, the same bytes', async (takes, encoding, decode) => {
    for (const time of ['first', 'second']) {
      const { headers, body } = await ask('/services/', { 'accept-encoding': takes })
      expect(headers['content-encoding'], time).toBe(encoding)
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'content-length': String(body.length),
        'cache-control': 'no-cache',
        vary: 'accept-encoding',
      })
      expect(headers['content-security-policy']).toContain("script-src 'self';")
      expect(headers['accept-ranges']).toBeUndefined()
      expect(decode(body).toString()).toBe(page)
      expect(body.length).toBeLessThan(page.length / 5)
    }
  })
  it.each([undefined, 'identity', 'br;q=0, gzip;q=0'])('comes plain for one that takes %s', async (takes) => {
    const { headers, body } = await ask('/services/', takes ? { 'accept-encoding': takes } : {})
    expect(headers['content-encoding']).toBeUndefined()
    expect(headers.vary).toBe('accept-encoding')
    expect(body.toString()).toBe(page)
  })
  it('is not sent again to a browser that has it, compressed or not', async () => {
    const etag = (await ask('/services/', { 'accept-encoding': 'br' })).headers.etag ?? ''
    const { status, headers, body } = await ask('/services/', {
      'accept-encoding': 'br',
      'if-none-match': etag,
    })
    expect(status).toBe(304)
    expect(headers.vary).toBe('accept-encoding')
    expect(headers['content-encoding']).toBeUndefined()
    expect(body).toHaveLength(0)
  })
  it('answers HEAD as GET, without the page', async () => {
    const { status, headers, body } = await ask('/services/', { 'accept-encoding': 'br' }, 'HEAD')
    expect(status).toBe(200)
    expect(headers['content-encoding']).toBe('br')
    expect(body).toHaveLength(0)
  })
  it('gives the part of it that is asked for as it is', async () => {
    const { status, headers, body } = await ask('/services/', {
      'accept-encoding': 'br',
      range: 'bytes=0-14',
    })
    expect(status).toBe(206)
    expect(headers['content-encoding']).toBeUndefined()
    expect(body.toString()).toBe('<!doctype html>')
  })
  it('is the new one as soon as a release was switched to', async () => {
    await ask('/services/', { 'accept-encoding': 'br' })
    writeRelease('two', page.replaceAll('club', 'class'))
    symlinkSync('two', join(folder, 'next'))
    renameSync(join(folder, 'next'), join(folder, 'current'))
    const { body } = await ask('/services/', { 'accept-encoding': 'br' })
    expect(brotliDecompressSync(body).toString()).toContain('A class for everyone')
  })
})

it('leaves what is compressed already, what is small and what is missing as it is', async () => {
  for (const [path, status] of [
    ['/assets/font.woff2', 200],
    ['/small/', 200],
    ['/nothing/', 404],
  ] as const) {
    const { headers, ...answer } = await ask(path, { 'accept-encoding': 'br, gzip' })
    expect(answer.status).toBe(status)
    expect(headers['content-encoding'], path).toBeUndefined()
  }
  expect((await ask('/assets/font.woff2', { 'accept-encoding': 'br' })).body).toEqual(font)
})

it('compresses open data, but never an answer for one person', async () => {
  const list = await ask('/list', { 'accept-encoding': 'br' })
  expect(JSON.parse(brotliDecompressSync(list.body).toString())).toEqual({ page })
  expect(list.headers['content-type']).toContain('application/json')
  for (const path of ['/mine', '/unsaid'])
    expect((await ask(path, { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined()
})

function writeRelease(name: string, services: string): void {
  const files = {
    'services/index.html': services,
    'small/index.html': '<!doctype html>',
    '404.html': page,
    'assets/font.woff2': font,
  }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, path, '..'), { recursive: true })
    writeFileSync(join(folder, name, path), content)
  }
}

/** Asks as a browser does; what comes stays as it was sent, which `fetch` would not leave it. */
function ask(path: string, headers: Record<string, string>, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(`${origin}${path}`, { headers, method }, (answer) => {
      const { statusCode: status = 0, headers: sent } = answer
      buffer(answer).then((body) => resolve({ status, headers: sent, body }), reject)
    })
      .on('error', reject)
      .end()
  })
}

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}
