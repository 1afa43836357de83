import type { Clock, NewId } from '#platform/clock.ts'
import type { Database } from '#platform/database/database.ts'
import { type ConversationReader, createConversationReader } from './storage/conversation-reader.ts'
import { type ConversationWriter, createConversationWriter } from './storage/conversation-writer.ts'
import { createMessageWriter, type MessageWriter } from './storage/message-writer.ts'
import { createNavigators, type Navigators } from './storage/navigators.ts'
import { createPrivateLinks, type PrivateLinks } from './storage/private-links.ts'
import { createRatings, type Ratings } from './storage/ratings.ts'
import { createVisitorContact, type VisitorContact } from './storage/visitor-contact.ts'

/** What the helpdesk keeps, on one database. */
export interface Stores {
  database: Database
  clock: Clock
  reader: ConversationReader
  writer: ConversationWriter
  messages: MessageWriter
  navigators: Navigators
  links: PrivateLinks
  contact: VisitorContact
  ratings: Ratings
}

export function createStores(options: { database: Database; clock: Clock; newId: NewId }): Stores {
  const { database, clock, newId } = options
  return {
    database,
    clock,
    reader: createConversationReader(database.kysely),
    writer: createConversationWriter({ clock, newId }),
    messages: createMessageWriter({ clock }),
    navigators: createNavigators(database.kysely),
    links: createPrivateLinks(database.kysely, clock),
    contact: createVisitorContact(database.kysely),
    ratings: createRatings(database.kysely, clock),
  }
}
