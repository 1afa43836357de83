import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { browserArguments, findBrowser } from './find-browser.ts'

describe('the browser of the tests', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-offer-browser-'))
  const chromium = path.join(folder, 'chromium')
  writeFileSync(chromium, '')
  chmodSync(chromium, 0o755)
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is the one that CHROME_PATH names', () => {
    expect(findBrowser({ CHROME_PATH: chromium, PATH: '' })).toBe(chromium)
  })

  it('is a Chromium of the machine', () => {
    expect(findBrowser({ PATH: `/nowhere${path.delimiter}${folder}` })).toBe(chromium)
  })

  it('is missed in one sentence when CHROME_PATH names no program', () => {
    expect(() => findBrowser({ CHROME_PATH: '/gone' })).toThrow(
      /^CHROME_PATH holds "\/gone", which is not a program: .*\.$/,
    )
  })

  it('runs without a sandbox only for root, who may not use it', () => {
    expect(browserArguments(true)).toContain('--no-sandbox')
    expect(browserArguments(false)).not.toContain('--no-sandbox')
  })
})
