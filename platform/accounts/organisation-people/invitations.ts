import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import type { SignedTokens } from '../../signed-tokens.ts'
import type { AccountStore } from '../account-store.ts'
import type { AccountTables } from '../account-tables.ts'

/** How long the link of an invitation works. */
export const invitationDays = 7

/**
 * Links by which somebody who was invited to keep an organisation's records signs in for the first time. Nothing of them
 * is stored: one works until its account has been signed in to, and only as long as that account may do nothing else.
 */
export function createInvitations({
  database,
  store,
  tokens,
  clock,
  publicUrl,
}: InvitationParts): Invitations {
  async function open(token: string): Promise<string | undefined> {
    const read = tokens.read(purpose, token, clock())
    const says = read && !read.isExpired ? linkSchema.safeParse(read.says).data : undefined
    if (!says) return undefined
    const grants = await store.grantsOf(says.accountId)
    return grants.length > 0 && grants.every(({ role }) => role === 'provider') ? says.accountId : undefined
  }

  return {
    linkFor(accountId) {
      const endsAt = clock() + invitationDays * 24 * 60 * 60_000
      const link = new URL('/sign-in/invitation/', publicUrl)
      link.searchParams.set('link', tokens.sign(purpose, { accountId }, endsAt))
      return { link: link.href, endsAt }
    },

    async read(token) {
      const accountId = await open(token)
      if (accountId === undefined) return undefined
      return database.kysely
        .$extendTables<AccountTables>()
        .selectFrom('staff_account')
        .select(['id', 'name'])
        .where('id', '=', accountId)
        .where('signed_in_at', 'is', null)
        .where('demonstration', '=', 0)
        .executeTakeFirst()
    },

    async use(token) {
      const accountId = await open(token)
      if (accountId === undefined) return undefined
      // Of two presses at once, one finds the row as it was.
      const used = await database.write((trx) =>
        trx
          .$extendTables<AccountTables>()
          .updateTable('staff_account')
          .set({ signed_in_at: new Date(clock()).toISOString() })
          .where('id', '=', accountId)
          .where('signed_in_at', 'is', null)
          .where('demonstration', '=', 0)
          .returning('id')
          .executeTakeFirst(),
      )
      return used?.id
    },
  }
}

const purpose = 'invitation'
const linkSchema = z.strictObject({ accountId: z.string() })

export interface Invitations {
  /** A new link for an account, and when it ends (ms UTC). */
  linkFor(accountId: string): { link: string; endsAt: number }
  /** Whom a link lets in; undefined when it is unknown, used or too old, or leads to an account that may do more. */
  read(token: string): Promise<{ id: string; name: string } | undefined>
  /** Uses a link up and gives the account that it lets in; undefined as above. */
  use(token: string): Promise<string | undefined>
}

interface InvitationParts {
  readonly database: Database
  readonly store: Pick<AccountStore, 'grantsOf'>
  readonly tokens: SignedTokens
  readonly clock: Clock
  readonly publicUrl: string
}
