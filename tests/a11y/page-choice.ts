/** Chooses the pages that stand for all others, for audits too slow to look at every page; pure. */

/** What a page shows, as words such as `has:access.parking` or `kind=Primary school`; pages without are known by address alone. */
export type Features = ReadonlyMap<string, ReadonlySet<string>>

export type Limits = {
  /** pages altogether */
  pages: number
  /** pages of the kind with the most features, the services, as long as each feature occurs */
  instances: number
}

/**
 * Each template, the first and last page of each kind of listing, and enough pages of each kind of record that
 * every feature occurs at least once.
 * @param addresses all pages of the release
 * @throws {Error} when the templates alone are more than the limit
 */
export function choosePages(addresses: readonly string[], features: Features, limits: Limits): string[] {
  const chosen = new Set<string>()
  const records: string[][] = []
  for (const group of groupByTemplate(addresses).values()) {
    const isRecords = group.length > 2 && group.some((address) => features.has(address))
    if (isRecords) records.push(group)
    else for (const address of [group[0], group.at(-1)]) if (address) chosen.add(address)
  }
  records.sort((a, b) => a.length - b.length)
  for (const group of records) {
    const room = limits.pages - chosen.size
    for (const address of coverFeatures(group, features, Math.min(limits.instances, group.length), room))
      chosen.add(address)
  }
  if (chosen.size > limits.pages) {
    throw new Error(`The templates alone are ${chosen.size} pages, over the limit of ${limits.pages}.`)
  }
  return [...chosen].sort()
}

/** Pages of one template: records differ in the last part of the address, pages of a listing in its number. */
function groupByTemplate(addresses: readonly string[]): Map<string, string[]> {
  const all = new Set(addresses)
  const groups = new Map<string, string[]>()
  for (const address of addresses) {
    const template = templateOf(address, all)
    groups.set(template, [...(groups.get(template) ?? []), address])
  }
  for (const group of groups.values()) group.sort(byNumberThenName)
  return groups
}

/**
 * The first page of a listing has no number, and is known by its second. `/services/category/health/` and
 * `/services/category/leisure/` are listings of one kind; `/services/a-to-z/` is a kind of its own.
 */
function templateOf(address: string, all: ReadonlySet<string>): string {
  const parts = address.split('/').filter(Boolean)
  const isNumbered = /^\d+$/.test(parts.at(-1) ?? '')
  if (isNumbered || all.has(`${address}2/`)) {
    const listing = isNumbered ? parts.slice(0, -1) : parts
    return `listing ${listing.length > 2 ? [...listing.slice(0, -1), '*'].join('/') : listing.join('/')}`
  }
  // A page that belongs to a record's page, such as its booklet: `/guides/appeals/print/`.
  const owner = `/${parts.slice(0, -1).join('/')}/`
  if (parts.length > 2 && all.has(owner)) return `${parts.slice(0, -2).join('/')}/*/${parts.at(-1)}`
  return parts.length < 2 ? address : `${parts.slice(0, -1).join('/')}/*`
}

/** `/services/page/10/` comes after `/services/page/9/`. */
function byNumberThenName(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}

/** Takes the page with the most features not yet seen, until all are seen and `wanted` pages taken, or there is no room. */
function coverFeatures(group: readonly string[], features: Features, wanted: number, room: number): string[] {
  const left = new Set(group)
  const seen = new Set<string>()
  const taken: string[] = []
  while (taken.length < room && left.size > 0) {
    let best: string | undefined
    let bestGain = -1
    for (const address of left) {
      const gain = [...(features.get(address) ?? [])].filter((feature) => !seen.has(feature)).length
      if (gain > bestGain) [best, bestGain] = [address, gain]
    }
    if (best === undefined || (bestGain === 0 && taken.length >= wanted)) break
    left.delete(best)
    taken.push(best)
    for (const feature of features.get(best) ?? []) seen.add(feature)
  }
  return taken
}
