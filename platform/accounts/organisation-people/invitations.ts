import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { Clock, NewId } from '../../clock.ts'
import type { Database, NoTables } from '../../database/database.ts'
import type { SignedTokens } from '../../signed-tokens.ts'
import type { AccountStore } from '../account-store.ts'
import type { AccountTables } from '../account-tables.ts'

/** How long the link of an invitation works. */
export const invitationDays = 7

/**
 * Links by which somebody who was invited to keep an organisation's records signs in for the first time. The newest one
 * works until its account has been signed in to, and only as long as that account may do nothing else. Which one is the
 * newest is all that is stored of them.
 */
export function createInvitations({
  database,
  store,
  tokens,
  clock,
  newId,
  publicUrl,
}: InvitationParts): Invitations {
  async function open(token: string): Promise<OpenedLink | undefined> {
    const read = tokens.read(purpose, token, clock())
    const says = read && !read.isExpired ? linkSchema.safeParse(read.says).data : undefined
    if (!says) return undefined
    const grants = await store.grantsOf(says.accountId)
    return grants.length > 0 && grants.every(({ role }) => role === 'provider') ? says : undefined
  }

  return {
    async newLink(trx, accountId) {
      const invitationId = newId()
      await trx
        .$extendTables<AccountTables>()
        .updateTable('staff_account')
        .set({ invitation_id: invitationId })
        .where('id', '=', accountId)
        .execute()
      const endsAt = clock() + invitationDays * 24 * 60 * 60_000
      const link = new URL('/sign-in/invitation/', publicUrl)
      link.searchParams.set('link', tokens.sign(purpose, { accountId, invitationId }, endsAt))
      return { link: link.href, endsAt }
    },

    async read(token) {
      const link = await open(token)
      if (link === undefined) return undefined
      const account = await database.kysely
        .$extendTables<AccountTables>()
        .selectFrom('staff_account')
        .select(['name', 'invitation_id'])
        .where('id', '=', link.accountId)
        .where('signed_in_at', 'is', null)
        .where('demonstration', '=', 0)
        .executeTakeFirst()
      return account && { name: account.name, isNewest: account.invitation_id === link.invitationId }
    },

    async use(token) {
      const link = await open(token)
      if (link === undefined) return undefined
      // Of two presses at once, one finds the row as it was.
      const used = await database.write((trx) =>
        trx
          .$extendTables<AccountTables>()
          .updateTable('staff_account')
          .set({ signed_in_at: new Date(clock()).toISOString() })
          .where('id', '=', link.accountId)
          .where('invitation_id', 'is not distinct from', link.invitationId)
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
/** Links without an id were sent before there was one; they work until another is sent. */
const linkSchema = z.strictObject({
  accountId: z.string(),
  invitationId: z.string().nullable().default(null),
})

type OpenedLink = z.output<typeof linkSchema>

export interface Invitations {
  /** A link for an account, and when it ends (ms UTC). Links that were sent to it before work no more. */
  newLink(trx: Transaction<NoTables>, accountId: string): Promise<{ link: string; endsAt: number }>
  /**
   * Whom a link is for, and whether it is the newest, which alone lets them in; undefined when it is unknown, used or too
   * old, or leads to an account that may do more.
   */
  read(token: string): Promise<{ name: string; isNewest: boolean } | undefined>
  /** Uses the newest link up and gives the account that it lets in; undefined for any other. */
  use(token: string): Promise<string | undefined>
}

interface InvitationParts {
  readonly database: Database
  readonly store: Pick<AccountStore, 'grantsOf'>
  readonly tokens: SignedTokens
  readonly clock: Clock
  readonly newId: NewId
  readonly publicUrl: string
}
