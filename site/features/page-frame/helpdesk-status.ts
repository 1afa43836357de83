import type { HelpdeskStatus } from '#protocol/visitor.ts'
import { valueAt } from '#records/value-at.ts'

/** What the home page and service pages need of the helpdesk's status. */
export type StatusSeen = Pick<HelpdeskStatus, 'open' | 'available' | 'sentence'>

/** Asks the helpdesk how it is. Gives `undefined` when it cannot be reached or says something else. */
export async function readStatus(get: typeof fetch): Promise<StatusSeen | undefined> {
  try {
    const response = await get('/api/helpdesk-status', { headers: { accept: 'application/json' } })
    return response.ok ? statusIn(await response.json()) : undefined
  } catch {
    return undefined
  }
}

/** The words for people: the helpdesk's own while it is open or somebody is there, and else what to do. */
export function sentenceOf({ open, available, sentence }: StatusSeen): string {
  return open || available
    ? sentence
    : 'Nobody is here right now. Leave a message, and we answer when we are back.'
}

function statusIn(value: unknown): StatusSeen | undefined {
  const open = valueAt(value, 'open')
  const available = valueAt(value, 'available')
  const sentence = valueAt(value, 'sentence')
  return typeof open === 'boolean' && typeof available === 'boolean' && typeof sentence === 'string'
    ? { open, available, sentence }
    : undefined
}
