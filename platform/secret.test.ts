import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ConfigError } from './config.ts'
import { readSecret } from './secret.ts'

describe('the secret that signs cookies', () => {
  let dataDir: string
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'secret-'))
  })
  afterEach(() => rm(dataDir, { recursive: true }))

  it('is made once, stays the same, and only its owner may read it', async () => {
    const first = await readSecret({ authSecret: undefined, dataDir })
    expect(first.length).toBeGreaterThanOrEqual(32)
    expect(await readSecret({ authSecret: undefined, dataDir })).toBe(first)
    expect((await stat(join(dataDir, 'secret'))).mode & 0o777).toBe(0o600)
  })

  it('is the same for processes that start at once, and no draft stays behind', async () => {
    const starts = Array.from({ length: 20 }, () => readSecret({ authSecret: undefined, dataDir }))
    expect(new Set(await Promise.all(starts)).size).toBe(1)
    expect(await readdir(dataDir)).toEqual(['secret'])
  })

  it('is AUTH_SECRET where that is set', async () => {
    expect(await readSecret({ authSecret: 'x'.repeat(40), dataDir })).toBe('x'.repeat(40))
  })

  it('says which file to delete when it holds too little', async () => {
    await writeFile(join(dataDir, 'secret'), 'tiny')
    const reading = readSecret({ authSecret: undefined, dataDir })
    await expect(reading).rejects.toThrow(ConfigError)
    await expect(reading).rejects.toThrow(`The file ${join(dataDir, 'secret')} holds too little.`)
  })
})
