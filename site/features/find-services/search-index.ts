import { filtersOf, needNotStated, type SearchFilters, type SearchQuery } from './search-query.ts'
import type { ServiceCardData } from './service-card.ts'

/** The search of this site: Pagefind, which runs in the browser, so that nobody learns what a family looks for. */
export interface SearchIndex {
  search(query: SearchQuery): Promise<Found>
}

/** What a search found. */
export interface Found {
  /** Services, best match first; with needs asked for, those that name one of them. */
  readonly services: readonly Hit<ServiceCardData>[]
  /** Services that match otherwise but do not say which needs they are for. */
  readonly notStated: readonly Hit<ServiceCardData>[]
  /** Up to three guides, pathways and routes on the same words. */
  readonly guidance: readonly GuidanceHit[]
  /** How many services match the words, by id of category and need. */
  readonly categoryCounts: Readonly<Record<string, number>>
  readonly needCounts: Readonly<Record<string, number>>
}

/** One result, whose text is fetched only when it is shown. */
export interface Hit<T> {
  readonly id: string
  load(): Promise<{ card: T; excerpt: string }>
}

export interface GuidanceHit {
  readonly href: string
  readonly title: string
  readonly kind: string
}

/** Opens the index that the build made, at `address` (`/pagefind/pagefind.js`). @throws when it cannot be fetched */
export async function openSearchIndex(address: string): Promise<SearchIndex> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ address)
  // Without a worker: then only the pages with a search need 'wasm-unsafe-eval', not the worker's script too.
  await pagefind.options({ noWorker: true, excerptLength: 22 })
  await pagefind.init()
  // Counts beside filters come with a search only once the filters are known.
  await pagefind.filters()
  return { search: (query) => search(pagefind, query) }
}

async function search(pagefind: Pagefind, query: SearchQuery): Promise<Found> {
  const words = query.words === '' ? null : query.words
  const sort = words === null ? { sort: { name: 'asc' } as const } : {}
  const find = (filters: SearchFilters) => pagefind.search(words, { filters, ...sort })
  const [services, others, guidance] = await Promise.all([
    find(filtersOf(query, query.needs)),
    query.needs.length === 0 ? undefined : find(filtersOf(query, [needNotStated])),
    words === null ? undefined : find({ collection: 'guidance' }),
  ])
  return {
    services: services.results.map(serviceHit),
    notStated: others?.results.map(serviceHit) ?? [],
    guidance: await Promise.all((guidance?.results ?? []).slice(0, 3).map(guidanceHit)),
    categoryCounts: services.totalFilters['category'] ?? {},
    needCounts: services.totalFilters['need'] ?? {},
  }
}

function serviceHit({ id, data }: PagefindResult): Hit<ServiceCardData> {
  return {
    id,
    load: async () => {
      const { meta, excerpt } = await data()
      const card: ServiceCardData = JSON.parse(meta['card'] ?? '')
      return { card, excerpt }
    },
  }
}

async function guidanceHit({ data }: PagefindResult): Promise<GuidanceHit> {
  const { url, meta } = await data()
  return { href: url, title: meta['title'] ?? url, kind: meta['kind'] ?? 'Guide' }
}

/** The part of Pagefind's browser module that is used here. */
interface Pagefind {
  options(options: { noWorker: boolean; excerptLength: number }): Promise<void>
  init(): Promise<void>
  filters(): Promise<unknown>
  search(
    words: string | null,
    options: { filters: SearchFilters; sort?: { name: 'asc' } },
  ): Promise<{
    results: PagefindResult[]
    totalFilters: Readonly<Record<string, Readonly<Record<string, number>>>>
  }>
}

interface PagefindResult {
  readonly id: string
  data(): Promise<{ url: string; excerpt: string; meta: Readonly<Record<string, string>> }>
}
