import type { CategoryId } from '#records/taxonomy.ts'
import type { BrowseList } from '../find-services/browse-lists.ts'

/** Lists of services that young people look for, in the order in which they are shown, each in their own words. */
const wanted = [
  ['clubs-activities', 'Clubs and activities'],
  ['sport-leisure', 'Sport'],
  ['preparing-for-adulthood', 'Getting ready for adult life'],
  ['colleges-training', 'College and training'],
  ['mental-health', 'Feeling better'],
  ['travel', 'Getting about'],
] as const satisfies readonly (readonly [CategoryId, string])[]

/** A list of services under a young person's words. */
export interface ThingToDo {
  readonly href: string
  readonly label: string
  readonly count: number
}

/** The lists of things to do that hold a service. */
export function thingsToDo(
  lists: readonly (Pick<BrowseList, 'base'> & {
    readonly term: { readonly id: string }
    readonly services: readonly unknown[]
  })[],
): ThingToDo[] {
  return wanted.flatMap(([id, label]) =>
    lists
      .filter(({ term, services }) => term.id === id && services.length > 0)
      .map(({ base, services }) => ({ href: base, label, count: services.length })),
  )
}
