import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Note } from '#protocol/desk-notes.ts'
import { ConversationNotFound, MessageIdInUse } from '../domain/errors.ts'
import type { HelpdeskTables } from './tables.ts'
import type { InternalNoteTable } from './work-tables.ts'

/** What staff write for each other beside conversations. */
export interface InternalNotes {
  /** All of a conversation, the oldest first. */
  list(conversationId: string): Promise<Note[]>
  /** The same `clientNoteId` again gives the first note back, `isNew` false. Throws `MessageIdInUse`. */
  add(trx: Transaction<unknown>, note: NewNote): Promise<{ note: Note; isNew: boolean }>
}

export interface NewNote {
  clientNoteId: string
  conversationId: string
  text: string
  by: { accountId: string; name: string }
}

export function createInternalNotes(
  db: Kysely<unknown>,
  { clock, newId }: { clock: () => number; newId: () => string },
): InternalNotes {
  return {
    async list(conversationId) {
      const rows = await db
        .$extendTables<HelpdeskTables>()
        .selectFrom('internal_note')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .orderBy('written_at')
        .orderBy('id')
        .execute()
      return rows.map(toNote)
    },

    async add(trx, { clientNoteId, conversationId, text, by }) {
      const tables = trx.$extendTables<HelpdeskTables>()
      const newest = await tables
        .selectFrom('internal_note')
        .select(({ fn }) => fn.max('written_at').as('at'))
        .where('conversation_id', '=', conversationId)
        .executeTakeFirst()
      // Their order is the order of their times, whatever the clock does.
      const writtenAt = Math.max(clock(), Number(newest?.at ?? 0) + 1)
      const inserted = await tables
        .insertInto('internal_note')
        .values({
          ...{ id: newId(), client_note_id: clientNoteId, conversation_id: conversationId, text },
          ...{ author_id: by.accountId, author_name: by.name, written_at: writtenAt },
        })
        .onConflict((conflict) => conflict.column('client_note_id').doNothing())
        .returningAll()
        .executeTakeFirst()
      if (inserted) return { note: toNote(inserted), isNew: true }
      const first = await tables
        .selectFrom('internal_note')
        .selectAll()
        .where('client_note_id', '=', clientNoteId)
        .executeTakeFirst()
      if (!first) throw new ConversationNotFound()
      if (first.author_id !== by.accountId || first.conversation_id !== conversationId)
        throw new MessageIdInUse()
      return { note: toNote(first), isNew: false }
    },
  }
}

function toNote(row: Selectable<InternalNoteTable>): Note {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    authorName: row.author_name,
    text: row.text,
    writtenAt: row.written_at,
  }
}
