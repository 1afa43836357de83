import type { Term } from '#records/pieces.ts'
import { categories, needs } from '#records/taxonomy.ts'
import { slugOf } from '../page-frame/slug-of.ts'

/**
 * What a search can be narrowed by. Each group takes any of its terms; all groups that are on must fit. The towns of an
 * area come from its records, so only their group has no terms here.
 */
export const filterGroups = [
  { name: 'category', legend: 'Category', unsaid: 'category', terms: categories },
  { name: 'need', legend: 'Need', unsaid: 'needs', terms: needs },
  { name: 'cost', legend: 'Cost', unsaid: 'cost', terms: [{ id: 'free', label: 'Free' }] },
  {
    name: 'delivery',
    legend: 'How it happens',
    unsaid: 'how it happens',
    terms: [
      { id: 'in-person', label: 'In person' },
      { id: 'at-home', label: 'At your home' },
      { id: 'online', label: 'Online or by telephone' },
    ],
  },
  {
    name: 'in',
    legend: 'How to get in',
    unsaid: 'how to get in',
    terms: [
      { id: 'drop-in', label: 'Just come' },
      { id: 'self', label: 'You can ask for it yourself' },
      { id: 'professional', label: 'A professional asks for you' },
      { id: 'council', label: 'The council decides' },
    ],
  },
  {
    name: 'access',
    legend: 'Access',
    unsaid: 'access',
    terms: [
      { id: 'wheelchair', label: 'Step-free for wheelchairs' },
      { id: 'toilet', label: 'Accessible toilet' },
      { id: 'changingPlace', label: 'Changing Places toilet' },
      { id: 'hearingLoop', label: 'Hearing loop' },
      { id: 'bsl', label: 'British Sign Language' },
      { id: 'quietSpace', label: 'Quiet space' },
      { id: 'parking', label: 'Disabled parking' },
      { id: 'publicTransport', label: 'Near public transport' },
      { id: 'communicationAids', label: 'Communication aids welcome' },
    ],
  },
  {
    name: 'day',
    legend: 'When',
    unsaid: 'times',
    terms: [
      { id: 'weekday', label: 'Monday to Friday' },
      { id: 'weekend', label: 'Saturday or Sunday' },
      { id: 'evening', label: 'Evening, after 6pm' },
    ],
  },
  {
    name: 'period',
    legend: 'Term or holidays',
    unsaid: 'part of the year',
    terms: [
      { id: 'term', label: 'Term time' },
      { id: 'holidays', label: 'School holidays' },
    ],
  },
  { name: 'town', legend: 'Town or area', unsaid: 'town or area', terms: [] },
] as const satisfies readonly FilterGroup[]

export type GroupName = (typeof filterGroups)[number]['name']

/** Everything that can be left unsaid: the groups, the age and the place. */
export type FilterName = GroupName | 'age' | 'distance'

/** How far away people look, in miles. */
export const mileSteps = [1, 3, 5, 10] as const

/** One group of filters. */
export interface FilterGroup {
  /** Its name in the address. */
  readonly name: string
  readonly legend: string
  /** What a record does not say, as in “does not say its cost”. */
  readonly unsaid: string
  readonly terms: readonly Term[]
}

/** The terms of a group, the towns of these records included. */
export function termsOf(name: GroupName, towns: readonly string[]): readonly Term[] {
  if (name === 'town') return towns.map((town) => ({ id: slugOf(town), label: town }))
  return groupNamed(name).terms
}

/** A group by its name. */
export function groupNamed(name: GroupName): FilterGroup {
  const group = filterGroups.find((each) => each.name === name)
  if (group === undefined) throw new Error(`There is no filter "${name}"`)
  return group
}

/** True for the name of a group, such as one that stands in an address. */
export function isGroupName(name: string): name is GroupName {
  return filterGroups.some((each) => each.name === name)
}
