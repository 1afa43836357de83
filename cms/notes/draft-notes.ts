import type { Transaction } from 'kysely'
import type { Holder } from '#platform/accounts/accounts.ts'
import type { Database, NoTables } from '#platform/database/database.ts'
import type { Mail } from '#platform/mail.ts'
import type { Draft } from '../drafts/drafts.ts'
import { draftPath } from '../page-addresses.ts'
import { type Place, subjectOf } from '../records/place.ts'
import { titleOf } from '../records/stored-records.ts'
import { type Actor, isEditor, ownerOf } from '../rights/rights.ts'

/**
 * What providers and editors write to each other about a draft. Notes end with it; those of one that was thrown away wait
 * with it. An editor's note is emailed to the provider's people, an answer to the editors who wrote before; the emails say
 * that there is a note, not what it says.
 */
export function createDraftNotes({ database, mail, accounts, clock, newId, siteUrl }: NoteParts): DraftNotes {
  const tables = database.kysely.$extendTables<Tables>()

  async function of(place: Place): Promise<Note[]> {
    const rows = await tables
      .selectFrom('draft_note')
      .selectAll()
      .where('subject', '=', subjectOf(place))
      .orderBy('at')
      .orderBy('id')
      .execute()
    return rows.map(({ id, author_id, author_role, text, at }) => ({
      ...{ id, text, at },
      author: { accountId: author_id, role: author_role },
    }))
  }

  async function readersOf(draft: NotedDraft, author: Actor): Promise<string[]> {
    const holders = await accounts.holdersOf(isEditor(author) ? 'provider' : 'editor')
    const writers = new Set((await of(draft)).map(({ author: { accountId } }) => accountId))
    const owner = ownerOf(draft.record.facts)
    const wanted = holders.filter(({ accountId, scope }) =>
      isEditor(author) ? scope.kind === 'provider' && scope.id === owner : writers.has(accountId),
    )
    return [...new Set(wanted.map(({ email }) => email))]
  }

  async function end(subject: string): Promise<void> {
    await database.write((trx) =>
      trx.$extendTables<Tables>().deleteFrom('draft_note').where('subject', '=', subject).execute(),
    )
  }

  async function move(from: string, to: string): Promise<void> {
    await database.write((trx) =>
      trx
        .$extendTables<Tables>()
        .updateTable('draft_note')
        .set({ subject: to })
        .where('subject', '=', from)
        .execute(),
    )
  }

  return {
    of,
    readersOf,
    async add(draft, author, text) {
      const readers = await readersOf(draft, author)
      const page = new URL(`${draftPath(draft)}#notes`, siteUrl).href
      await database.write(async (trx) => {
        const row = { id: newId(), subject: subjectOf(draft), author_id: author.accountId }
        await trx
          .$extendTables<Tables>()
          .insertInto('draft_note')
          .values({ ...row, author_role: isEditor(author) ? 'editor' : 'provider', text, at: clock() })
          .execute()
        for (const to of readers) {
          const subject = `A note about your change of “${titleOf(draft.record)}”`
          await mail.queue(trx, {
            to,
            subject,
            text: `There is a note about it. Read it and answer here:\n\n${page}\n`,
          })
        }
      })
    },
    async counts() {
      const rows = await tables
        .selectFrom('draft_note')
        .select(({ fn }) => ['subject', fn.countAll<number | string>().as('notes')])
        .groupBy('subject')
        .execute()
      return new Map(rows.map(({ subject, notes }) => [subject, Number(notes)]))
    },

    async addOwn(trx, place, { id, text, at }) {
      const row = { id, subject: subjectOf(place), author_id: 'cms', author_role: 'cms', text, at }
      const added = await trx
        .$extendTables<Tables>()
        .insertInto('draft_note')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst()
      return added !== undefined
    },

    end: (place) => end(subjectOf(place)),
    setAside: (place, at) => move(subjectOf(place), asideOf(place, at)),
    bringBack: (place, at) => move(asideOf(place, at), subjectOf(place)),

    async keepOnly({ open, thrownAway }) {
      const drafts = new Set(open.map(subjectOf))
      const kept = new Set(thrownAway.map((draft) => asideOf(draft, draft.at)))
      const rows = await tables.selectFrom('draft_note').select('subject').distinct().execute()
      for (const { subject } of rows) if (!drafts.has(subject) && !kept.has(subject)) await end(subject)
    },
  }
}

/** Under which subject the notes of a draft wait that was thrown away; no draft has such a name. */
const asideOf = (place: Place, at: number) => `${subjectOf(place)}@${at}`

export interface Note {
  readonly id: string
  readonly author: { readonly accountId: string; readonly role: string }
  readonly text: string
  /** ms UTC */
  readonly at: number
}

/** What notes need to know of a draft. */
export type NotedDraft = Pick<Draft, 'collection' | 'slug' | 'record'>

export interface DraftNotes {
  /** The oldest first. */
  of(place: Place): Promise<Note[]>
  /** To whom a note that this person writes now is emailed: their addresses, each once. */
  readersOf(draft: NotedDraft, author: Actor): Promise<string[]>
  add(draft: NotedDraft, author: Actor, text: string): Promise<void>
  /** How many notes there are, by the subject of a draft. */
  counts(): Promise<ReadonlyMap<string, number>>
  /** A note of the CMS itself; false where there is one with this id already. */
  addOwn(
    trx: Transaction<NoTables>,
    place: Place,
    note: { readonly id: string; readonly text: string; readonly at: number },
  ): Promise<boolean>
  /** Forgets the notes of a draft that was published. */
  end(place: Place): Promise<void>
  /** Puts the notes of a draft away with it when it is thrown away at an instant (ms UTC). */
  setAside(place: Place, at: number): Promise<void>
  /** Puts them back with the draft that was thrown away at an instant (ms UTC). */
  bringBack(place: Place, at: number): Promise<void>
  /** Forgets all but the notes of these drafts: those that a crash left, and those of drafts that are gone for good. */
  keepOnly(drafts: {
    open: readonly Place[]
    thrownAway: readonly (Place & { readonly at: number })[]
  }): Promise<void>
}

interface NoteParts {
  readonly database: Database
  readonly mail: Pick<Mail, 'queue'>
  readonly accounts: { holdersOf(role: 'editor' | 'provider'): Promise<Holder[]> }
  /** ms UTC */
  readonly clock: () => number
  readonly newId: () => string
  /** Where the pages of the CMS are, without a path. */
  readonly siteUrl: string
}

type Tables = {
  draft_note: {
    id: string
    subject: string
    author_id: string
    author_role: string
    text: string
    at: number
  }
}
