import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { ConversationTable, HelpdeskTables, MessageTable } from './storage/tables.ts'

/** Conversations as they stand when they are over, put straight into storage. Only tests and measurements import this. */
export async function plantConversations(
  database: Database,
  count: number,
  rowOf: (place: number) => Partial<Insertable<ConversationTable>> & { started_at: number },
): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < count; from += atOnce) {
    const rows = Array.from({ length: Math.min(atOnce, count - from) }, (_, place) =>
      conversationRow(from + place, rowOf(from + place)),
    )
    await database.write(async (trx) => {
      const tables = trx.$extendTables<HelpdeskTables>()
      await tables.insertInto('conversation').values(rows).execute()
      await tables.insertInto('message').values(rows.flatMap(messagesOf)).execute()
    })
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}

const atOnce = 100

function conversationRow(
  place: number,
  own: Partial<Insertable<ConversationTable>> & { started_at: number },
) {
  const id = randomUUID()
  return {
    ...{ id, reference: `LO-${id.slice(0, 13)}`, client_conversation_id: randomUUID() },
    ...{ channel: 'chat', state: 'ended', uses: '[]', visitor_name: null, about: null, page_from: null },
    ...{ email: null, telephone: null, navigator_id: 'sam', navigator_name: 'Sam', waiting_since: null },
    ...{ first_taken_at: own.started_at + 60_000, ended_at: own.started_at + 600_000 },
    ...{ last_seq: 2, seen_by_visitor: 2, seen_by_navigator: 2, version: 1, arrival: place + 1 },
    ...{ seen_when_emailed: null, call_back: 0, call_back_when: null, preferred_contact: null },
    ...{ offered_to: null, offered_at: null, text_removed_at: null },
    ...own,
  } satisfies Insertable<ConversationTable>
}

function messagesOf(row: ReturnType<typeof conversationRow>): Insertable<MessageTable>[] {
  const own = { conversation_id: row.id, client_message_id: null, card: null }
  const asked = { ...own, seq: 1, author: 'visitor', author_id: null, author_name: null } as const
  const answered = {
    ...own,
    seq: 2,
    author: 'navigator',
    author_id: row.navigator_id,
    author_name: 'Sam',
  } as const
  const question = { ...asked, text: 'Who can help?', sent_at: row.started_at }
  if (row.navigator_id === null) return [question]
  return [question, { ...answered, text: 'We can.', sent_at: row.started_at + 120_000 }]
}
