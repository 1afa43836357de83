import { beforeEach, describe, expect, it } from 'vitest'
import type { PagefindResult } from './pagefind-browser.ts'
import { createSearchIndex, type SearchIndex, type SearchParts } from './search-index.ts'
import { emptyQuery } from './search-query.ts'
import type { ServiceFacts } from './service-facts.ts'

/** Two services and a guide, by name; the second service is nearer to M33 2UG. */
const services: ServiceFacts[] = [
  service('art', { places: [[53.5, -2.3]], holds: { cost: ['paid'] } }),
  service('swim', { places: [[53.42, -2.31]], reach: ['at-home'] }),
]
const pages: Readonly<Record<string, string>> = {
  swim: 'swimming club',
  art: 'art club swimming',
  guide: 'clubs club',
}

let index: SearchIndex
let parts: SearchParts
beforeEach(async () => {
  const search = (words: string | null) =>
    Promise.resolve({
      results: Object.entries(pages)
        .filter(([, text]) => words === null || words.split(' ').every((word) => text.includes(word)))
        .map(([id], place) => page(id, 9 - place)),
    })
  parts = {
    pagefind: { search, options: () => Promise.resolve(), init: () => Promise.resolve() },
    services,
    towns: [],
    synonyms: [],
    vocabulary: ['swimming', 'club', 'clubs', 'art'],
    outwardCodes: ['M33'],
    fetchPostcodes: () => Promise.resolve({ '2UG': [534200, -23100] as const }),
  }
  index = await createSearchIndex(parts)
})

describe('the search', () => {
  it('finds services and guidance together, each in its group', async () => {
    const found = await index.search({ ...emptyQuery, words: 'club' })
    expect(found.services.map(({ id }) => id)).toEqual(['swim', 'art'])
    expect(found.guidance).toEqual([{ href: '/guide/', title: 'The guide', kind: 'Guide' }])
    expect(found.order).toBe('match')
  })
  it('orders by name, and by distance once it knows where', async () => {
    const ids = async (query: object) =>
      (await index.search({ ...emptyQuery, ...query })).services.map(({ id }) => id)
    expect(await ids({ order: 'match' })).toEqual(['art', 'swim'])
    expect(await ids({ near: 'M33 2UG' })).toEqual(['swim', 'art'])
    expect(await ids({ words: 'club', order: 'name' })).toEqual(['art', 'swim'])
    expect(await ids({ order: 'distance' })).toEqual(['art', 'swim'])
  })
  it('goes on without a postcode that it does not know', async () => {
    const found = await index.search({ ...emptyQuery, near: 'B1 1AA', miles: 1 })
    expect(found.placeUnknown).toBe(true)
    expect(found.services).toHaveLength(2)
  })
  it('shows ten services and no long tail when no page has all the words, those that fit first', async () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      service(`s${at}`, { holds: { cost: [at === 39 ? 'free' : 'paid'] } }),
    )
    const every = many.map(({ id }) => page(id, 1))
    const searching = (words: string | null) =>
      Promise.resolve({ results: words === null || words === 'club' ? every : [] })
    const long = await createSearchIndex({
      ...parts,
      pagefind: { ...parts.pagefind, search: searching },
      services: many,
      vocabulary: ['club', 'zebra'],
    })
    const found = await long.search({ ...emptyQuery, words: 'zebra club' })
    expect(found.partly).toBe(true)
    expect(found.services).toHaveLength(10)
    const free = await long.search({ ...emptyQuery, words: 'zebra club', chosen: { cost: ['free'] } })
    expect(free.services.map(({ id }) => id)).toEqual(['s39'])
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

function page(id: string, score: number): PagefindResult {
  const data = () => Promise.resolve({ url: `/${id}/`, excerpt: '', meta: { title: `The ${id}` } })
  return { id, score, data }
}
