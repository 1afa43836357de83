import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPageReader } from './page-reader.ts'

let release: string
beforeEach(() => {
  release = mkdtempSync(join(tmpdir(), 'pages-'))
})
afterEach(() => rmSync(release, { recursive: true }))

const html = (name: string) => `<html><body data-search-page><h1>${name}</h1></body></html>`

function write(address: string, text = html(address)): void {
  mkdirSync(join(release, address), { recursive: true })
  writeFileSync(join(release, address, 'index.html'), text)
}

it('gives the pages that can be found, by their addresses, whether they were read early or late', () => {
  const reader = createPageReader(release, 1)
  for (const address of ['/b/', '/a/', '/c/']) {
    write(address)
    reader.drawn(address)
  }
  write('/not-found/', '<html><body><h1>Closed</h1></body></html>')
  const pages = reader.finish(['/c/', '/b/', '/a/', '/not-found/', '/404.html'])
  expect(pages.map(({ href, name }) => [href, name])).toEqual([
    ['/a/', '/a/'],
    ['/b/', '/b/'],
    ['/c/', '/c/'],
  ])
})

it('reads a page again that was not written to its end when its turn came', () => {
  const reader = createPageReader(release, 0)
  write('/half/', html('Half').slice(0, -9))
  reader.drawn('/half/')
  reader.drawn('/not-yet/')
  write('/half/', html('Whole'))
  write('/not-yet/')
  expect(reader.finish(['/half/', '/not-yet/']).map(({ name }) => name)).toEqual(['Whole', '/not-yet/'])
})
