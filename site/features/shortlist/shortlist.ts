/** What a family has saved, in their order. It is kept on their device alone. */
export type Shortlist = readonly SavedService[]

/** A service on the shortlist. Name and page are kept with it, so that it can be told by name when its record is gone. */
export interface SavedService {
  /** The id of its record, a UUID. */
  readonly id: string
  readonly name: string
  /** `/services/<slug>/` */
  readonly href: string
  /** What the family wrote to it; empty when nothing. */
  readonly note: string
}

/** How many services a shortlist holds at most, and how long a note may be, in characters. */
export const shortlistLimits = { services: 50, noteLength: 1000 } as const

/** The list with a service at its end; the same list when it is there already or the list is full. */
export function withSaved(list: Shortlist, { id, name, href }: Omit<SavedService, 'note'>): Shortlist {
  if (isSaved(list, id) || list.length >= shortlistLimits.services) return list
  return [...list, { id, name, href, note: '' }]
}

/** The list without a service. */
export function withoutSaved(list: Shortlist, id: string): Shortlist {
  return list.filter((each) => each.id !== id)
}

/** The list with a removed service back at its place, counted from 0. */
export function withRestored(list: Shortlist, service: SavedService, place: number): Shortlist {
  return isSaved(list, service.id) ? list : list.toSpliced(place, 0, service)
}

/** The list with a service one place nearer to its beginning (-1) or end (1); the same list where it cannot move. */
export function withMoved(list: Shortlist, id: string, by: -1 | 1): Shortlist {
  const from = list.findIndex((each) => each.id === id)
  const service = list[from]
  const to = from + by
  if (service === undefined || to < 0 || to >= list.length) return list
  return list.toSpliced(from, 1).toSpliced(to, 0, service)
}

/** The list with another note to a service, cut at the longest that is kept. */
export function withNote(list: Shortlist, id: string, note: string): Shortlist {
  return list.map((each) =>
    each.id === id ? { ...each, note: note.slice(0, shortlistLimits.noteLength) } : each,
  )
}

/** Is the service with this id on the list? */
export function isSaved(list: Shortlist, id: string): boolean {
  return list.some((each) => each.id === id)
}

/**
 * The list that was kept as text. What is not a saved service is left out, so that a list which somebody or something has
 * changed never breaks a page.
 */
export function shortlistFrom(text: string | null): Shortlist {
  if (text === null) return []
  let kept: unknown
  try {
    kept = JSON.parse(text)
  } catch {
    return []
  }
  if (!Array.isArray(kept)) return []
  const found = new Map<string, SavedService>()
  for (const each of kept.map(savedServiceFrom)) if (each !== undefined) found.set(each.id, each)
  return [...found.values()].slice(0, shortlistLimits.services)
}

/** Does this text have the form of a record's id? */
export function isRecordId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}

function savedServiceFrom(value: unknown): SavedService | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const [id, name, href, note] = ['id', 'name', 'href', 'note'].map((key): unknown => Reflect.get(value, key))
  if (typeof id !== 'string' || typeof name !== 'string' || typeof href !== 'string') return undefined
  if (!isRecordId(id) || !/^\/services\/[^/?#]+\/$/.test(href)) return undefined
  return { id, name, href, note: typeof note === 'string' ? note.slice(0, shortlistLimits.noteLength) : '' }
}
