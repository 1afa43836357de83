import type { Author, Channel, ConversationState } from '#protocol/conversation.ts'

/** The helpdesk's tables. Times are ms UTC, `0` and `1` are no and yes. */
export type HelpdeskTables = {
  conversation: ConversationTable
  capability: CapabilityTable
  private_link: PrivateLinkTable
  message: MessageTable
  navigator: NavigatorTable
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
}

export interface CapabilityTable {
  /** SHA-256 of what the visitor's cookie holds; the cookie's value itself is nowhere */
  hash: string
  conversation_id: string
  created_at: number
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
}

export interface NavigatorTable {
  account_id: string
  name: string
  /** the navigator's own switch */
  available: number
  /** until when the desk counts as connected */
  lease_until: number
}
