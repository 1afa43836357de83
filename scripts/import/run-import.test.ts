import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demonstrationDirectory } from '../../tests/support/demonstration-directory.ts'
import {
  type FedService,
  nursery,
  startFeed,
  startServer,
  swimming,
  type TestServer,
} from './feed-server.fixture.ts'
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
const statesOf = async (order: Partial<ImportOrder> = {}) =>
  Object.fromEntries((await run(order)).services.map(({ name, state }) => [name, state]))

describe('importing a feed', () => {
  it('is a trial unless told to write: the report says what would be, and nothing is written', async () => {
    const report = await run({ write: false })
    expect(report).toMatchObject({ written: false, counts: { new: 3, changed: 0, unchanged: 0, refused: 0 } })
    expect(readdirSync(place.into).sort()).toEqual(['area.yaml', 'routes'])
    expect(readdirSync(place.folder)).toEqual(['content'])
  })

  it('writes records that pass the content check, without HTML, bad ages and placeholders', async () => {
    await run()
    expect(place.problems()).toEqual([])
    const { services, providers } = place.content()
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
    const read = [...place.content().services.values()].find(({ slug }) => slug === 'nursery')
    expect(read?.data).toMatchObject({
      categories: ['early-years'],
      whoFor: { youngest: 0, oldest: 4, whoCanUse: 'Children who live here' },
      when: { times: [{ days: ['friday'], opens: '09:00', closes: '12:00' }] },
      where: { places: [{ postcode: 'M33 2UG' }] },
      review: { lastChecked: '2026-11-22', checkedBy: 'nobody yet', nextDue: '2026-11-22' },
      routes: ['0c2f7e0a-1b6e-4a53-8a51-1f0d7c3f5a02'],
    })
    expect(place.problems()).toEqual([])
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
    const from = join(place.folder, 'feed.json')
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
    const file = join(place.folder, 'feed.json')
    writeFileSync(file, JSON.stringify([nursery]))
    expect(await statesOf({ from: file, write: false })).toEqual({ Nursery: 'new' })
  })

  it('takes our own open data whole', async () => {
    const file = join(place.folder, 'directory.json')
    const directory = demonstrationDirectory()
    writeFileSync(file, JSON.stringify(directory))
    const report = await run({ from: file, source: 'Neighbours' })
    expect(
      report.services.filter(({ state }) => state !== 'new').map(({ name, why }) => `${name}: ${why}`),
    ).toEqual([])
    expect(report.counts.new).toBe(directory.services.length)
    expect(place.problems()).toEqual([])
  })
})
