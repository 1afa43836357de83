import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { moveFolder } from './place-release.ts'

describe('a finished site goes to its place', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'place-'))
    await mkdir(join(folder, 'built/assets'), { recursive: true })
    await writeFile(join(folder, 'built/assets/a.css'), 'new')
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('in place of the one before', async () => {
    await mkdir(join(folder, 'site'))
    await writeFile(join(folder, 'site/old.html'), 'old')
    await moveFolder(join(folder, 'built'), join(folder, 'site'))
    expect(await readdir(folder)).toEqual(['site'])
    expect(await readdir(join(folder, 'site'), { recursive: true })).toEqual(['assets', 'assets/a.css'])
  })

  it('onto another disk too, where nothing can be renamed to', async () => {
    const refuse = async () => {
      throw Object.assign(new Error('cross-device link not permitted'), { code: 'EXDEV' })
    }
    await moveFolder(join(folder, 'built'), join(folder, 'deeper/site'), refuse)
    expect(await readFile(join(folder, 'deeper/site/assets/a.css'), 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['deeper'])
    expect(await readdir(join(folder, 'deeper'))).toEqual(['site'])
  })
})
