import { type CollectionEntry, getCollection } from 'astro:content'
import type { Area } from '#records/area.ts'
import { guideTopics } from '#records/guide.ts'

/** The records of this build, typed, by id and by slug. Pages take records from here alone. */

export type ServiceEntry = CollectionEntry<'services'>
export type GuideEntry = CollectionEntry<'guides'>
export type EasyReadEntry = CollectionEntry<'easy-read'>
export type PathwayEntry = CollectionEntry<'pathways'>
export type RouteEntry = CollectionEntry<'routes'>
export type SaidEntry = CollectionEntry<'you-said-we-did'>

/** Collections with a page for each record, and those that are listed. */
export type PagedCollection = 'services' | 'guides' | 'easy-read' | 'pathways' | 'routes' | 'you-said-we-did'

/** The area's settings. @throws Error when the content has none */
export async function readArea(): Promise<Area> {
  const [area] = await getCollection('area')
  if (area === undefined) throw new Error('area.yaml is missing. Every site needs its area settings.')
  return area.data
}

/** All services that are not closed for good, by name. */
export async function listServices(): Promise<ServiceEntry[]> {
  const services = await getCollection('services', ({ data }) => data.status !== 'closed')
  return services.sort((a, b) => a.data.name.localeCompare(b.data.name, 'en-GB'))
}

/** Every service that has a page, closed ones too. */
export async function allServices(): Promise<ServiceEntry[]> {
  return getCollection('services')
}

/** Guides by topic, each in the order in which editors put them in it. */
export async function listGuides(): Promise<GuideEntry[]> {
  const guides = await getCollection('guides')
  return guides.sort(
    (a, b) =>
      topicPlace(a) - topicPlace(b) ||
      a.data.order - b.data.order ||
      a.data.title.localeCompare(b.data.title, 'en-GB'),
  )
}

/** Pathways by title. */
export async function listPathways(): Promise<PathwayEntry[]> {
  return byTitle(await getCollection('pathways'))
}

/** Escalation routes by title. */
export async function listRoutes(): Promise<RouteEntry[]> {
  return byTitle(await getCollection('routes'))
}

/** "You said, we did" entries, the newest first. */
export async function listSaid(): Promise<SaidEntry[]> {
  const said = await getCollection('you-said-we-did')
  return said.sort(
    (a, b) =>
      b.data.published.localeCompare(a.data.published) || a.data.title.localeCompare(b.data.title, 'en-GB'),
  )
}

/** The provider with this id. @throws Error when there is none, which the content check prevents */
export async function providerOf(id: string): Promise<CollectionEntry<'providers'>['data']> {
  const provider = (await getCollection('providers')).find(({ data }) => data.id === id)
  if (provider === undefined) throw new Error(`There is no provider with the id ${id}`)
  return provider.data
}

/** The routes with these ids, in their order. */
export async function routesOf(ids: readonly string[]): Promise<RouteEntry[]> {
  return inOrder(ids, await getCollection('routes'))
}

/** The pathways with these ids, in their order. */
export async function pathwaysOf(ids: readonly string[]): Promise<PathwayEntry[]> {
  return inOrder(ids, await getCollection('pathways'))
}

/** The address of a record's page; entries of "You said, we did" stand on one page. */
export function pathOfRecord(collection: PagedCollection, slug: string): string {
  return collection === 'you-said-we-did' ? `/you-said-we-did/#${slug}` : `/${collection}/${slug}/`
}

function inOrder<E extends { data: { id: string } }>(ids: readonly string[], entries: readonly E[]): E[] {
  return ids.flatMap((id) => entries.filter((each) => each.data.id === id))
}

function topicPlace({ data }: GuideEntry): number {
  return guideTopics.findIndex(({ id }) => id === data.topic)
}

function byTitle<E extends { data: { title: string } }>(entries: E[]): E[] {
  return entries.sort((a, b) => a.data.title.localeCompare(b.data.title, 'en-GB'))
}
