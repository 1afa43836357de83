import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import { type Actor, claim, end } from '../domain/conversation.ts'
import { AlreadyTaken, ConversationEnded, ConversationNotFound, MessageIdInUse } from '../domain/errors.ts'
import { openTestStore } from './store.fixture.ts'

const visitor: Actor = { kind: 'visitor' }
const sam: Actor = { kind: 'navigator', accountId: 'sam' }

describeOnBothEngines('stored messages', (databases) => {
  const openStore = async () => openTestStore(await databases.open())

  it('are numbered 1, 2, 3 … in each conversation, however many come at once', async () => {
    const store = await openStore()
    const ids = [await store.start(), await store.start()]
    const texts = Array.from({ length: 40 }, (_, index) => String(index))
    await Promise.all(texts.flatMap((text) => ids.map((id) => store.send(id, visitor, text))))
    for (const id of ids) {
      const messages = await store.reader.messagesAfter(id, 0)
      expect(messages.map((message) => message.seq)).toEqual(texts.map((_, index) => index + 1))
      expect(messages.map((message) => message.text).toSorted()).toEqual(texts.toSorted())
    }
  })

  it('are stored once, however often the page repeats them', async () => {
    const store = await openStore()
    const id = await store.start()
    const again = randomUUID()
    const sent = await Promise.all([
      store.send(id, visitor, 'hello', again),
      store.send(id, visitor, 'hello', again),
      store.send(id, visitor, 'something else'),
      store.send(id, visitor, 'hello', again),
    ])
    const repeats = [sent[0], sent[1], sent[3]]
    expect(new Set(repeats.map((one) => one?.message.seq)).size).toBe(1)
    expect(repeats.filter((one) => one?.isNew)).toHaveLength(1)
    const messages = await store.reader.messagesAfter(id, 0)
    expect(messages.map((message) => message.seq)).toEqual([1, 2])
    expect((await store.reader.find(id))?.lastSeq).toBe(2)
  })

  it('give the first answer to a repeat even after the end', async () => {
    const store = await openStore()
    const id = await store.start()
    const again = randomUUID()
    const first = await store.send(id, visitor, 'hello', again)
    await store.database.write((trx) => store.writer.change(trx, id, (standing) => end(standing, visitor, 5)))
    expect((await store.send(id, visitor, 'hello', again)).message).toEqual(first.message)
    await expect(store.send(id, visitor, 'more')).rejects.toThrow(ConversationEnded)
  })

  it('cannot be written by the wrong navigator, and a refused one takes no number', async () => {
    const store = await openStore()
    const id = await store.start()
    await store.database.write((trx) =>
      store.writer.change(trx, id, (standing) => claim(standing, 'alex'), 'Alex'),
    )
    await expect(store.send(id, sam, 'hello')).rejects.toThrow(AlreadyTaken)
    expect((await store.send(id, visitor, 'hello')).message.seq).toBe(1)
  })

  it("are not given away by guessing another side's message id", async () => {
    const store = await openStore()
    const id = await store.start()
    const { message } = await store.send(id, visitor, 'hello')
    await store.database.write((trx) =>
      store.writer.change(trx, id, (standing) => claim(standing, 'sam'), 'Sam'),
    )
    await expect(store.send(id, sam, 'mine', message.clientMessageId ?? '')).rejects.toThrow(MessageIdInUse)
  })

  it('need a conversation', async () => {
    const store = await openStore()
    await expect(store.send(randomUUID(), visitor, 'hello')).rejects.toThrow(ConversationNotFound)
  })

  it('come back from any point on, with notices in their place', async () => {
    const store = await openStore()
    const id = await store.start('chat', { name: 'Kim' })
    await store.send(id, visitor, 'one')
    await store.notice(id, 'Sam has joined.')
    await store.send(id, visitor, 'three')
    const after = await store.reader.messagesAfter(id, 1)
    expect(after.map(({ seq, author, authorName, text }) => [seq, author, authorName, text])).toEqual([
      [2, 'notice', null, 'Sam has joined.'],
      [3, 'visitor', 'Kim', 'three'],
    ])
  })

  it('agree with a plain list, whatever is sent, repeated and refused', async () => {
    const store = await openStore()
    const step = fc.record({ message: fc.integer({ min: 0, max: 6 }), who: fc.constantFrom(visitor, sam) })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const id = await store.start()
        const list: string[] = []
        for (const { message, who } of steps) {
          const clientMessageId = `${id}-${message}`
          const at = list.indexOf(clientMessageId)
          const sending = store.send(id, who, String(message), clientMessageId)
          if (who === sam) {
            await expect(sending).rejects.toThrow()
            continue
          }
          if (at < 0) list.push(clientMessageId)
          expect((await sending).message.seq).toBe((at < 0 ? list.length - 1 : at) + 1)
        }
        const stored = await store.reader.messagesAfter(id, 0)
        expect(stored.map((one) => one.clientMessageId)).toEqual(list)
      }),
      { numRuns: 25 },
    )
  })
})
