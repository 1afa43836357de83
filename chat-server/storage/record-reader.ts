import type { Kysely } from 'kysely'
import type { HelpdeskTables } from './tables.ts'

/** What is kept beside the messages of a conversation. Times are ms UTC. */
export interface Beside {
  readonly notes: readonly { by: string | null; at: number; text: string }[]
  readonly followUps: readonly { dueOn: string; text: string; madeAt: number; doneAt: number | null }[]
  readonly marks: readonly { words: string | null; theme: string | null; at: number }[]
  readonly gaps: readonly {
    need: string | null
    age: number | null
    area: string | null
    words: string | null
    at: number
  }[]
}

/** Reads it, the oldest first. */
export async function readBeside(db: Kysely<unknown>, id: string): Promise<Beside> {
  const tables = db.$extendTables<HelpdeskTables>()
  const notes = await tables
    .selectFrom('internal_note')
    .select(['author_name as by', 'written_at as at', 'text'])
    .where('conversation_id', '=', id)
    .orderBy('written_at')
    .execute()
  const followUps = await tables
    .selectFrom('follow_up')
    .select(['due_on as dueOn', 'text', 'made_at as madeAt', 'done_at as doneAt'])
    .where('conversation_id', '=', id)
    .orderBy('made_at')
    .execute()
  const marks = await tables
    .selectFrom('mark')
    .leftJoin('theme', 'theme.id', 'mark.theme_id')
    .select(['mark.words', 'theme.title as theme', 'mark.marked_at as at'])
    .where('mark.conversation_id', '=', id)
    .orderBy('mark.marked_at')
    .execute()
  const gaps = await tables
    .selectFrom('gap')
    .select(['need', 'age', 'area', 'words', 'noted_at as at'])
    .where('conversation_id', '=', id)
    .orderBy('noted_at')
    .execute()
  return { notes, followUps, marks, gaps }
}
