import { expect, it } from 'vitest'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import type { Migration } from './migrations.ts'
import { prepareQuery, type Value } from './prepared-query.ts'

type Tables = { note: { id: string; text: string | null; weight: number } }

const createNotes: Migration = {
  number: 1,
  name: 'create notes',
  up: (db) =>
    db.schema
      .createTable('note')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('text', 'text')
      .addColumn('weight', 'integer', (column) => column.notNull())
      .execute(),
}

const addNote = prepareQuery((db, value: Value<Tables['note']>) =>
  db
    .$extendTables<Tables>()
    .insertInto('note')
    .values({ weight: value('weight'), id: value('id'), text: value('text') })
    .onConflict((conflict) => conflict.column('id').doNothing()),
)

const heavierThan = prepareQuery((db, value: Value<{ weight: number }>) =>
  db
    .$extendTables<Tables>()
    .selectFrom('note')
    .select(['id', 'text'])
    .where('weight', '>', value('weight'))
    .where('weight', '<', 100)
    .orderBy('id'),
)

describeOnBothEngines('a query that is built once', (databases) => {
  it('takes other values at each use, in any order, also those that are nothing', async () => {
    const database = await databases.open()
    await database.migrate('notes', [createNotes])
    await database.write(async (trx) => {
      await addNote(trx, { id: 'a', text: 'first', weight: 1 })
      await addNote(trx, { id: 'b', text: null, weight: 2 })
      await addNote(trx, { id: 'c', text: 'third', weight: 300 })
    })
    expect((await heavierThan(database.kysely, { weight: 1 })).rows).toEqual([{ id: 'b', text: null }])
    expect((await heavierThan(database.kysely, { weight: 0 })).rows).toEqual([
      { id: 'a', text: 'first' },
      { id: 'b', text: null },
    ])
  })

  it('tells how many rows it changed', async () => {
    const database = await databases.open()
    await database.migrate('notes', [createNotes])
    const add = () => database.write((trx) => addNote(trx, { id: 'a', text: 'once', weight: 1 }))
    expect((await add()).changed).toBe(1n)
    expect((await add()).changed).toBe(0n)
  })
})
