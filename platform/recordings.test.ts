import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addRecordings } from './recordings.ts'
import { serveSite } from './site-files.ts'

let folder = ''
let app: FastifyInstance

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recordings-'))
  const releaseDir = join(folder, 'release')
  mkdirSync(join(releaseDir, 'recordings'), { recursive: true })
  writeFileSync(join(releaseDir, '404.html'), 'not here')
  writeFileSync(join(releaseDir, 'recordings/shown.vtt'), 'WEBVTT of the release')
  app = Fastify()
  await serveSite(app, () => releaseDir)
  addRecordings(app, { dataDir: folder, releaseDir: () => releaseDir })
  writeFileSync(join(folder, 'recordings/our-film.mp4'), '0123456789')
  writeFileSync(join(folder, 'secret'), 'secret')
})
afterEach(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

it('gives the part of a film that a browser asks for', async () => {
  const whole = await app.inject('/recordings/our-film.mp4')
  expect([whole.statusCode, whole.body, whole.headers['content-type']]).toEqual([
    200,
    '0123456789',
    'video/mp4',
  ])
  const part = await app.inject({ url: '/recordings/our-film.mp4', headers: { range: 'bytes=2-4' } })
  expect([part.statusCode, part.body]).toEqual([206, '234'])
})

it('gives what came with the release, captions with their type', async () => {
  const { body, headers } = await app.inject('/recordings/shown.vtt')
  expect(body).toBe('WEBVTT of the release')
  expect(headers['content-type']).toContain('text/vtt')
})

it('gives nothing else', async () => {
  for (const url of ['/recordings/gone.mp4', '/recordings/..%2fsecret', '/recordings/secret', '/recordings/'])
    expect((await app.inject(url)).statusCode, url).toBe(404)
})
