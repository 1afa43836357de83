import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createAreaReader } from './area.ts'
import { ReleaseFileError } from './release-file.ts'

describe('the settings of the area', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'area-'))
    const settings: unknown = parse(await readFile('site/content/area.yaml', 'utf8'))
    await writeFile(join(folder, 'area.json'), JSON.stringify(settings))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('are those of the current release, also after the next one', async () => {
    let current = folder
    const area = createAreaReader(() => current)
    expect(area().name).toBe('Demonstration area')

    const next = `${folder}-next`
    await cp(folder, next, { recursive: true })
    await writeFile(join(next, 'area.json'), JSON.stringify({ ...area(), name: 'Another area' }))
    current = next
    expect(area().name).toBe('Another area')
    await rm(next, { recursive: true })
  })

  it('stay known while the release cannot be read, so that families can still write to us', async () => {
    let current = folder
    const area = createAreaReader(() => current)
    area()
    current = join(folder, 'gone')
    expect(area().name).toBe('Demonstration area')
    await mkdir(current)
    await writeFile(join(current, 'area.json'), '{"name":"Half a file"}')
    expect(area().name).toBe('Demonstration area')
  })

  it('are refused when the build printed something else', async () => {
    await writeFile(join(folder, 'area.json'), '{"name":"Half a file"}')
    expect(() => createAreaReader(() => folder)()).toThrow(ReleaseFileError)
  })
})
