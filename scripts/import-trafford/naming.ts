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

function distinctName(thing: Named, things: readonly Named[]): string {
  const alike = things.filter((each) => each.name === thing.name && each.key !== thing.key)
  if (alike.length === 0) return thing.name
  const sameTown = alike.some(({ locality }) => locality === thing.locality)
  return sameTown && thing.street !== undefined
    ? `${thing.name} (${thing.street}, ${thing.locality})`
    : `${thing.name} (${thing.locality})`
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
