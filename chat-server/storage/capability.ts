import { createHash, randomBytes } from 'node:crypto'

/** How long a device remembers its conversation after it was used last: its cookie, and what the cookie opens. */
export const capabilityMs = 7 * 24 * 60 * 60_000

/** How soon after a renewal the next is worth a write. */
const renewAfterMs = 24 * 60 * 60_000

/** What a visitor's cookie holds: 256 random bits that cannot be guessed. */
export function newCapability(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of it, so that a copy of the database opens no conversation. */
export function hashCapability(capability: string): string {
  return createHash('sha256').update(capability).digest('hex')
}

/** When one that is used at `now` ends, all ms UTC. */
export function capabilityEnds(now: number): number {
  return now + capabilityMs
}

/** Whether one that ends before this moment is worth moving on: a day has passed since it was moved. */
export function renewsBefore(now: number): number {
  return now + capabilityMs - renewAfterMs
}
