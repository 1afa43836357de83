import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPageWriter } from './page-writer.ts'

let release: string
beforeEach(() => {
  release = mkdtempSync(join(tmpdir(), 'pages-'))
})
afterEach(() => rmSync(release, { recursive: true }))

const bytes = (html: string) => new TextEncoder().encode(html).buffer
const page = (name: string) => `<html><body data-search-page><h1>${name} – é</h1></body></html>`

it('writes each page into a folder of its own, as it was drawn', () => {
  const writer = createPageWriter(release)
  writer.write('/', bytes(page('Home')))
  writer.write('/services/club/', bytes(page('Club')))
  expect(readFileSync(join(release, 'index.html'), 'utf8')).toBe(page('Home'))
  expect(readFileSync(join(release, 'services/club/index.html'), 'utf8')).toBe(page('Club'))
})

it('gives the pages that can be found, by their addresses', () => {
  const writer = createPageWriter(release)
  for (const address of ['/b/', '/a/', '/c/']) writer.write(address, bytes(page(address)))
  writer.write('/not-found/', bytes('<html><body><h1>Closed</h1></body></html>'))
  expect(writer.found().map(({ href, name }) => [href, name])).toEqual([
    ['/a/', '/a/ – é'],
    ['/b/', '/b/ – é'],
    ['/c/', '/c/ – é'],
  ])
})
