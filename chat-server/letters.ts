import type { Transaction } from 'kysely'
import type { Mail } from '#platform/mail.ts'
import { isOpenToVisitors } from '#protocol/conversation.ts'
import { addresses } from '#protocol/http.ts'
import { inLondon, sayDate } from '#records/london-time.ts'
import {
  type Letter,
  sayHereIsYourLink,
  sayWeHaveYourMessage,
  sayWeWillEmail,
  sayYouHaveAReply,
} from './domain/letters.ts'
import type { StoredConversation } from './storage/conversation-rows.ts'
import type { Stores } from './stores.ts'

/**
 * The emails to families, each queued inside the transaction of what it tells. They carry a reference and a private
 * link, and nothing that was said. Whoever left no address gets none.
 */
export interface Letters {
  /** "We have your message." `answeredBy` is a day, or null when none can be promised. */
  weHaveYourMessage(
    trx: Transaction<unknown>,
    conversation: StoredConversation,
    answeredBy: string | null,
  ): Promise<void>
  /** "We will email you." Links that went to an earlier address end. */
  weWillEmail(trx: Transaction<unknown>, conversation: StoredConversation): Promise<void>
  /** "Here is your link", for whoever wants to read the conversation later. */
  hereIsYourLink(trx: Transaction<unknown>, conversation: StoredConversation): Promise<void>
  /** Whether an answer now needs an email: there is an address, and no page of theirs is connected. Ask before writing. */
  isNeeded(conversationId: string): Promise<boolean>
  /** "You have a reply", unless the visitor has not yet read what the last one was about. */
  youHaveAReply(trx: Transaction<unknown>, conversationId: string): Promise<void>
  /** "You have a reply", whatever they have read, for an answer after the end. */
  youHaveALaterReply(trx: Transaction<unknown>, conversationId: string): Promise<void>
  /** The same for answers that came while the visitor seemed to be there and that nobody has read since. */
  tellUnread(): Promise<void>
}

/** How long an answer may stay unread before it counts as missed. */
const unreadMs = 60_000

export function createLetters(parts: {
  stores: Stores
  mail: Pick<Mail, 'queue'>
  publicUrl: string
  retentionDays: () => number
  /** whether a page of the conversation's visitor is connected, to this process or another */
  isConnected: (conversationId: string) => Promise<boolean>
}): Letters {
  const { stores, mail, publicUrl, retentionDays, isConnected } = parts

  async function send(
    trx: Transaction<unknown>,
    { id, reference, email }: StoredConversation,
    say: (about: { reference: string; link: string; worksUntil: string }) => Letter,
  ): Promise<void> {
    if (email === null) return
    const { secret, endsAt } = await stores.links.make(trx, id, retentionDays())
    const link = new URL(addresses.conversation, publicUrl)
    link.searchParams.set('link', secret)
    const worksUntil = sayDate(inLondon(endsAt).date)
    const letter = say({ reference, link: link.href, worksUntil })
    await mail.queue(trx, { to: email, ...letter, expiresAt: endsAt })
  }

  async function youHaveAReply(trx: Transaction<unknown>, conversationId: string): Promise<void> {
    const conversation = await stores.contact.takeEmailTurn(trx, conversationId)
    if (conversation) await send(trx, conversation, sayYouHaveAReply)
  }

  return {
    weHaveYourMessage: (trx, conversation, answeredBy) =>
      send(trx, conversation, (about) => sayWeHaveYourMessage({ ...about, answeredBy })),

    async weWillEmail(trx, conversation) {
      await stores.links.endAll(trx, conversation.id)
      await send(trx, conversation, sayWeWillEmail)
    },

    hereIsYourLink: (trx, conversation) => send(trx, conversation, sayHereIsYourLink),

    async isNeeded(conversationId) {
      const conversation = await stores.reader.find(conversationId)
      if (!conversation || conversation.email === null || !isOpenToVisitors(conversation)) return false
      return !(await isConnected(conversationId))
    },

    youHaveAReply,

    async youHaveALaterReply(trx, conversationId) {
      await stores.contact.giveEmailTurn(trx, conversationId)
      await youHaveAReply(trx, conversationId)
    },

    async tellUnread() {
      for (const id of await stores.contact.unread(stores.clock() - unreadMs)) {
        if (await isConnected(id)) continue
        await stores.database.write((trx) => youHaveAReply(trx, id))
      }
    },
  }
}
