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
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lockDataDir } from '../../platform/data-dir-lock.ts'
import { run } from '../support/run-command.ts'
import { freePort, runToEnd } from '../support/server-process.ts'

/** A start that cannot work ends at once, with one sentence and a code that is not 0, and leaves things as they were. */

const root = join(import.meta.dirname, '../..')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-offer-start-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const oneSentence = (text: string) => text.trim().split('\n').length

describe('the server', () => {
  test('says that a port is taken', async () => {
    const port = await freePort()
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
    try {
      const { code, stderr } = await runToEnd({ PORT: String(port), DATA_DIR: join(folder, 'var') })
      expect(code).toBe(1)
      expect(stderr).toContain(`Port ${port} is taken by another program.`)
      expect(oneSentence(stderr)).toBe(1)
    } finally {
      await new Promise<void>((resolve) => other.close(() => resolve()))
    }
  })

  test('says what a setting holds and what it may hold', async () => {
    const { code, stderr } = await runToEnd({ PORT: 'eighty', DATA_DIR: join(folder, 'var') })
    expect(code).toBe(1)
    expect(stderr.trim()).toBe(
      'PORT holds "eighty"; it must be a whole number from 1 to 65535, such as 8080.',
    )
    expect(existsSync(join(folder, 'var'))).toBe(false)
  })

  test('says that it may not write to its folder', async () => {
    // Nobody, not even root, may make folders there.
    const { code, stderr } = await runToEnd({ PORT: String(await freePort()), DATA_DIR: '/sys/local-offer' })
    expect(code).toBe(1)
    expect(stderr).toContain('The folder /sys/local-offer cannot be written to.')
    expect(oneSentence(stderr)).toBe(1)
  })

  test('says that another one runs on its folder', async () => {
    const dataDir = join(folder, 'var')
    const unlock = lockDataDir(dataDir)
    try {
      const { code, stderr } = await runToEnd({ PORT: String(await freePort()), DATA_DIR: dataDir })
      expect(code).toBe(1)
      expect(stderr).toContain(`Another Local Offer that is running writes to ${dataDir}.`)
      expect(oneSentence(stderr)).toBe(1)
    } finally {
      unlock()
    }
  })

  test('leaves a corrupt database file as it is', async () => {
    const dataDir = join(folder, 'var')
    const file = join(dataDir, 'local-offer.sqlite')
    mkdirSync(dataDir)
    writeFileSync(file, 'This is not a database. '.repeat(400))
    const before = readFileSync(file)
    const { code, stderr } = await runToEnd({ PORT: String(await freePort()), DATA_DIR: dataDir })
    expect(code).toBe(1)
    expect(stderr).toContain(file)
    expect(oneSentence(stderr)).toBe(1)
    expect(readFileSync(file)).toEqual(before)
  })
})

describe('the build', () => {
  const build = (contentDir: string) =>
    run(join(root, 'node_modules/.bin/astro'), ['build', '--force'], {
      cwd: root,
      env: { CONTENT_DIR: contentDir, RELEASE_DIR: join(folder, 'release'), ASTRO_TELEMETRY_DISABLED: '1' },
    })

  test.each([
    [
      'an unknown need',
      'services',
      /^( *)needs: \[\]$/m,
      '$1needs: [autsm]',
      /needs\.0: Needs: "autsm" is not on the list\. Use one of: autism, /,
    ],
    [
      'a missing field of area.yaml',
      'area.yaml',
      /^authority: .*\n/m,
      '',
      /area\.yaml: authority: is missing\. Name of the council: write some text\./,
    ],
  ])('refuses %s with the file, the field and what is allowed', async (_what, place, find, put, sentence) => {
    const contentDir = join(folder, 'content')
    cpSync(join(root, 'site/content'), contentDir, { recursive: true })
    const file = place === 'area.yaml' ? join(contentDir, place) : firstWith(join(contentDir, place), find)
    writeFileSync(file, readFileSync(file, 'utf8').replace(find, put))
    const { code, output } = await build(contentDir)
    expect(code).not.toBe(0)
    expect(output).toMatch(sentence)
    expect(existsSync(join(folder, 'release/index.html'))).toBe(false)
  })
})

function firstWith(dir: string, pattern: RegExp): string {
  const found = readdirSync(dir)
    .map((name) => join(dir, name))
    .find((path) => pattern.test(readFileSync(path, 'utf8')))
  if (found === undefined) throw new Error(`No record in ${dir} has ${pattern}`)
  return found
}
