import { createHash, randomBytes } from 'node:crypto'

/** What a visitor's cookie holds: 256 random bits that cannot be guessed. */
export function newCapability(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of it, so that a copy of the database opens no conversation. */
export function hashCapability(capability: string): string {
  return createHash('sha256').update(capability).digest('hex')
}
