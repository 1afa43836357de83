import { type CollectionEntry, getCollection } from 'astro:content'
import type { Area } from '#records/area.ts'
import { byLetters } from '#records/by-letters.ts'
import { guideTopics } from '#records/guide-topics.ts'
import { onceABuild } from './once-a-build.ts'

/** The records of this build, typed, by id and by slug. Pages take records from here alone. */

export type ServiceEntry = CollectionEntry<'services'>
export type ProviderEntry = CollectionEntry<'providers'>
export type GuideEntry = CollectionEntry<'guides'>
export type EasyReadEntry = CollectionEntry<'easy-read'>
export type PathwayEntry = CollectionEntry<'pathways'>
export type RouteEntry = CollectionEntry<'routes'>

/** The area's settings. @throws Error when the content has none */
export const readArea = onceABuild(async (): Promise<Area> => {
  const [area] = await getCollection('area')
  if (area === undefined) throw new Error('area.yaml is missing. Every site needs its area settings.')
  return area.data
})

/** All services that are not closed for good, by name. */
export const listServices = onceABuild(async (): Promise<readonly ServiceEntry[]> => {
  const open = (await allServices()).filter(({ data }) => data.status !== 'closed')
  return open.sort((a, b) => byLetters(a.data.name, b.data.name))
})

/** Every service that has a page, closed ones too. */
export const allServices = onceABuild((): Promise<readonly ServiceEntry[]> => getCollection('services'))

/** Every provider. */
export const allProviders = onceABuild((): Promise<readonly ProviderEntry[]> => getCollection('providers'))

/** Guides by topic, each in the order in which editors put them in it. */
export const listGuides = onceABuild(async (): Promise<readonly GuideEntry[]> => {
  const guides = await getCollection('guides')
  return guides.sort(
    (a, b) =>
      topicPlace(a) - topicPlace(b) || a.data.order - b.data.order || byLetters(a.data.title, b.data.title),
  )
})

/** Pathways: first those that editors gave a place, then the others by title. */
export const listPathways = onceABuild(
  async (): Promise<readonly PathwayEntry[]> => inPlace(await getCollection('pathways')),
)

/** Escalation routes: first those that editors gave a place, then the others by title. */
export const listRoutes = onceABuild(
  async (): Promise<readonly RouteEntry[]> => inPlace(await getCollection('routes')),
)

/** The provider with this id. @throws Error when there is none, which the content check prevents */
export async function providerOf(id: string): Promise<ProviderEntry['data']> {
  const provider = (await providersById()).get(id)
  if (provider === undefined) throw new Error(`There is no provider with the id ${id}`)
  return provider
}

/** The routes with these ids, in their order. */
export async function routesOf(ids: readonly string[]): Promise<RouteEntry[]> {
  return inOrder(ids, await listRoutes())
}

/** The pathways with these ids, in their order. */
export async function pathwaysOf(ids: readonly string[]): Promise<PathwayEntry[]> {
  return inOrder(ids, await listPathways())
}

const providersById = onceABuild(
  async () => new Map((await allProviders()).map(({ data }) => [data.id, data])),
)

function inOrder<E extends { data: { id: string } }>(ids: readonly string[], entries: readonly E[]): E[] {
  return ids.flatMap((id) => entries.filter((each) => each.data.id === id))
}

function topicPlace({ data }: GuideEntry): number {
  return guideTopics.findIndex(({ id }) => id === data.topic)
}

function inPlace<E extends { data: { title: string; order?: number | undefined } }>(entries: E[]): E[] {
  const placeOf = ({ data }: E) => data.order ?? Number.POSITIVE_INFINITY
  return entries.sort((a, b) => {
    const [first, second] = [placeOf(a), placeOf(b)]
    return first === second ? byLetters(a.data.title, b.data.title) : first - second
  })
}
