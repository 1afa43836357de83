import type { Generated } from 'kysely'

/** The tables of what navigators keep beside conversations. Times are ms UTC, dates `YYYY-MM-DD`. */
export type WorkTables = {
  internal_note: InternalNoteTable
  follow_up: FollowUpTable
  saved_reply: SavedReplyTable
  gap: GapTable
  theme: ThemeTable
  mark: MarkTable
  editor_task: EditorTaskTable
  conversation_search: ConversationSearchTable
}

/** What staff write for each other in a conversation. Families never see it; it belongs to what they may ask for. */
export interface InternalNoteTable {
  id: string
  /** made by the desk's page, so that a double click writes one note */
  client_note_id: string
  conversation_id: string
  author_id: string
  author_name: string | null
  text: string
  written_at: number
}

/** Something that a navigator means to do about a conversation on a day. */
export interface FollowUpTable {
  id: string
  conversation_id: string
  account_id: string
  due_on: string
  text: string
  made_at: number
  done_at: number | null
}

/** Words that navigators use again and again. */
export interface SavedReplyTable {
  id: string
  /** whose own it is; null for one of the team */
  owner_id: string | null
  title: string
  text: string
  /** the same in easy words; null when nobody has written them */
  easy_text: string | null
  changed_by: string
  changed_at: number
  removed_at: number | null
}

/** A service that somebody needed and that is not there. */
export interface GapTable {
  id: string
  client_gap_id: string
  conversation_id: string | null
  /** id of a need */
  need: string | null
  /** in years */
  age: number | null
  area: string | null
  /** what was looked for; removed with the text of its conversation */
  words: string | null
  noted_by: string
  noted_at: number
}

/** What several families say. */
export interface ThemeTable {
  id: string
  title: string
  made_by: string
  made_at: number
  closed_at: number | null
}

/** A point that a family made. */
export interface MarkTable {
  id: string
  client_mark_id: string
  conversation_id: string
  /** the message that it was made in; null when it is about the whole */
  seq: number | null
  /** null until somebody gathers it */
  theme_id: string | null
  /** in a navigator's words, without anybody's name; removed with the text of its conversation */
  words: string | null
  marked_by: string
  marked_at: number
}

/** Something on the site that editors are asked to mend or to write. It holds nothing about a family. */
export interface EditorTaskTable {
  id: string
  client_task_id: string
  kind: 'wrong-record' | 'make-page'
  /** the page that it is about */
  path: string | null
  words: string
  made_by: string
  made_by_name: string
  made_at: number
  done_at: number | null
  done_by: string | null
  outcome: string | null
}

/** The words of a conversation, as far as they are taken in. On SQLite they stand in `search_word`, under its number. */
export interface ConversationSearchTable {
  conversation_id: string
  stamp: number
  notes: number
  number: Generated<number>
}
