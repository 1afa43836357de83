import type { OpenReferralPart } from './define-record.ts'
import type { OpenDirectory, OpenService } from './open-referral-entities.ts'

/** A page of a list, as Open Referral UK wraps it. Pages are counted from 1. */
export interface OpenPage<T> {
  readonly total_items: number
  readonly total_pages: number
  readonly page_number: number
  /** How many entries this page holds. */
  readonly size: number
  readonly first_page: boolean
  readonly last_page: boolean
  readonly empty: boolean
  readonly contents: readonly T[]
}

/** The entries of one page. A page behind the last one is empty. */
export function pageOf<T>(entries: readonly T[], page: number, perPage: number): OpenPage<T> {
  const contents = entries.slice((page - 1) * perPage, page * perPage)
  const pages = Math.max(1, Math.ceil(entries.length / perPage))
  return {
    total_items: entries.length,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  }
}

/** An entity as a list shows it: without the collections inside it. A service keeps its organisation. */
export function listItemOf(entity: OpenReferralPart): OpenReferralPart {
  const kept = Object.entries(entity)
    .filter(([, value]) => !Array.isArray(value))
    .map(([name, value]): [string, unknown] =>
      typeof value === 'object' && value !== null ? [name, listItemOf({ ...value })] : [name, value],
    )
  return Object.fromEntries(kept)
}

/** A service at one of its places, whole. */
export interface OpenServiceAtLocation extends OpenReferralPart {
  readonly id: string
  readonly service: OpenService
}

/** Every service at every place that it names. */
export function servicesAtLocations({ services }: OpenDirectory): OpenServiceAtLocation[] {
  return services.flatMap(({ service_at_locations: places = [], ...service }) =>
    places.map((place) => ({ ...place, service })),
  )
}

/** What the root of the interface says of itself. */
export const openReferralRoot = {
  version: 'HSDS-UK-3.0',
  profile: 'https://docs.openreferraluk.org/en/latest/',
  openapi_url: 'https://openreferraluk.org/specifications/3.0/openapi.json',
}
