/** What is needed to tell things of the same name apart. */
export interface Named {
  readonly key: string
  readonly name: string
  readonly locality: string
  /** The street or the venue, for two of a name in one town. */
  readonly street: string | undefined
}

/** A name and slug for each key, no two alike. Names that occur once stay as they are. */
export function distinctNames(things: readonly Named[]): Map<string, { name: string; slug: string }> {
  const named = new Map<string, { name: string; slug: string }>()
  const slugs = new Set<string>()
  for (const thing of [...things].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const name = distinctName(thing, things)
    named.set(thing.key, { name, slug: freeSlug(name, slugs) })
  }
  return named
}

/** The first of the name, with its town, with its street, with the whole first line, that no namesake has. */
function distinctName(thing: Named, things: readonly Named[]): string {
  const namesakes = things.filter((each) => each.name === thing.name && each.key !== thing.key)
  if (namesakes.length === 0) return thing.name
  const ways = [(each: Named) => each.locality, streetOf, (each: Named) => each.street?.split(', ')[0]]
  const way = ways.find((words) => {
    const own = words(thing)
    return own !== undefined && namesakes.every((each) => words(each) !== own)
  })
  return way === undefined ? thing.name : `${thing.name} (${way(thing) ?? ''})`
}

/** The street or shopping centre without its numbers: `Unit 4, Eden Square` is `Eden Square`. */
function streetOf({ street }: Named): string | undefined {
  return street
    ?.split(', ')
    .find((part) => !/^unit\b/i.test(part))
    ?.replace(/^\d+\w? /, '')
}

function freeSlug(name: string, taken: Set<string>): string {
  const wanted = slugOf(name)
  let slug = wanted
  for (let number = 2; taken.has(slug); number += 1) slug = `${wanted}-${number}`
  taken.add(slug)
  return slug
}

/** A readable address part: small letters, digits and hyphens, at most 70 characters, cut at a word. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’']/g, '')
    .replace(/&/g, ' and ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return plain.length <= 70 ? plain : plain.slice(0, 71).replace(/-[^-]*$/, '')
}
