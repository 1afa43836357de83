import { byLetters } from '#records/by-letters.ts'
import { ageBands, categories, needs } from '#records/taxonomy.ts'
import { slugOf } from '../page-frame/slug-of.ts'
import type { ServiceEntry } from '../records/site-records.ts'
import { townsOf } from './service-facts.ts'

/** A way to browse: the term, its address and how many services it holds. */
export interface BrowseList {
  readonly term: BrowseTerm
  readonly base: string
  readonly services: readonly ServiceEntry[]
}

/** What a list is of, with a sentence on what that means. */
export interface BrowseTerm {
  readonly id: string
  readonly label: string
  readonly means: string
}

/** The categories that hold a service, in the order of the taxonomy. */
export function categoryLists(services: readonly ServiceEntry[]): BrowseList[] {
  return listsOf('category', categories, services, ({ data }, id) =>
    data.categories.some((each) => each === id),
  )
}

/** The needs that a service names, in the order of the taxonomy. Services for everyone name none. */
export function needLists(services: readonly ServiceEntry[]): BrowseList[] {
  return listsOf('need', needs, services, ({ data }, id) => data.whoFor.needs.some((each) => each === id))
}

/** Age bands, each with the services whose ages overlap it. A missing bound is open; without both, a service does not say. */
export function ageLists(services: readonly ServiceEntry[]): BrowseList[] {
  const bands = ageBands.map(({ id, label, from, to }) => ({
    id,
    label,
    means: `They take ages ${from} to ${to}, or some of them.`,
    from,
    to,
  }))
  return bands.flatMap((band) =>
    listsOf('age', [band], services, ({ data: { whoFor } }) => {
      const { youngest, oldest } = whoFor
      if (youngest === undefined && oldest === undefined) return false
      return (youngest ?? 0) <= band.to && (oldest ?? 25) >= band.from
    }),
  )
}

/** Towns and areas that services are in or say they serve, by name. */
export function townLists(services: readonly ServiceEntry[]): BrowseList[] {
  const named = services.map((service) => ({ service, towns: townsOf(service.data) }))
  const towns = [...new Set(named.flatMap((each) => each.towns))]
  const held = Map.groupBy(
    named.flatMap(({ service, towns }) => [...new Set(towns.map(slugOf))].map((id) => ({ id, service }))),
    ({ id }) => id,
  )
  return towns.sort(byLetters).map((town) => ({
    term: { id: slugOf(town), label: town, means: `In ${town}, or for people who live there.` },
    base: `/services/area/${slugOf(town)}/`,
    services: (held.get(slugOf(town)) ?? []).map(({ service }) => service),
  }))
}

function listsOf(
  path: string,
  terms: readonly BrowseTerm[],
  services: readonly ServiceEntry[],
  holds: (service: ServiceEntry, id: string) => boolean,
): BrowseList[] {
  return terms
    .map(({ id, label, means }) => ({
      term: { id, label, means },
      base: `/services/${path}/${id}/`,
      services: services.filter((service) => holds(service, id)),
    }))
    .filter((list) => list.services.length > 0)
}
