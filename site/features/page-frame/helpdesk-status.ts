import type { HelpdeskStatus } from '#protocol/visitor.ts'

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

/** The words for people. The helpdesk's own sentence says most; while a navigator is there, that comes first. */
export function sentenceOf({ available, sentence }: StatusSeen): string {
  return available && !/here now/i.test(sentence) ? `Here now. ${sentence}` : sentence
}

function statusIn(value: unknown): StatusSeen | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const open: unknown = Reflect.get(value, 'open')
  const available: unknown = Reflect.get(value, 'available')
  const sentence: unknown = Reflect.get(value, 'sentence')
  return typeof open === 'boolean' && typeof available === 'boolean' && typeof sentence === 'string'
    ? { open, available, sentence }
    : undefined
}
