import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { builtFrom } from './built-from.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'built-from-'))
  write('site/pages/index.astro', '<h1>Home</h1>')
  write('content/services/club.md', 'A club')
  write('content/media/club/door.jpg', 'a picture')
})
afterEach(() => rmSync(root, { recursive: true }))

const line = (today = '2026-11-22') => builtFrom(root, join(root, 'content'), today)

describe('a site that is there', () => {
  it('is up to date as long as nothing has changed', async () => {
    expect(await line()).toBe(await line())
  })
  it.each([
    ['a record', 'content/services/club.md', 'Another club'],
    ['a new record', 'content/services/pool.md', 'A pool'],
    ['a picture', 'content/media/club/door.jpg', 'another picture'],
    ['the program', 'site/pages/index.astro', '<h1>Welcome</h1>'],
  ])('is built again after a change of %s', async (_what, path, text) => {
    const before = await line()
    write(path, text)
    expect(await line()).not.toBe(before)
  })
  it('is built again on the next day, when other things are overdue', async () => {
    expect(await line('2026-11-23')).not.toBe(await line())
  })
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
