import { spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nursery } from './import/feed-server.fixture.ts'
import { type ImportPlace, makeImportPlace } from './import/import-place.fixture.ts'

let place: ImportPlace

beforeEach(() => {
  place = makeImportPlace()
  writeFileSync(join(place.folder, 'feed.json'), JSON.stringify([nursery, { id: '2' }]))
})
afterEach(() => place.remove())

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'import.ts'), ...args, '--into', place.into],
    { encoding: 'utf8', cwd: place.folder, env: { DATA_DIR: join(place.folder, 'var') } },
  )
  return { status, stdout, stderr }
}

describe('the command', () => {
  it('tries first: a table, and how to write', () => {
    const { status, stdout } = run('open-referral', 'feed.json')
    expect(status).toBe(0)
    expect(stdout).toBe(
      [
        'State      Name     Why',
        'refused    2        it has no name',
        'new        Nursery',
        '',
        'feed: 1 new, 0 changed, 0 unchanged, 1 refused, 0 gone.',
        'Nothing was written: this was a trial. Add --write to write it.',
        '',
      ].join('\n'),
    )
    expect(readdirSync(place.into)).not.toContain('services')
  })

  it('writes when told to, and reports as JSON', () => {
    const { status, stdout } = run('open-referral', 'feed.json', '--write', '--json', '--licence', 'OGL v3.0')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      source: 'feed',
      written: true,
      counts: { new: 1, refused: 1 },
    })
    expect(readdirSync(join(place.into, 'services'))).toEqual(['nursery.md'])
    expect(readdirSync(join(place.folder, 'var/imports'))).toEqual(['feed.json'])
  })

  it.each([
    [[], 2, /^Import “open-referral” or “csv”\./],
    [['csv'], 2, /^Give an address or a file\./],
    [['csv', 'x', '--colour'], 2, /Unknown option '--colour'/],
    [['csv', 'x', '--category', 'knitting'], 2, /^--category must be one of: early-years/],
    [['csv', 'none.csv'], 1, /^The file none\.csv cannot be read\. Check its name\.\n$/],
    [['open-referral', 'https://'], 1, /is no web address/],
    [['open-referral', 'http://127.0.0.1:9/'], 1, /cannot be reached/],
  ])('says what is wrong with %j', (args, expected, sentence) => {
    const { status, stderr } = run(...args)
    expect(stderr).toMatch(sentence)
    expect(status).toBe(expected)
  })
})
