import { expect, it } from 'vitest'
import { searchIn } from '../features/find-services/open-search.ts'
import type { SearchFile } from '../features/find-services/search-file.ts'
import { emptyQuery } from '../features/find-services/search-query.ts'
import type { ServiceFacts } from '../features/find-services/service-facts.ts'
import { type FoundPage, foundPage, searchFiles } from './search-files.ts'
import type { SearchedPage } from './searched-page.ts'

const page = (name: string, more: Partial<SearchedPage> = {}, href = `/services/${name}/`): FoundPage =>
  foundPage(href, {
    name,
    summary: '',
    keywords: '',
    body: `All about ${name}.`,
    card: JSON.stringify({ name }),
    kind: undefined,
    worth: 1,
    ...more,
  })
const service = (name: string, more: Partial<ServiceFacts> = {}): ServiceFacts => ({
  id: `/services/${name}/`,
  ages: undefined,
  holds: {},
  lacks: [],
  places: [],
  reach: [],
  ...more,
})
const guide = page('talking', { card: undefined, kind: 'Guide', body: 'Art and talk.' }, '/guides/talking/')
const source = {
  synonyms: [{ find: 'swimming', say: ['paddling'] }],
  services: [service('art', { ages: [4, 9] }), service('gone'), service('swimming')],
}
const pages = [guide, page('swimming'), page('art')]

async function found(words: string, files = searchFiles(source, pages).files) {
  const read = new Map(files.map(({ path, text }) => [`/${path}`, text]))
  const fetchJson = async <T>(address: string): Promise<T> => JSON.parse(read.get(address) ?? '')
  const index: SearchFile = JSON.parse(files[0]?.text ?? '')
  const search = searchIn(index, { towns: [], outwardCodes: [], fetchJson })
  const { services, guidance, shownFor } = await search.search({ ...emptyQuery, words })
  const cards = await Promise.all(services.map((hit) => hit.load()))
  return { names: cards.map(({ card }) => card.name), guidance, shownFor }
}

it('makes files in which the search finds services and guidance by their words', async () => {
  expect(await found('art')).toMatchObject({
    names: ['art'],
    guidance: [{ href: '/guides/talking/', title: 'talking', kind: 'Guide' }],
  })
  expect((await found('')).names).toEqual(['art', 'swimming'])
})

it('makes them so that families’ words and slips find pages too', async () => {
  expect((await found('paddling')).names).toEqual(['swimming'])
  expect(await found('swmiming')).toMatchObject({ names: ['swimming'], shownFor: 'swimming' })
})

it('gives every page the number that the map takes, and passes over services without a page', () => {
  expect([...searchFiles(source, pages).numbers]).toEqual([
    ['/services/art/', '0'],
    ['/services/swimming/', '1'],
    ['/guides/talking/', '2'],
  ])
})

it('keeps the files of another release in another folder', () => {
  const folder = (of: readonly FoundPage[]) =>
    searchFiles(source, of).files[1]?.path.split('/').slice(0, -1).join('/')
  expect(folder(pages)).toMatch(/^search\/assets\/[\w-]{12}$/)
  expect(folder(pages)).toBe(folder(pages))
  expect(folder([guide, page('swimming'), page('art', { body: 'Paint.' })])).not.toBe(folder(pages))
})
