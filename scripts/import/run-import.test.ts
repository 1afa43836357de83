import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkContent } from '#records/check-content.ts'
import { demonstrationDirectory } from '../../tests/support/demonstration-directory.ts'
import { readContentFolder } from './content-folder.ts'
import {
  type FedService,
  nursery,
  startFeed,
  startServer,
  swimming,
  type TestServer,
} from './feed-server.fixture.ts'
import { type ImportOrder, runImport } from './run-import.ts'

let folder: string
let into: string
let fed: readonly FedService[]
let feed: TestServer

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'local-offer-import-'))
  into = join(folder, 'content')
  const content = join(import.meta.dirname, '../../site/content')
  for (const part of ['area.yaml', 'routes', 'pathways', 'guides'])
    cpSync(join(content, part), join(into, part), { recursive: true })
  fed = [swimming, nursery, { ...nursery, id: '18', name: 'Other nursery' }]
  feed = await startFeed(3, () => fed)
})

afterEach(async () => {
  await feed.close()
  rmSync(folder, { recursive: true, force: true })
})

const run = (order: Partial<ImportOrder> = {}) =>
  runImport({
    ...{ kind: 'open-referral', from: feed.address, into, dataDir: join(folder, 'var') },
    ...{ write: true, today: '2026-11-22', source: 'Example feed', ...order },
  })
const statesOf = async (order: Partial<ImportOrder> = {}) =>
  Object.fromEntries((await run(order)).services.map(({ name, state }) => [name, state]))
const fileOf = (slug: string) => join(into, 'services', `${slug}.md`)
const edit = (slug: string, from: string, to: string) => {
  const text = readFileSync(fileOf(slug), 'utf8')
  expect(text).toContain(from)
  writeFileSync(fileOf(slug), text.replace(from, to))
}
const serviceFiles = () => readContentFolder(into).files.filter(({ path }) => path.startsWith('services/'))
const problems = () => checkContent(readContentFolder(into).files)

