import type { Clock, NewId } from '#platform/clock.ts'
import type { Database } from '#platform/database/database.ts'
import { createPresence, type Presence } from './domain/presence.ts'
import { type Blocks, createBlocks } from './storage/blocks.ts'
import { type Capabilities, createCapabilities } from './storage/capabilities.ts'
import { type ConcernReader, createConcernReader } from './storage/concern-reader.ts'
import { type ConcernWriter, createConcernWriter } from './storage/concern-writer.ts'
import { type ConversationReader, createConversationReader } from './storage/conversation-reader.ts'
import { type ConversationSearch, createConversationSearch } from './storage/conversation-search.ts'
import { type ConversationWriter, createConversationWriter } from './storage/conversation-writer.ts'
import { createDangerWords, type DangerWords } from './storage/danger-words.ts'
import { createFollowUps, type FollowUps } from './storage/follow-ups.ts'
import { createInternalNotes, type InternalNotes } from './storage/internal-notes.ts'
import { createMessageWriter, type MessageWriter } from './storage/message-writer.ts'
import { createNavigators, type Navigators } from './storage/navigators.ts'
import { createPrivateLinks, type PrivateLinks } from './storage/private-links.ts'
import { createRatings, type Ratings } from './storage/ratings.ts'
import { createSavedReplies, type SavedReplies } from './storage/saved-replies.ts'
import { createVisitorContact, type VisitorContact } from './storage/visitor-contact.ts'

/** What the helpdesk keeps, on one database. */
export interface Stores {
  database: Database
  clock: Clock
  /** ms since any moment: for how long something lasts, whatever happens to the clock */
  elapsed: () => number
  reader: ConversationReader
  writer: ConversationWriter
  messages: MessageWriter
  search: ConversationSearch
  navigators: Navigators
  /** which of the navigators are connected */
  presence: Presence
  capabilities: Capabilities
  links: PrivateLinks
  contact: VisitorContact
  ratings: Ratings
  concernReader: ConcernReader
  concernWriter: ConcernWriter
  dangerWords: DangerWords
  notes: InternalNotes
  followUps: FollowUps
  savedReplies: SavedReplies
  blocks: Blocks
}

/** @param options.elapsed the machine's time since the process began unless said */
export function createStores(options: {
  database: Database
  clock: Clock
  newId: NewId
  elapsed?: () => number
}): Stores {
  const { database, clock, newId, elapsed = () => performance.now() } = options
  return {
    database,
    clock,
    elapsed,
    reader: createConversationReader(database.kysely, clock),
    writer: createConversationWriter({ clock, newId }),
    messages: createMessageWriter({ clock }),
    search: createConversationSearch(database),
    navigators: createNavigators(database.kysely),
    presence: createPresence({ clock, elapsed }),
    capabilities: createCapabilities(database.kysely, clock),
    links: createPrivateLinks(database.kysely, clock),
    contact: createVisitorContact(database.kysely),
    ratings: createRatings(database.kysely, clock),
    concernReader: createConcernReader(database.kysely),
    concernWriter: createConcernWriter({ clock, newId }),
    dangerWords: createDangerWords(database.kysely, clock),
    notes: createInternalNotes(database.kysely, { clock, newId }),
    followUps: createFollowUps(database.kysely, clock),
    savedReplies: createSavedReplies(database.kysely, clock),
    blocks: createBlocks(clock),
  }
}
