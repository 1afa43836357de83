import { entryFileSchema, partOf, type ShortlistEntry } from './entry.ts'

/** What is known of services by the ids of their records. */
export interface LoadedEntries {
  readonly entries: ReadonlyMap<string, ShortlistEntry>
  /** The ids that were asked for. */
  readonly asked: ReadonlySet<string>
  /** False when a file could not be loaded: a service that is not in `entries` may still be there. */
  readonly complete: boolean
}

/**
 * Loads what is known of the services with these ids. A service that is in none of the files is no longer in the
 * directory. Never throws: what cannot be loaded makes the answer incomplete.
 */
export async function loadEntries(ids: readonly string[], get: typeof fetch): Promise<LoadedEntries> {
  const parts = [...new Set(ids.map(partOf))]
  const files = await Promise.all(parts.map((part) => loadPart(part, get)))
  const known = files.flatMap((file) => file ?? [])
  return {
    entries: new Map(known.filter(({ id }) => ids.includes(id)).map((entry) => [entry.id, entry])),
    asked: new Set(ids),
    complete: files.every((file) => file !== undefined),
  }
}

/** Is it certain that a service is no longer in the directory? */
export function isGone({ entries, asked, complete }: LoadedEntries, id: string): boolean {
  return complete && asked.has(id) && !entries.has(id)
}

async function loadPart(part: string, get: typeof fetch): Promise<ShortlistEntry[] | undefined> {
  try {
    const answer = await get(`/shortlist/${part}.json`)
    return answer.ok ? entryFileSchema.safeParse(await answer.json()).data : undefined
  } catch {
    return undefined
  }
}
