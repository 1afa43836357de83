import type { Service } from '#records/service.ts'
import { townOf } from '../service-page/present-service.ts'
import type { Point } from './distance.ts'
import type { Locate } from './service-facts.ts'

/** What the map knows of every service, `/services/map.json`. Fetched only when a person asks for the map. */
export interface MapFile {
  readonly services: readonly MapService[]
}

/** A service as the map shows it, or says why it does not. */
export interface MapService {
  /** Its page, or the id that the search index has for it. */
  readonly id: string
  readonly href: string
  readonly name: string
  /** `Primary school, Sale` */
  readonly about: string
  /** Where people go, in degrees; none when it is not on the map. */
  readonly places: readonly Point[]
  /** Why it is not on the map. */
  readonly off?: OffMap
}

/** Why a service is no point on a map. */
export type OffMap = (typeof offMapReasons)[number]

export const offMapReasons = ['at-home', 'online', 'area-wide', 'private', 'unsaid'] as const

/** What the map knows of a service. Who only comes home or is online is no point, wherever its office is. */
export function mapServiceOf(slug: string, service: Service, locate: Locate): MapService {
  const { where, name, kind } = service
  const href = `/services/${slug}/`
  const about = [kind, townOf(where)].filter((each) => each !== undefined).join(', ')
  const places = where.places.flatMap(({ latitude, longitude, postcode }): Point[] => {
    const place =
      latitude !== undefined && longitude !== undefined ? ([latitude, longitude] as const) : locate(postcode)
    return place === undefined ? [] : [[rounded(place[0]), rounded(place[1])]]
  })
  const off = whyOffMap(service, places)
  return { id: href, href, name, about, places: off === undefined ? places : [], ...(off && { off }) }
}

/** The file with the ids of the search index in place of addresses. Services that the index does not have are left out. */
export function mapWithIndexIds(file: MapFile, idOf: ReadonlyMap<string, string>): MapFile {
  const services = file.services.flatMap((service) => {
    const id = idOf.get(service.href)
    return id === undefined ? [] : [{ ...service, id }]
  })
  return { services }
}

function whyOffMap({ where, whoFor }: Service, places: readonly Point[]): OffMap | undefined {
  const { delivery, confidentialAddress } = where
  if (confidentialAddress === true) return 'private'
  const inPerson = delivery.length === 0 || delivery.includes('in-person')
  if (inPerson && places.length > 0) return undefined
  if (delivery.includes('at-home')) return 'at-home'
  if (delivery.includes('online')) return 'online'
  return whoFor.coverage === 'area-wide' || whoFor.coverage === 'beyond' ? 'area-wide' : 'unsaid'
}

/** To a metre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}
