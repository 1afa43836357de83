import { isRecordId, type Shortlist, shortlistLimits } from './shortlist.ts'

/**
 * A link that carries a shortlist. The ids stand in the fragment, which browsers keep to themselves: the server never
 * sees what was shared. Notes are not shared.
 */

const key = 'services'

/** The whole address to share. `origin` is the site's scheme and host. */
export function shareAddress(origin: string, list: Shortlist): string {
  return `${origin}/shortlist/#${key}=${list.map(({ id }) => id).join(',')}`
}

/**
 * What a fragment (`#services=…`) shares: the ids it names, each once, and how many parts of it are not ids. `undefined`
 * where it shares nothing.
 */
export function sharedIn(fragment: string): SharedIds | undefined {
  const given = new URLSearchParams(fragment.replace(/^#/, '')).get(key)
  if (given === null || given === '') return undefined
  const parts = [...new Set(given.toLowerCase().split(','))]
  const ids = parts.filter(isRecordId)
  return { ids: ids.slice(0, shortlistLimits.services), unreadable: parts.length - ids.length }
}

/** What a shared link names. */
export interface SharedIds {
  readonly ids: readonly string[]
  /** How many of its parts could not be read, for example because the link was cut. */
  readonly unreadable: number
}
