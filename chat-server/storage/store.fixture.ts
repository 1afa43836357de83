import { randomUUID } from 'node:crypto'
import type { Database } from '#platform/database/database.ts'
import type { Card } from '#protocol/cards.ts'
import type { Actor } from '../domain/conversation.ts'
import { createCapabilities } from './capabilities.ts'
import { createConversationReader } from './conversation-reader.ts'
import { createConversationWriter } from './conversation-writer.ts'
import { helpdeskMigrations } from './helpdesk-migrations.ts'
import { createMessageWriter } from './message-writer.ts'
import { createNavigators } from './navigators.ts'

/** The stores on one database, with a clock that the test moves. Only tests import this. */
export async function openTestStore(database: Database) {
  await database.migrate('helpdesk', helpdeskMigrations)
  const time = { now: 1_800_000_000_000 }
  const clock = () => time.now
  const reader = createConversationReader(database.kysely, clock)
  const writer = createConversationWriter({ clock, newId: randomUUID })
  const messages = createMessageWriter({ clock })
  const navigators = createNavigators(database.kysely)
  const capabilities = createCapabilities(database.kysely, clock)

  return {
    database,
    time,
    reader,
    writer,
    navigators,
    capabilities,
    /** Starts a conversation and gives its id. */
    async start(channel: 'chat' | 'message' = 'chat', fields: { name?: string; email?: string } = {}) {
      const input = { clientConversationId: randomUUID(), channel, ...fields }
      const { conversation } = await database.write((trx) => writer.start(trx, input))
      return conversation.id
    },
    send: (id: string, author: Actor, text: string, clientMessageId: string = randomUUID()) =>
      database.write((trx) => messages.add(trx, id, { author, clientMessageId, text })),
    /** Sends a message with a card that `find` gives. */
    give: (id: string, author: Actor, text: string, clientMessageId: string, find: () => Card) =>
      database.write((trx) => messages.add(trx, id, { author, clientMessageId, text, card: find })),
    notice: (id: string, text: string) => database.write((trx) => messages.addNotice(trx, id, text)),
    renew: (accountId: string, leaseUntil: number) =>
      database.write((trx) => navigators.renew(trx, { accountId, name: accountId }, leaseUntil)),
  }
}
