import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Tokens for links in emails: what they say can be read by anybody and made by nobody else. They are not stored, so
 * whoever takes one looks at the database for whether the person may still do what it is for.
 *
 * @param secret at least 32 characters
 */
export function createSignedTokens(secret: string): SignedTokens {
  function signatureOf(purpose: string, content: string): Buffer {
    return createHmac('sha256', secret).update(`signed token:${purpose}:${content}`).digest()
  }

  return {
    sign(purpose, says, expiresAt) {
      const content = Buffer.from(JSON.stringify({ says, expiresAt })).toString('base64url')
      return `${content}.${signatureOf(purpose, content).toString('base64url')}`
    },
    read(purpose, token, now) {
      const [content = '', signature = '', ...more] = token.length > longestToken ? [] : token.split('.')
      const [given, expected] = [Buffer.from(signature, 'base64url'), signatureOf(purpose, content)]
      if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
        return null
      const { says, expiresAt }: SignedContent = JSON.parse(
        Buffer.from(content, 'base64url').toString('utf8'),
      )
      return { says, isExpired: expiresAt <= now }
    },
  }
}

const longestToken = 2_000

/** Ours, since the signature fits. */
interface SignedContent {
  says: unknown
  expiresAt: number
}

export interface SignedTokens {
  /** A token for one purpose that says something JSON can hold, until an instant (ms UTC). Fits into an address. */
  sign(purpose: string, says: unknown, expiresAt: number): string
  /** What a token says, and whether its time is over at `now` (ms UTC); null when we did not make it for this purpose. */
  read(purpose: string, token: string, now: number): { says: unknown; isExpired: boolean } | null
}
