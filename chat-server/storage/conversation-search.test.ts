import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import { type Actor, claim } from '../domain/conversation.ts'
import { soughtWords } from '../domain/search-words.ts'
import { createConversationSearch, type Narrowed } from './conversation-search.ts'
import { removeTextOf } from './retention.ts'
import { openTestStore } from './store.fixture.ts'
import type { HelpdeskTables } from './tables.ts'

const visitor: Actor = { kind: 'visitor' }
const sam = { accountId: 'sam', isLead: false }
const lead = { accountId: 'lee', isLead: true }
const all: Narrowed = { channel: null, navigatorId: null, tag: null, heldOnly: false, most: 50 }

describeOnBothEngines('search of conversations', (databases) => {
  async function openSearch() {
    const store = await openTestStore(await databases.open())
    const search = createConversationSearch(store.database)
    const tables = store.database.kysely.$extendTables<HelpdeskTables>()
    return {
      ...{ store, search, tables },
      async find(typed: string, person = sam, narrowed: Partial<Narrowed> = {}) {
        await search.takeIn(100)
        const found = await search.find(soughtWords(typed), person, { ...all, ...narrowed })
        return found.map(({ id }) => id)
      },
      take: (id: string, accountId: string) =>
        store.database.write((trx) =>
          store.writer.change(trx, id, (standing) => claim(standing, accountId), accountId),
        ),
      note: (conversationId: string, text: string) =>
        tables
          .insertInto('internal_note')
          .values({
            ...{ id: randomUUID(), client_note_id: randomUUID(), conversation_id: conversationId },
            ...{ author_id: 'sam', author_name: 'Sam', text, written_at: 1 },
          })
          .execute(),
      hold: (id: string) =>
        tables.updateTable('conversation').set({ held: 1 }).where('id', '=', id).execute(),
      /** how many rows of either engine still hold this word */
      async kept(word: string) {
        const { rows } =
          store.database.engine === 'sqlite'
            ? await sql`select 1 from search_word where search_word match ${word}`.execute(tables)
            : await sql`select 1 from conversation_search where words @@ cast(${word} as tsquery)`.execute(
                tables,
              )
        return rows.length
      },
    }
  }

  it('goes on when somebody writes without end', async () => {
    const { store, find } = await openSearch()
    const id = await store.start()
    const words = Array.from({ length: 6_000 }, (_, n) => `${'漢'.repeat(54)}${String(n).padStart(6, '0')}`)
    await store.send(id, visitor, words.join(' '))
    const other = await store.start()
    await store.send(other, visitor, 'Transport')
    expect(await find('transport')).toEqual([other])
  })

  it('finds what was said, by the beginnings of words, without capitals and accents', async () => {
    const { store, find } = await openSearch()
    const id = await store.start('chat', { name: 'Zoë' })
    await store.send(id, visitor, 'The school TRANSPORT has stopped.')
    const other = await store.start()
    await store.send(other, visitor, 'Something else')
    for (const typed of ['transport', 'transp school', 'zoe', 'stopped.'])
      expect(await find(typed), typed).toEqual([id])
    for (const typed of ['transport else', 'port', 'tr']) expect(await find(typed), typed).toEqual([])
  })

  it('finds names, subjects, references and internal notes', async () => {
    const { store, find, note, take } = await openSearch()
    const id = await store.start('message', { name: 'Kim' })
    await take(id, 'sam')
    const reference = (await store.reader.find(id))?.reference ?? ''
    for (const typed of ['kim', reference, reference.toLowerCase(), 'sam'])
      expect(await find(typed), typed).toEqual([id])
    await note(id, 'Rang the caseworker')
    expect(await find('caseworker')).toEqual([id])
  })

  it('takes in what is new, and nothing twice', async () => {
    const { store, search, find } = await openSearch()
    const id = await store.start()
    expect(await search.takeIn(10)).toBe(1)
    expect(await search.takeIn(10)).toBe(0)
    await store.send(id, visitor, 'A ramp')
    expect(await search.notTakenIn(10)).toBe(1)
    expect(await find('ramp')).toEqual([id])
    expect(await search.notTakenIn(10)).toBe(0)
  })

  it('leaves a talk that goes on to the search itself, if told since when it is to have been quiet', async () => {
    const { store, search, find } = await openSearch()
    const id = await store.start()
    await store.send(id, visitor, 'A ramp')
    expect(await search.takeIn(10, store.time.now)).toBe(0)
    expect(await search.takeIn(10, store.time.now + 1)).toBe(1)
    await store.send(id, visitor, 'And a rail')
    expect(await search.takeIn(10, store.time.now)).toBe(0)
    expect(await find('rail')).toEqual([id])
  })

  it('finds the newest first, and no more than are asked for', async () => {
    const { store, find } = await openSearch()
    const ids: string[] = []
    for (const _ of [1, 2, 3]) {
      store.time.now += 1000
      ids.push(await store.start('chat', { name: 'Robin' }))
    }
    expect(await find('robin')).toEqual(ids.toReversed())
    expect(await find('robin', sam, { most: 2 })).toEqual(ids.toReversed().slice(0, 2))
  })

  it('finds a held conversation only for who may read it', async () => {
    const { store, find, take, hold } = await openSearch()
    const id = await store.start('chat', { name: 'Robin' })
    await take(id, 'alex')
    await hold(id)
    expect(await find('robin')).toEqual([])
    expect(await find('robin', { accountId: 'alex', isLead: false })).toEqual([id])
    expect(await find('robin', lead, { heldOnly: true })).toEqual([id])
  })

  it('finds and keeps nothing of a text that was removed', async () => {
    const { store, find, kept, note } = await openSearch()
    const id = await store.start('chat', { name: 'Robin' })
    await store.send(id, visitor, 'wheelchair')
    await note(id, 'caseworker')
    expect(await find('wheelchair')).toEqual([id])
    expect(await kept('wheelchair')).toBe(1)
    await store.database.write((trx) => removeTextOf(trx, [id], store.time.now))
    expect(await kept('wheelchair')).toBe(0)
    for (const typed of ['wheelchair', 'robin', 'caseworker']) expect(await find(typed), typed).toEqual([])
  })

  it('can be narrowed to a channel, a navigator and a tag', async () => {
    const { store, find, take, tables } = await openSearch()
    const chat = await store.start('chat', { name: 'Robin' })
    const form = await store.start('message', { name: 'Robin' })
    await take(chat, 'alex')
    await tables.updateTable('conversation').set({ tags: '["transport"]' }).where('id', '=', form).execute()
    expect(await find('robin', sam, { channel: 'message' })).toEqual([form])
    expect(await find('robin', sam, { navigatorId: 'alex' })).toEqual([chat])
    expect(await find('robin', sam, { tag: 'transport' })).toEqual([form])
  })

  it('shows the words around what was found, and says when they stand in a note', async () => {
    const { store, search, note } = await openSearch()
    const id = await store.start()
    await store.send(id, visitor, 'The taxi never came.')
    await note(id, 'Ask about the bus pass')
    expect(await search.excerpt(id, soughtWords('taxi'))).toEqual({
      ...{ where: 'message', text: 'The taxi never came.' },
    })
    expect(await search.excerpt(id, soughtWords('bus'))).toEqual({
      ...{ where: 'note', text: 'Ask about the bus pass' },
    })
    expect(await search.excerpt(id, soughtWords('train'))).toBeNull()
  })

  it('is not confused by signs that either engine takes for its own', async () => {
    const { store, find } = await openSearch()
    const id = await store.start()
    await store.send(id, visitor, `O'Neil said "fifty % OR nothing" & 1e5 * (\\) :* near/2 a_b`)
    for (const typed of [`o'neil`, '"fifty', '1e5', 'NEAR/2', 'nothing & (', 'a_b fifty'])
      expect(await find(typed), typed).toEqual([id])
  })
})
