import type { Generated } from 'kysely'
import type { ConcernAbout, ToldWhom } from '#protocol/concerns.ts'
import type { Author, Channel, ConversationState } from '#protocol/conversation.ts'
import type { Rating } from '#protocol/parting.ts'
import type { AnswerWay } from '#protocol/wishes.ts'
import type { WorkTables } from './work-tables.ts'

/** The helpdesk's tables. Times are ms UTC, `0` and `1` are no and yes. */
export type HelpdeskTables = WorkTables & {
  conversation: ConversationTable
  capability: CapabilityTable
  private_link: PrivateLinkTable
  message: MessageTable
  navigator: NavigatorTable
  rating: RatingTable
  parting_ticket: PartingTicketTable
  concern: ConcernTable
  concern_told: ConcernToldTable
  danger_word: DangerWordTable
}

export interface ConversationTable {
  id: string
  reference: string
  /** made by the visitor's page, so that a double click starts one conversation */
  client_conversation_id: string
  channel: Channel
  state: ConversationState
  visitor_name: string | null
  about: string | null
  page_from: string | null
  /** JSON array of text */
  uses: string
  email: string | null
  telephone: string | null
  navigator_id: string | null
  navigator_name: string | null
  started_at: number
  waiting_since: number | null
  /** when a navigator first took it */
  first_taken_at: number | null
  ended_at: number | null
  /** number of the newest message */
  last_seq: number
  seen_by_visitor: number
  seen_by_navigator: number
  /** counts changes of state, so that two changes at once cannot both win */
  version: number
  /** when names and text were removed because they had been kept long enough */
  text_removed_at: number | null
  /** how far the visitor had read when the last email about an answer went; null before the first */
  seen_when_emailed: number | null
  /** whether the visitor wants to be rung */
  call_back: number
  call_back_when: string | null
  /** how the visitor likes to be answered */
  preferred_contact: AnswerWay | null
  /** the navigator that it is offered to by the one who has it */
  offered_to: string | null
  offered_at: number | null
  /** counted up with each conversation: the order of the queue, whatever the clock said */
  arrival: Generated<number>
  /** whether a safeguarding concern keeps its text from removal and from ordinary readers */
  held: Generated<number>
  /** by the end of which day an answer was promised, `YYYY-MM-DD` */
  promised_on: string | null
  /** when a navigator blocked whoever wrote it, why, and which account did */
  blocked_at: number | null
  block_reason: string | null
  blocked_by: string | null
  /** an earlier conversation of the same person, which they agreed to show */
  earlier_id: string | null
  /** where paper is sent to */
  post_to: string | null
  /** JSON array of `Colleague`: who was asked in and who has joined */
  colleagues: Generated<string>
  /** JSON array of ids: what it is about, in the words of the taxonomy */
  tags: Generated<string>
  /** since when a chat is a message, because the office closed before somebody could answer; null when it never was a chat */
  message_since: number | null
  /** whether it was opened again, or something followed it, whose row is gone with its text */
  went_on: Generated<number>
}

export interface CapabilityTable {
  /** SHA-256 of what the visitor's cookie holds; the cookie's value itself is nowhere */
  hash: string
  conversation_id: string
  created_at: number
  /** from when it opens nothing any more, moved on while it is used; null in rows from before ends were kept */
  ends_at: number | null
}

export interface PrivateLinkTable {
  /** SHA-256 of the secret that an email's link carries */
  hash: string
  conversation_id: string
  made_at: number
  ends_at: number
}

export interface MessageTable {
  conversation_id: string
  seq: number
  author: Author
  author_id: string | null
  author_name: string | null
  client_message_id: string | null
  text: string
  sent_at: number
  /** JSON of a card; null in most messages */
  card: string | null
}

export interface NavigatorTable {
  account_id: string
  name: string
  /** the navigator's own switch */
  available: number
  /** until when the desk counts as connected by the clock; another number with each sign of it */
  lease_until: number
  /** how many chats they want at once */
  capacity: Generated<number>
  /** JSON array of what they are good at, such as a language */
  helps_with: Generated<string>
  /** since when their switch is on; null while it is off */
  switched_on_at: number | null
}

/** What a visitor said at the end, in two answers. */
export interface RatingTable {
  conversation_id: string
  helped: Rating['helped']
  ease: Rating['ease']
  rated_at: number
}

/** What a page may still do after its device forgot the conversation: rate it, and have a link to it emailed. */
export interface PartingTicketTable {
  /** SHA-256 of what the page holds */
  hash: string
  conversation_id: string
  ends_at: number
}

/** A safeguarding concern about somebody in a conversation. */
export interface ConcernTable {
  id: string
  /** made by the desk's page, so that a double click raises one concern */
  client_concern_id: string
  conversation_id: string
  about: ConcernAbout
  reason: string
  raised_by: string
  raised_by_name: string
  raised_at: number
  /** until when a lead must have acknowledged it */
  acknowledge_by: number
  acknowledged_at: number | null
  /** the lead who has it */
  owner_id: string | null
  owner_name: string | null
  escalated_at: number | null
  /** `YYYY-MM-DD` */
  review_on: string | null
  outcome: string | null
  closed_at: number | null
  close_reason: string | null
}

/** Who was told of a concern: the police, the children's front door … */
export interface ConcernToldTable {
  id: string
  concern_id: string
  whom: ToldWhom
  told_at: number
  told_by: string
  told_by_name: string
  note: string | null
}

/** A word that may signal danger. It prompts the navigator and decides nothing. */
export interface DangerWordTable {
  word: string
  /** the account of the lead who added it; null for those that came with the program */
  added_by: string | null
  added_at: number
  /** when a lead took it out; the row stays, so that the program does not bring the word back */
  removed_at: number | null
}
