import { beforeEach, describe, expect, it } from 'vitest'
import { createSearchIndex, type SearchIndex, type SearchParts } from './search-index.ts'
import { emptyQuery } from './search-query.ts'
import type { ServiceFacts } from './service-facts.ts'
import type { WordIndex } from './word-index.ts'

/** Two services and a guide, by name; the second service is nearer to M33 2UG. */
const services: ServiceFacts[] = [
  service('0', { places: [[53.5, -2.3]], holds: { cost: ['paid'] } }),
  service('1', { places: [[53.42, -2.31]], reach: ['at-home'] }),
]
const pages = ['art club swimming', 'swimming club', 'clubs club']
const guide = { href: '/guide/', title: 'The guide', kind: 'Guide' }

let index: SearchIndex
let parts: SearchParts
beforeEach(() => {
  parts = {
    words: wordsOf((text) => pages.flatMap((page, id) => (hasAll(page, text) ? [String(id)] : [])).reverse()),
    services,
    guidance: [guide],
    towns: [],
    synonyms: [],
    outwardCodes: ['M33'],
    fetchLocated: () => Promise.resolve(services),
    fetchVocabulary: () => Promise.resolve(['swimming', 'club', 'clubs', 'art']),
    fetchService: (id) => Promise.reject(new Error(`Nobody asked for service ${id}.`)),
    fetchPostcodes: () => Promise.resolve({ '2UG': [534200, -23100] as const }),
  }
  index = createSearchIndex(parts)
})

describe('the search', () => {
  it('finds services and guidance together, each in its group', async () => {
    const found = await index.search({ ...emptyQuery, words: 'club' })
    expect(found.services.map(({ id }) => id)).toEqual(['1', '0'])
    expect(found.guidance).toEqual([guide])
    expect(found.order).toBe('match')
  })
  it('orders by name, and by distance once it knows where', async () => {
    const ids = async (query: object) =>
      (await index.search({ ...emptyQuery, ...query })).services.map(({ id }) => id)
    expect(await ids({ order: 'match' })).toEqual(['0', '1'])
    expect(await ids({ near: 'M33 2UG' })).toEqual(['1', '0'])
    expect(await ids({ words: 'club', order: 'name' })).toEqual(['0', '1'])
    expect(await ids({ order: 'distance' })).toEqual(['0', '1'])
  })
  it('goes on without a postcode that it does not know', async () => {
    const found = await index.search({ ...emptyQuery, near: 'B1 1AA', miles: 1 })
    expect(found.placeUnknown).toBe(true)
    expect(found.services).toHaveLength(2)
  })
  it('shows ten services and no long tail when no page has all the words, those that fit first', async () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      service(String(at), { holds: { cost: [at === 39 ? 'free' : 'paid'] } }),
    )
    const long = createSearchIndex({
      ...parts,
      words: wordsOf((text) => (text === 'club' ? many.map(({ id }) => id) : [])),
      services: many,
      fetchVocabulary: () => Promise.resolve(['club', 'zebra']),
    })
    const found = await long.search({ ...emptyQuery, words: 'zebra club' })
    expect(found.partly).toBe(true)
    expect(found.services).toHaveLength(10)
    const free = await long.search({ ...emptyQuery, words: 'zebra club', chosen: { cost: ['free'] } })
    expect(free.services.map(({ id }) => id)).toEqual(['39'])
  })
  it('says what to leave out when nothing fits', async () => {
    const chosen = { cost: ['free'] }
    const found = await index.search({ ...emptyQuery, words: 'art', chosen })
    expect([...found.services, ...found.unsaid]).toEqual([])
    expect(found.widenings).toEqual([
      { drop: 'cost', brings: 1 },
      { drop: 'words', brings: 1 },
    ])
  })
})

function service(id: string, more: Partial<ServiceFacts>): ServiceFacts {
  return { id, ages: undefined, holds: {}, lacks: [], places: [], reach: [], ...more }
}

/** A list of words that finds these pages for a text, the first one best. */
function wordsOf(find: (text: string) => readonly string[]): WordIndex {
  const hits = (text: string) => find(text).map((id, place) => ({ id, score: 100 - place }))
  return {
    find: (text) => Promise.resolve(hits(text)),
    holds: (word) => Promise.resolve(hits(word).length > 0),
  }
}

function hasAll(page: string, text: string): boolean {
  return text.split(' ').every((word) => page.includes(word))
}
