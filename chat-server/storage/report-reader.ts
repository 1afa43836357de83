import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { ContactFacts, GapFacts, MarkFacts } from '../domain/report-facts.ts'
import type { HelpdeskTables } from './tables.ts'

/** Reads what reports count, committed rows only, of what began from `start` and before `end` (ms UTC). */
export interface ReportReader {
  /** Page by page; others get their turn between two of them. */
  contacts(within: Moments): AsyncGenerator<ContactFacts[]>
  gaps(within: Moments): Promise<GapFacts[]>
  marks(within: Moments): Promise<MarkFacts[]>
}

interface Moments {
  readonly start: number
  readonly end: number
}

/** Few enough that SQLite, which answers before it does anything else, keeps nobody waiting. */
const contactsOnPage = 100

export function createReportReader(db: Kysely<unknown>): ReportReader {
  const tables = db.$extendTables<HelpdeskTables>()

  async function* contacts({ start, end }: Moments) {
    let last = { startedAt: start, id: '' }
    for (;;) {
      const rows = await rowsAfter(last, end)
      if (rows.length === 0) return
      const facts = await factsOf(rows)
      await setImmediate()
      yield facts
      const { started_at: startedAt, id } = rows.at(-1) ?? { started_at: end, id: '' }
      last = { startedAt, id }
      await setImmediate()
    }
  }

  function rowsAfter({ startedAt, id }: { startedAt: number; id: string }, end: number) {
    return tables
      .selectFrom('conversation')
      .leftJoin('rating', 'rating.conversation_id', 'conversation.id')
      .select(['id', 'channel', 'started_at', 'first_taken_at', 'ended_at', 'message_since', 'navigator_id'])
      .select(['went_on', 'call_back', 'blocked_at', 'tags', 'rating.helped', 'rating.ease'])
      .where('started_at', '>=', startedAt)
      .where('started_at', '<', end)
      .where(({ or, and, eb }) =>
        or([eb('started_at', '>', startedAt), and([eb('started_at', '=', startedAt), eb('id', '>', id)])]),
      )
      .orderBy('started_at')
      .orderBy('id')
      .limit(contactsOnPage)
      .execute()
  }

  async function factsOf(rows: Awaited<ReturnType<typeof rowsAfter>>): Promise<ContactFacts[]> {
    const ids = rows.map(({ id }) => id)
    const answers = await answersIn(ids)
    const more = await withMore(ids)
    return rows.map((row) => {
      const own = answers.get(row.id)
      const navigators = new Set(own?.authors)
      if (row.navigator_id !== null) navigators.add(row.navigator_id)
      return {
        cameAs: row.message_since === null ? row.channel : 'chat',
        startedAt: row.started_at,
        takenAt: row.first_taken_at,
        answeredAt: own?.first ?? null,
        endedAt: row.ended_at,
        messageSince: row.message_since,
        navigators,
        more: row.went_on === 1 || row.call_back === 1 || more.has(row.id),
        blocked: row.blocked_at !== null,
        tags: row.tags === '[]' ? [] : tagsSchema.parse(JSON.parse(row.tags)),
        rating: row.helped === null ? null : { helped: row.helped, ease: row.ease },
      }
    })
  }

  /** Who answered in each, and when first. */
  async function answersIn(ids: readonly string[]) {
    const rows = await tables
      .selectFrom('message')
      .select(({ fn }) => ['conversation_id', 'author_id', fn.min<number>('sent_at').as('first')])
      .where('conversation_id', 'in', ids)
      .where('author', '=', 'navigator')
      .groupBy(['conversation_id', 'author_id'])
      .execute()
    const answers = new Map<string, { authors: string[]; first: number }>()
    for (const { conversation_id: id, author_id: author, first } of rows) {
      const known = answers.get(id) ?? { authors: [], first }
      if (author !== null) known.authors.push(author)
      answers.set(id, { ...known, first: Math.min(known.first, first) })
    }
    return answers
  }

  /** Those of which something came: a follow-up, a concern, a later conversation. */
  async function withMore(ids: readonly string[]): Promise<Set<string | null>> {
    const [followed, worried, resumed] = await Promise.all([
      tables.selectFrom('follow_up').select('conversation_id').where('conversation_id', 'in', ids).execute(),
      tables.selectFrom('concern').select('conversation_id').where('conversation_id', 'in', ids).execute(),
      tables.selectFrom('conversation').select('earlier_id').where('earlier_id', 'in', ids).execute(),
    ])
    return new Set([
      ...[...followed, ...worried].map((row) => row.conversation_id),
      ...resumed.map((row) => row.earlier_id),
    ])
  }

  return {
    contacts,

    async gaps({ start, end }) {
      const rows = await tables
        .selectFrom('gap')
        .select(['id', 'conversation_id', 'need', 'age', 'area'])
        .where('noted_at', '>=', start)
        .where('noted_at', '<', end)
        .execute()
      return rows.map(({ id, conversation_id, need, age, area }) => ({
        ...{ family: conversation_id ?? id, need, age, area },
      }))
    },

    marks: ({ start, end }) =>
      tables
        .selectFrom('mark')
        .innerJoin('theme', 'theme.id', 'mark.theme_id')
        .select(['mark.conversation_id as family', 'theme.title as theme'])
        .where('mark.marked_at', '>=', start)
        .where('mark.marked_at', '<', end)
        .execute(),
  }
}

const tagsSchema = z.array(z.string())
