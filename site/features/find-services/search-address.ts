import { readPostcode } from '#records/typed-postcode.ts'
import { type FilterName, filterGroups, type GroupName, isGroupName, termsOf } from './filter-groups.ts'
import { orders, readAges, readMiles, type SearchQuery } from './search-query.ts'

/**
 * A search as it stands in the address, so that it can be shared, bookmarked and come back to:
 * `?q=swimming&age=7&need=autism#near=M33+2UG&within=3`. The postcode stands behind the `#`, which browsers keep to
 * themselves: it is never sent.
 */

/** The two parts of an address that hold a search, without `?` and `#`. */
export interface SearchAddress {
  readonly search: string
  readonly hash: string
}

/** Reads a search. What is unknown is left out and named, such as `need=magic`. */
export function queryOf(
  address: SearchAddress,
  towns: readonly string[],
): { query: SearchQuery; unknown: string[] } {
  const unknown: string[] = []
  const behindHash = [...new URLSearchParams(address.hash)].filter(
    ([key]) => key === 'near' || key === 'within',
  )
  const asked = [...new URLSearchParams(address.search), ...behindHash]
  const first = <T>(name: string, read: (text: string) => T | undefined): T | undefined => {
    const text = asked.find(([key]) => key === name)?.[1].trim()
    const value = text === undefined || text === '' ? undefined : read(text)
    if (text !== undefined && text !== '' && value === undefined) unknown.push(`${name}=${text}`)
    return value
  }
  const all = <T extends string>(name: string, isKnown: (text: string) => text is T): T[] => {
    const texts = [...new Set(asked.flatMap(([key, text]) => (key === name ? [text] : [])))]
    unknown.push(...texts.filter((text) => !isKnown(text)).map((text) => `${name}=${text}`))
    return texts.filter(isKnown)
  }
  const chosen: Partial<Record<GroupName, string[]>> = {}
  for (const { name } of filterGroups) {
    const terms = termsOf(name, towns)
    const ids = all(name, (text): text is string => terms.some(({ id }) => id === text))
    if (ids.length > 0) chosen[name] = ids
  }
  const near = first('near', readPostcode)
  const query: SearchQuery = {
    words: first('q', (text) => text.slice(0, longestWords)) ?? '',
    ages: first('age', (text) => {
      const ages = readAges(text)
      return typeof ages === 'string' ? undefined : ages
    }),
    chosen,
    stated: all('stated', isFilterName),
    near,
    miles: first('within', readMiles),
    order: first('sort', (text) => orders.find((order) => order === text)),
  }
  const strangers = asked
    .filter(([key]) => !isOurs(key) && !isTracking(key))
    .map(([key, text]) => `${key}=${text}`)
  return { query, unknown: [...unknown, ...strangers] }
}

/** The address of a search. Both parts are empty for an empty one. */
export function addressOf({ words, ages, chosen, stated, near, miles, order }: SearchQuery): SearchAddress {
  const search = new URLSearchParams()
  if (words !== '') search.set('q', words)
  if (ages !== undefined) search.set('age', ages[0] === ages[1] ? String(ages[0]) : `${ages[0]}-${ages[1]}`)
  for (const { name } of filterGroups) for (const id of chosen[name] ?? []) search.append(name, id)
  for (const name of stated) search.append('stated', name)
  if (order !== undefined) search.set('sort', order)
  const hash = new URLSearchParams()
  if (near !== undefined) hash.set('near', near)
  if (miles !== undefined) hash.set('within', String(miles))
  return { search: search.toString(), hash: hash.toString() }
}

/** What follows `/services/` in a link to a search. */
export function linkPartOf(query: SearchQuery): string {
  const { search, hash } = addressOf(query)
  return `${search === '' ? '' : `?${search}`}${hash === '' ? '' : `#${hash}`}`
}

function isFilterName(name: string): name is FilterName {
  return name === 'age' || name === 'distance' || isGroupName(name)
}

function isOurs(key: string): boolean {
  return ['q', 'age', 'stated', 'near', 'within', 'sort'].includes(key) || isGroupName(key) || key === ''
}

/** What mail programs and social networks hang on links. */
function isTracking(key: string): boolean {
  return /^(utm_.*|fbclid|gclid|mc_.id)$/.test(key)
}

/** Nobody types more; a link might hold it. */
const longestWords = 200
