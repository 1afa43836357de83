import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { packFacts, unpackFacts } from '../features/find-services/facts-file.ts'
import { factsForIndex, indexedPages, wordsForIndex } from './search-files.ts'

const fragment = (id: string, page: object) => ({
  path: `fragment/${id}.pf_fragment`,
  content: gzipSync(`pagefind_dcd${JSON.stringify(page)}`),
})
const files = [
  fragment('en_1', { url: '/services/club/', content: 'Club. A club in Sale, M33 2UG.' }),
  { path: 'pagefind.js', content: new Uint8Array() },
]

it('reads the pages of a search index', () => {
  expect(indexedPages(files)).toEqual([
    { id: 'en_1', url: '/services/club/', content: 'Club. A club in Sale, M33 2UG.' },
  ])
})

it('gives facts the ids of the index, and words every word on its pages, frequent ones first', () => {
  const club = { id: '/services/club/', ages: undefined, holds: {}, lacks: [], places: [], reach: [] }
  const facts = factsForIndex(packFacts([club], []), indexedPages(files))
  expect(unpackFacts(facts)[0]?.id).toBe('en_1')
  const synonyms = [{ find: 'club', say: ['gathering'] }]
  expect(wordsForIndex({ synonyms }, indexedPages(files))).toEqual({
    synonyms,
    vocabulary: ['club', 'gathering', 'sale'],
  })
})
