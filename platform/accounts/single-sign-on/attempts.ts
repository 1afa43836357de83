import { createHash, createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Clock, NewId } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import type { AccountTables } from '../account-tables.ts'

/**
 * Attempts to sign in with the identity provider: each is bound to the browser that began it by a secret in a cookie,
 * and can come back once, within ten minutes.
 */
export function createAttempts({ database, clock, newId }: AttemptParts) {
  const inMinutes = (minutes: number) => new Date(clock() + minutes * 60_000).toISOString()
  return {
    /** begins one; `next` is the page to go to afterwards */
    async begin(next: string | undefined): Promise<Attempt> {
      const attempt = attemptOf(randomBytes(32).toString('base64url'))
      const now = inMinutes(0)
      await database.write(async (trx) => {
        const tables = trx.$extendTables<AccountTables>()
        await tables
          .deleteFrom('staff_verification')
          .where('identifier', 'like', `${prefix}%`)
          .where('expires_at', '<', now)
          .execute()
        const row = { id: newId(), identifier: prefix + attempt.state, value: JSON.stringify({ next }) }
        await tables
          .insertInto('staff_verification')
          .values({ ...row, expires_at: inMinutes(attemptMinutes), created_at: now, updated_at: now })
          .execute()
      })
      return attempt
    },

    /** uses up the one of this browser; undefined when it is unknown, used, too old or of another browser */
    async take(secret: string, state: string): Promise<(Attempt & { next: string | undefined }) | undefined> {
      const attempt = attemptOf(secret)
      if (attempt.state !== state) return undefined
      const taken = await database.write((trx) =>
        trx
          .$extendTables<AccountTables>()
          .deleteFrom('staff_verification')
          .where('identifier', '=', prefix + state)
          .returning(['value', 'expires_at'])
          .executeTakeFirst(),
      )
      if (!taken || taken.expires_at < inMinutes(0)) return undefined
      return { ...attempt, ...kept.parse(JSON.parse(taken.value)) }
    },
  }
}

/** How long somebody may take to sign in at the provider. */
export const attemptMinutes = 10

export interface Attempt {
  /** for the browser's cookie alone */
  secret: string
  /** comes back with the person */
  state: string
  /** comes back inside the signed token */
  nonce: string
  /** shows at the end that whoever redeems the code began this attempt (RFC 7636) */
  verifier: string
  challenge: string
}

interface AttemptParts {
  database: Database
  clock: Clock
  newId: NewId
}

const prefix = 'single-sign-on:'
const kept = z.object({ next: z.string().optional() }).transform(({ next }) => ({ next }))

/** All that an attempt needs follows from its secret, so that only what must be used once is stored. */
function attemptOf(secret: string): Attempt {
  const derived = (use: string) => createHmac('sha256', secret).update(use).digest('base64url')
  const verifier = derived('verifier')
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  return { secret, state: derived('state'), nonce: derived('nonce'), verifier, challenge }
}