describe('importing a feed', () => {
  it('is a trial unless told to write: the report says what would be, and nothing is written', async () => {
    const report = await run({ write: false })
    expect(report).toMatchObject({ written: false, counts: { new: 3, changed: 0, unchanged: 0, refused: 0 } })
    expect(readdirSync(into).sort()).toEqual(['area.yaml', 'guides', 'pathways', 'routes'])
    expect(readdirSync(folder)).toEqual(['content'])
  })

  it('writes records that pass the content check, without HTML, bad ages and placeholders', async () => {
    await run()
    expect(problems()).toEqual([])
    const { services, providers } = readContentFolder(into)
    const record = services.get(swimming.id)
    expect(record?.data).toMatchObject({
      name: 'Swimming & play',
      summary: 'Swimming for children.',
      categories: ['sport-leisure'],
      whoFor: { needs: ['autism'], oldest: 18 },
      gettingIt: { free: true, costs: [{ what: 'Towel', pounds: 1.5 }] },
      when: { times: [{ days: ['monday', 'wednesday'], opens: '16:00', closes: '17:30' }] },
      where: { places: [{ town: 'Sale', postcode: 'M33 2UG', latitude: 53.4 }] },
      contact: { telephone: '0161 912 2122', email: 'swimming@example.org' },
      review: { lastChecked: '2026-09-01', checkedBy: 'the source' },
      routes: ['0c2f7e0a-1b6e-4a53-8a51-1f0d7c3f5a01'],
    })
    expect(record?.data['whoFor']).not.toHaveProperty('youngest')
    expect(record?.body).toBe('- Warm pool\n- Hoist\n\nSee our page (https://example.org/pool).')
    expect([...providers.values()].find(({ slug }) => slug === 'example-club-trust')?.data).toEqual({
      id: '5f0d2c7e-1f8a-4d5c-9a53-1f0d7c3f5b01',
      name: 'Example Club Trust',
      description: 'A charity that runs clubs.',
      website: 'https://example.org/trust',
      source: 'Example feed',
    })
    expect(JSON.stringify(serviceFiles())).not.toMatch(/alert\(1\)|A person|noemail/)
  })

  it('reads the older form of version 1, with numbers for ids and names for fields of its own', async () => {
    const old = await startFeed(1, () => fed)
    try {
      expect(await statesOf({ from: old.address })).toEqual({
        ...{ 'Swimming & play': 'new', Nursery: 'new', 'Other nursery': 'new' },
      })
    } finally {
      await old.close()
    }
    const read = [...readContentFolder(into).services.values()].find(({ slug }) => slug === 'nursery')
    expect(read?.data).toMatchObject({
      categories: ['early-years'],
      whoFor: { youngest: 0, oldest: 4, whoCanUse: 'Children who live here' },
      when: { times: [{ days: ['friday'], opens: '09:00', closes: '12:00' }] },
      where: { places: [{ postcode: 'M33 2UG' }] },
      review: { lastChecked: '2026-11-22', checkedBy: 'nobody yet', nextDue: '2026-11-22' },
      routes: ['0c2f7e0a-1b6e-4a53-8a51-1f0d7c3f5a02'],
    })
    expect(problems()).toEqual([])
  })

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
    const record = readContentFolder(into).services.get(swimming.id)
    expect(record?.data).toMatchObject({
      summary: 'New words.',
      gettingIt: { free: false },
      contact: { website: 'https://example.org/new', telephone: '0161 912 2122' },
    })
    expect(record?.body).toContain('Hoist and changing bench')
    expect(problems()).toEqual([])
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

  it('refuses bad records one by one, each with its reason, and takes the rest', async () => {
    fed = [
      swimming,
      { ...swimming, name: 'Twice' },
      {
        id: '20',
        name: 'For older people',
        minimum_age: 60,
        attributes: [{ taxonomy_term: { name: 'Clubs' } }],
      },
      { id: '21', name: 'Of no kind', attributes: [{ taxonomy_term: { name: 'Qqq' } }] },
      { id: '22', attributes: [] },
      { ...nursery, id: '23', name: 'Crossed', minimum_age: 9, maximum_age: 5, email: 'not one' },
    ]
    const from = join(folder, 'feed.json')
    writeFileSync(from, JSON.stringify({ totalPages: 1, content: fed }))
    const report = await run({ from })
    expect(Object.fromEntries(report.services.map(({ name, why }) => [name, why]))).toEqual({
      'Swimming & play': 'not carried over: an age: it is below 0',
      Twice: expect.stringContaining('twice'),
      'For older people': 'it is for people over 25',
      'Of no kind': expect.stringContaining('--category'),
      '': 'it has no name',
      Crossed: expect.stringMatching(/the youngest is above the oldest.*the email address/),
    })
    expect(report.counts).toMatchObject({ new: 2, refused: 4 })
    expect(await statesOf({ from, fallbackCategory: 'advice-support' })).toMatchObject({
      'Of no kind': 'new',
    })
  })

  it('takes the rest when one service cannot be read whole', async () => {
    const partly = await startServer((request, response) => {
      const url = request.url ?? ''
      if (url.includes('bad')) response.writeHead(500).end()
      else if (url.endsWith('/services'))
        response.end(
          JSON.stringify({
            contents: [
              { id: 'bad', name: 'Bad' },
              { id: '17', name: 'Nursery' },
            ],
            total_pages: 1,
          }),
        )
      else response.end(JSON.stringify(nursery))
    })
    try {
      expect(await statesOf({ from: `${partly.address}/services` })).toEqual({
        Bad: 'refused',
        Nursery: 'new',
      })
    } finally {
      await partly.close()
    }
  })

  it('reads a static host that gives one page for every number, and a file', async () => {
    const page = { contents: [nursery, swimming], total_pages: 4, page_number: 1 }
    const fixed = await startServer((_request, response) => response.end(JSON.stringify(page)))
    try {
      expect((await run({ from: `${fixed.address}/services.json`, write: false })).counts.new).toBe(2)
    } finally {
      await fixed.close()
    }
    const file = join(folder, 'feed.json')
    writeFileSync(file, JSON.stringify([nursery]))
    expect(await statesOf({ from: file, write: false })).toEqual({ Nursery: 'new' })
  })

  it('takes our own open data whole', async () => {
    const file = join(folder, 'directory.json')
    const directory = demonstrationDirectory()
    writeFileSync(file, JSON.stringify(directory))
    const report = await run({ from: file, source: 'Neighbours' })
    expect(
      report.services.filter(({ state }) => state !== 'new').map(({ name, why }) => `${name}: ${why}`),
    ).toEqual([])
    expect(report.counts.new).toBe(directory.services.length)
    expect(problems()).toEqual([])
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
    writeFileSync(join(folder, 'var'), 'a file where a folder should be')
    await expect(run()).rejects.toThrow(/cannot be read|Nothing was written/)
    expect(readdirSync(into).sort()).toEqual(['area.yaml', 'guides', 'pathways', 'routes'])
  })

  it('puts back what it had written when the last file cannot be', async () => {
    await run()
    const before = readContentFolder(into).files
    fed = [{ ...swimming, name: 'Renamed' }, { ...nursery, id: '30', name: 'Newest' }, ...fed.slice(1)]
    cpSync(into, join(folder, 'var/imports/example-feed.json.new'), { recursive: true })
    await expect(run()).rejects.toThrow(/Nothing was written/)
    expect(readContentFolder(into).files).toEqual(before)
    expect(readdirSync(into).filter((name) => name.startsWith('.import'))).toEqual([])
  })
})
