import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { releaseStyles } from './release-styles.ts'

const release = mkdtempSync(join(tmpdir(), 'release-'))
for (const [path, sheets] of [
  ['', ['home']],
  ['services/club', ['service', 'frame']],
] as const) {
  mkdirSync(join(release, path), { recursive: true })
  const links = sheets.map((name) => `<link rel="stylesheet" href="/assets/${name}.css">`)
  writeFileSync(join(release, path, 'index.html'), `<link rel="icon" href="/favicon.svg">${links.join('')}`)
}
afterAll(() => rmSync(release, { recursive: true }))

it('takes the style sheets of the page, of another of its kind, or of the home page', async () => {
  const ofServices = ['/assets/service.css', '/assets/frame.css']
  expect(await releaseStyles(release, ['/services/club/'])).toEqual(ofServices)
  expect(await releaseStyles(release, ['/services/new/', '/services/club/'])).toEqual(ofServices)
  expect(await releaseStyles(release, ['/guides/new/'])).toEqual(['/assets/home.css'])
  expect(await releaseStyles(join(release, 'none'), ['/guides/new/'])).toEqual([])
})
