import { type Kysely, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import { OperatorError } from '../operator-error.ts'
import { claimDatabase } from './claim-database.ts'
import type { Database } from './database.ts'
import { DatabaseNewerError } from './database-errors.ts'
import type { Migration } from './migrations.ts'

type Tables = { note: { id: string; text: string; written_at: number; done: number } }

const createNotes: Migration = {
  number: 1,
  name: 'create notes',
  async up(db) {
    await db.schema
      .createTable('note')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('written_at', 'bigint', (column) => column.notNull())
      .addColumn('done', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
  },
}

const addIndex: Migration = {
  number: 2,
  name: 'index notes by time',
  up: (db) => db.schema.createIndex('note_by_time').on('note').column('written_at').execute(),
}

function insertNote(db: Kysely<unknown>, id: string, text = 'hello') {
  return db
    .$extendTables<Tables>()
    .insertInto('note')
    .values({ id, text, written_at: Date.now(), done: 0 })
    .execute()
}

async function notesIn(database: Database): Promise<string[]> {
  const rows = await database.kysely
    .$extendTables<Tables>()
    .selectFrom('note')
    .select('id')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

describeOnBothEngines('the database', (databases) => {
  async function openWithNotes() {
    const database = await databases.open()
    await database.migrate('test', [createNotes])
    return database
  }

  it('gives back text of any script and whole numbers as numbers', async () => {
    const database = await openWithNotes()
    const notes = database.kysely.$extendTables<Tables>()
    const note = { id: 'a', text: 'Příliš — 界 👩‍👧', written_at: 4_102_444_800_000, done: 1 }
    await database.write((trx) => trx.$extendTables<Tables>().insertInto('note').values(note).execute())
    expect(await notes.selectFrom('note').selectAll().execute()).toEqual([note])
    const count = await notes
      .selectFrom('note')
      .select(notes.fn.countAll<number>().as('count'))
      .executeTakeFirst()
    expect(count).toEqual({ count: 1 })
    const sum = await notes
      .selectFrom('note')
      .select(notes.fn.sum<number>('written_at').as('sum'))
      .executeTakeFirst()
    expect(sum).toEqual({ sum: 4_102_444_800_000 })
  })

  it('knows on conflict and returning', async () => {
    const database = await openWithNotes()
    const insert = () =>
      database.write((trx) =>
        trx
          .$extendTables<Tables>()
          .insertInto('note')
          .values({ id: 'a', text: 'once', written_at: 1, done: 0 })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .returning('id')
          .executeTakeFirst(),
      )
    expect(await insert()).toEqual({ id: 'a' })
    expect(await insert()).toBeUndefined()
  })

  it('undoes a write that fails, and only that one', async () => {
    const database = await openWithNotes()
    await database.write((trx) => insertNote(trx, 'there before'))
    const results = await Promise.allSettled([
      database.write((trx) => insertNote(trx, 'a')),
      database.write(async (trx) => {
        await insertNote(trx, 'b')
        throw new Error('changed my mind')
      }),
      database.write(async (trx) => {
        await insertNote(trx, 'c')
        await insertNote(trx, 'there before')
      }),
      database.write((trx) => insertNote(trx, 'd')),
    ])
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(await notesIn(database)).toEqual(['a', 'd', 'there before'])
  })

  it('shows others a write only when it is done', async () => {
    const database = await openWithNotes()
    let seenMeanwhile: string[] | undefined
    await database.write(async (trx) => {
      await insertNote(trx, 'a')
      seenMeanwhile = await notesIn(database)
    })
    expect(seenMeanwhile).toEqual([])
    expect(await notesIn(database)).toEqual(['a'])
  })

  it('keeps many writes, transactions of Kysely and single statements at once', async () => {
    const database = await openWithNotes()
    const writers = Array.from({ length: 60 }, (_, index) => {
      const id = String(index).padStart(2, '0')
      if (index % 3 === 0) return insertNote(database.kysely, id)
      if (index % 3 === 1) return database.kysely.transaction().execute((trx) => insertNote(trx, id))
      return database.write((trx) => insertNote(trx, id))
    })
    await Promise.all(writers)
    expect(await notesIn(database)).toHaveLength(60)
  })

  it('finishes the writes under way before it closes', async () => {
    const place = await databases.place()
    const database = await databases.open(place)
    await database.migrate('test', [createNotes])
    const written = database.write((trx) => insertNote(trx, 'a'))
    await Promise.all([written, database.close()])
    expect(await notesIn(await databases.open(place))).toEqual(['a'])
  })

  it('is claimed by one program at a time, and free again when that was stopped or killed', async () => {
    const place = await databases.place()
    const [first, second] = [await databases.open(place), await databases.open(place)]
    const claim = (database: typeof first) => claimDatabase(database, 'the work', 'Another one does it.')
    const release = await claim(first)
    if (first.engine === 'sqlite') {
      // Its folder is claimed in its place.
      await expect(claim(second)).resolves.toBeTypeOf('function')
      return
    }
    await expect(claim(second)).rejects.toThrow(OperatorError)
    await expect(claim(second)).rejects.toThrow('Another one does it.')
    expect((await sql`select 1 as one`.execute(second.kysely)).rows).toEqual([{ one: 1 }])
    await release()
    const releaseSecond = await claim(second)
    await expect(claim(first)).rejects.toThrow(OperatorError)

    // As `kill -9` does: the connection ends, and nobody has said goodbye.
    const ended = sql`select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory'`
    await ended.execute(first.kysely)
    await (await claim(first))()
    await releaseSecond()
  })

  describe('migrations', () => {
    it('run once, in order, each owner for itself', async () => {
      const place = await databases.place()
      const first = await databases.open(place)
      await first.migrate('test', [createNotes])
      await first.migrate('other', [{ number: 1, name: 'nothing yet', up: async () => {} }])
      await insertNote(first.kysely, 'kept')
      const later = await databases.open(place)
      await later.migrate('test', [createNotes, addIndex])
      await later.migrate('test', [createNotes, addIndex])
      expect(await notesIn(later)).toEqual(['kept'])
    })

    it('run once when two processes start together', async () => {
      const place = await databases.place()
      const both = [await databases.open(place), await databases.open(place)]
      await Promise.all(both.map((database) => database.migrate('test', [createNotes, addIndex])))
      await Promise.all(both.map((database, index) => insertNote(database.kysely, String(index))))
    })

    it('leave a newer database alone and say so', async () => {
      const database = await databases.open()
      await database.migrate('test', [createNotes, addIndex])
      const older = database.migrate('test', [createNotes])
      await expect(older).rejects.toThrow(DatabaseNewerError)
      await expect(older).rejects.toThrow(/newer than this program/)
    })

    it('leave nothing half done when one fails', async () => {
      const database = await databases.open()
      const failing: Migration = {
        number: 2,
        name: 'fails half way',
        async up(db) {
          await db.schema.alterTable('note').addColumn('extra', 'text').execute()
          await sql`insert into nowhere values (1)`.execute(db)
        },
      }
      await expect(database.migrate('test', [createNotes, failing])).rejects.toThrow(/nowhere/)
      await database.migrate('test', [createNotes, addIndex])
      await insertNote(database.kysely, 'a')
      await expect(sql`select extra from note`.execute(database.kysely)).rejects.toThrow(/extra/)
    })

    it('must be numbered without gaps', async () => {
      const database = await databases.open()
      await expect(database.migrate('test', [addIndex])).rejects.toThrow(/has number 2; it must be 1/)
    })
  })
})
