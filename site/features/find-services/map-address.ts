/**
 * Whether the map is open, as it stands in the address beside the search: `view=map`. It opens the map's place on the
 * page; the pictures are asked for only once a person says so.
 */

/** Reads it. `search` is what is left for the search, as `location.search` has it. */
export function readView(search: string): { map: boolean; search: string } {
  const asked = new URLSearchParams(search)
  const map = asked.get('view') === 'map'
  if (map) asked.delete('view')
  const left = asked.toString()
  return { map, search: map ? (left === '' ? '' : `?${left}`) : search }
}

/** A link to a search (`?q=swimming#near=M33+2UG`) with the map open, or as it is. */
export function withView(link: string, map: boolean): string {
  if (!map) return link
  const [search = '', hash] = link.split('#', 2)
  return `${search}${search === '' ? '?' : '&'}view=map${hash === undefined ? '' : `#${hash}`}`
}
