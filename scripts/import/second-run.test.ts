import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FedService, nursery, startFeed, swimming, type TestServer } from './feed-server.fixture.ts'
import { type ImportPlace, makeImportPlace } from './import-place.fixture.ts'
import type { ImportOrder } from './run-import.ts'

let place: ImportPlace
let fed: readonly FedService[]
let feed: TestServer

beforeEach(async () => {
  place = makeImportPlace()
  fed = [swimming, nursery, { ...nursery, id: '18', name: 'Other nursery' }]
  feed = await startFeed(3, () => fed)
})

afterEach(async () => {
  await feed.close()
  place.remove()
})

const run = (order: Partial<ImportOrder> = {}) => place.run({ from: feed.address, ...order })
const serviceFiles = () => place.content().files.filter(({ path }) => path.startsWith('services/'))
const fileOf = (slug: string) => join(place.into, 'services', `${slug}.md`)
const edit = (slug: string, from: string, to: string) => {
  const text = readFileSync(fileOf(slug), 'utf8')
  expect(text).toContain(from)
  writeFileSync(fileOf(slug), text.replace(from, to))
}

describe('importing a feed again', () => {
  it('changes nothing on a second run without news, on a later day too', async () => {
    await run()
    const before = serviceFiles()
    expect(await run({ today: '2026-12-24' })).toMatchObject({ counts: { unchanged: 3, new: 0, changed: 0 } })
    expect(serviceFiles()).toEqual(before)
  })

  it('brings news on a second run, and never touches what people edited', async () => {
    await run()
    edit('swimming-and-play', 'free: true', 'free: false')
    edit('swimming-and-play', '- Hoist', '- Hoist and changing bench')
    fed = [
      { ...swimming, description: 'New words.', url: 'https://example.org/new', fees: '' },
      ...fed.slice(1),
    ]
    const report = await run()
    expect(report.counts).toMatchObject({ changed: 1, unchanged: 2 })
    expect(report.services.find(({ id }) => id === swimming.id)?.why).toMatch(
      /kept what people wrote in gettingIt\.free, \(text\)/,
    )
    const record = place.content().services.get(swimming.id)
    expect(record?.data).toMatchObject({
      summary: 'New words.',
      gettingIt: { free: false },
      contact: { website: 'https://example.org/new', telephone: '0161 912 2122' },
    })
    expect(record?.body).toContain('Hoist and changing bench')
    expect(place.problems()).toEqual([])
  })

  it('leaves removed what people removed, and keeps what the source no longer has', async () => {
    await run()
    rmSync(fileOf('nursery'))
    fed = [nursery, fed[2] ?? nursery]
    const report = await run()
    expect(report.services.map(({ name, state, why }) => [name, state, why])).toEqual([
      ['Nursery', 'refused', 'somebody has removed it here, so it stays removed'],
      ['Other nursery', 'unchanged', ''],
      ['Swimming & play', 'gone', expect.stringContaining('stays here')],
    ])
  })

  it('never overwrites a record that came from elsewhere', async () => {
    await run()
    const before = serviceFiles()
    fed = [{ ...swimming, name: 'Taken over' }]
    const report = await run({ source: 'Another feed' })
    expect(report.services[0]).toMatchObject({
      state: 'refused',
      why: expect.stringContaining('not from this source'),
    })
    expect(serviceFiles()).toEqual(before)
  })
})

describe('ids of a feed', () => {
  it('never take the id of another kind of record', async () => {
    const route = '0c2f7e0a-1b6e-4a53-8a51-1f0d7c3f5a01'
    const provider = '5f0d2c7e-1f8a-4d5c-9a53-1f0d7c3f5b01'
    fed = [{ ...nursery, id: route }, { ...swimming, id: provider }, nursery]
    const report = await run()
    expect(report.services.map(({ state, why }) => [state, why])).toEqual([
      ['refused', expect.stringContaining('another kind of record')],
      ['refused', expect.stringContaining('another kind of record')],
      ['new', ''],
    ])
    expect(place.problems()).toEqual([])
  })
})

describe('an import that fails', () => {
  it.each([
    ['a folder that is no content', { into: '/nowhere' }, /no area\.yaml/],
    ['a file that is not there', { from: '/nowhere.json' }, /cannot be read/],
  ])('%s: one sentence', async (_what, order, sentence) => {
    await expect(run(order)).rejects.toThrow(sentence)
  })

  it('writes nothing when its snapshot cannot be written', async () => {
    writeFileSync(join(place.folder, 'var'), 'a file where a folder should be')
    await expect(run()).rejects.toThrow(/cannot be read|Nothing was written/)
    expect(readdirSync(place.into).sort()).toEqual(['area.yaml', 'routes'])
  })

  it('puts back what it had written when the last file cannot be', async () => {
    await run()
    const before = place.content().files
    fed = [{ ...swimming, name: 'Renamed' }, { ...nursery, id: '30', name: 'Newest' }, ...fed.slice(1)]
    cpSync(place.into, join(place.folder, 'var/imports/example-feed.json.new'), { recursive: true })
    await expect(run()).rejects.toThrow(/Nothing was written/)
    expect(place.content().files).toEqual(before)
    expect(readdirSync(place.into).filter((name) => name.startsWith('.import'))).toEqual([])
  })
})
