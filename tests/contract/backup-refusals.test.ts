import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backup, inside, restore } from '../support/installation.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-offer-backup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a backup or a restore that cannot be is refused in one sentence', () => {
  const here = () => ({ dataDir: join(folder, 'var'), databaseUrl: undefined })

  async function backedUp(): Promise<string> {
    await inside(here(), async () => undefined)
    const to = join(folder, 'backup')
    expect((await backup(here(), to)).code).toBe(0)
    return to
  }

  const oneSentence = ({ code, output }: { code: number | null; output: string }) => {
    expect(code).toBe(1)
    expect(output.trim().split('\n')).toHaveLength(1)
    return output.trim()
  }

  it('without a folder', async () => {
    expect(oneSentence(await backup(here()))).toMatch(/^Say where the backup goes/)
    expect(oneSentence(await restore(here(), 'one', 'two'))).toMatch(/^Say which backup/)
    expect(oneSentence(await restore(here(), '--all', 'one'))).toMatch(/^Say which backup/)
  })

  it('where there is no installation, and none is made', async () => {
    const to = join(folder, 'backup')
    expect(oneSentence(await backup(here(), to))).toMatch(/^There is no installation in .*var to back up\./)
    expect(readdirSync(folder)).toEqual([])
  })

  it('into a folder that holds something, which stays as it is', async () => {
    const to = await backedUp()
    const before = readFileSync(join(to, 'backup.json'), 'utf8')
    expect(oneSentence(await backup(here(), to))).toBe(
      `${to} is there already and is left as it is. Name a folder that is not there yet.`,
    )
    expect(readFileSync(join(to, 'backup.json'), 'utf8')).toBe(before)
  })

  it('where nobody may write', async () => {
    await inside(here(), async () => undefined)
    expect(oneSentence(await backup(here(), '/sys/backup'))).toMatch(/cannot be read or written to\./)
  })

  it('from a folder that is no backup', async () => {
    mkdirSync(join(folder, 'empty'))
    for (const name of ['empty', 'not-there'])
      expect(oneSentence(await restore(here(), join(folder, name)))).toMatch(
        /is no backup that this program can read/,
      )
  })

  it('from a damaged backup, before anything is made', async () => {
    const to = await backedUp()
    const restored = { dataDir: join(folder, 'restored'), databaseUrl: undefined }
    const file = join(to, 'local-offer.sqlite')
    const bytes = readFileSync(file)
    bytes[bytes.length - 10] = 255 - (bytes.at(-10) ?? 0)
    writeFileSync(file, bytes)
    expect(oneSentence(await restore(restored, to))).toBe(
      `The backup ${to} is damaged: its file local-offer.sqlite is not as it was written. Use another backup.`,
    )
    rmSync(file)
    expect(oneSentence(await restore(restored, to))).toMatch(
      /its file local-offer\.sqlite is not as it was written/,
    )
    expect(existsSync(restored.dataDir)).toBe(false)
  })

  it('from a backup of a newer program', async () => {
    const to = await backedUp()
    const newer = join(folder, 'newer')
    cpSync(to, newer, { recursive: true })
    const manifest = JSON.parse(readFileSync(join(to, 'backup.json'), 'utf8'))
    manifest.steps.push({ owner: 'platform', number: 99 })
    writeFileSync(join(newer, 'backup.json'), JSON.stringify(manifest))
    const restored = { dataDir: join(folder, 'restored'), databaseUrl: undefined }
    expect(oneSentence(await restore(restored, newer))).toMatch(
      /newer than this program \(step 99 of platform\)/,
    )
  })

  it('into the other kind of database', async () => {
    const to = await backedUp()
    const restored = { dataDir: join(folder, 'restored'), databaseUrl: 'postgres://localhost/never-asked' }
    expect(oneSentence(await restore(restored, to))).toBe(
      'This backup is of the embedded database. Restore it without DATABASE_URL.',
    )
  })
})
