import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { expect, it } from 'vitest'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import { plantConversations } from '../report.fixture.ts'
import { helpdeskMigrations } from './helpdesk-migrations.ts'
import { textColumns } from './kept-columns.fixture.ts'
import { removeOldGapWords, removeTextOf } from './retention.ts'
import { createSearchIndex } from './search-index.ts'

const secret = 'zebracrossing'
const now = Date.parse('2026-11-23T12:00:00Z')

describeOnBothEngines('text that is kept', (databases) => {
  async function open() {
    const database = await databases.open()
    await database.migrate('helpdesk', helpdeskMigrations)
    return database
  }

  it('stands in columns of which we know what becomes of them', async () => {
    const { kysely } = await open()
    const found = await textColumnsOf(kysely)
    for (const { table, column } of found)
      expect(
        textColumns[table]?.[column],
        `say in kept-columns.fixture.ts what becomes of ${table}.${column}`,
      ).toBeTruthy()
    const names = new Set(found.map(({ table, column }) => `${table}.${column}`))
    const onBoth = Object.entries(textColumns).filter(([table]) => !table.includes('search'))
    for (const [table, columns] of onBoth)
      for (const column of Object.keys(columns)) expect(names).toContain(`${table}.${column}`)
  })

  it('is gone from every column that loses it when the text of a conversation is removed', async () => {
    const database = await open()
    const [id = ''] = await plantConversations(database, 1, () => ({ started_at: now }))
    const removed = Object.entries(textColumns).map(([table, columns]) => ({
      table,
      columns: Object.keys(columns).filter((column) => columns[column] === 'removed'),
    }))
    const all = await textColumnsOf(database.kysely)
    for (const { table, columns } of removed) {
      if (table.includes('search') || columns.length === 0) continue
      if (table === 'conversation' || table === 'message') await fill(database.kysely, table, columns)
      else await insert(database.kysely, table, columns, id)
    }
    const words = { conversationId: id, stamp: 1, notes: 0, words: [secret] }
    await database.write((trx) => createSearchIndex(database.engine).write(trx, words))
    expect(await secretsIn(database.kysely, all)).not.toEqual([])

    await database.write((trx) => removeTextOf(trx, [id], now))
    expect(await secretsIn(database.kysely, all)).toEqual([])
  })

  it('is gone from gaps of no conversation when they are old', async () => {
    const database = await open()
    await insert(database.kysely, 'gap', ['words'], null)
    await database.write((trx) => removeOldGapWords(trx, 1))
    expect(await secretsIn(database.kysely, [{ table: 'gap', column: 'words' }])).toEqual(['gap.words'])
    await database.write((trx) => removeOldGapWords(trx, 2))
    expect(await secretsIn(database.kysely, [{ table: 'gap', column: 'words' }])).toEqual([])
  })
})

interface TextColumn {
  readonly table: string
  readonly column: string
}

/** All columns of the helpdesk that are no numbers. SQLite keeps the words of searches in tables of its own making. */
async function textColumnsOf(db: Kysely<unknown>): Promise<TextColumn[]> {
  const tables = (await db.introspection.getTables()).filter(
    ({ name }) => !/^(migration$|search_word_)/.test(name),
  )
  return tables.flatMap(({ name: table, columns }) =>
    columns
      .filter(({ dataType, name }) => !/int/i.test(dataType) && !['search_word', 'rank'].includes(name))
      .map(({ name: column }) => ({ table, column })),
  )
}

async function fill(db: Kysely<unknown>, table: string, columns: readonly string[]): Promise<void> {
  const sets = columns.map((column) => sql`${sql.ref(column)} = ${secret}`)
  await sql`update ${sql.table(table)} set ${sql.join(sets)}`.execute(db)
}

/** A row of which all that must be there is there. */
async function insert(
  db: Kysely<unknown>,
  table: string,
  secrets: readonly string[],
  conversationId: string | null,
): Promise<void> {
  const known = (await db.introspection.getTables()).find(({ name }) => name === table)
  const columns = (known?.columns ?? []).filter(
    ({ name, isNullable }) => !isNullable || secrets.includes(name) || name === 'conversation_id',
  )
  const values = columns.map(({ name, dataType }) => {
    if (name === 'conversation_id') return conversationId
    if (/int/i.test(dataType)) return 1
    return secrets.includes(name) ? secret : randomUUID()
  })
  const names = columns.map(({ name }) => sql.ref(name))
  await sql`insert into ${sql.table(table)} (${sql.join(names)}) values (${sql.join(values)})`.execute(db)
}

async function secretsIn(db: Kysely<unknown>, columns: readonly TextColumn[]): Promise<string[]> {
  const found: string[] = []
  for (const { table, column } of columns) {
    const { rows } = await sql<{ count: number | string }>`select count(*) as count from ${sql.table(table)}
      where cast(${sql.ref(column)} as text) like ${`%${secret}%`}`.execute(db)
    if (Number(rows[0]?.count) > 0) found.push(`${table}.${column}`)
  }
  return found
}
