import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import { type Actor, claim } from '../domain/conversation.ts'
import { CardNotFound } from '../domain/errors.ts'
import { siteCards, swimming } from '../site-cards.fixture.ts'
import { removeOldText } from './retention.ts'
import { openTestStore } from './store.fixture.ts'

const sam: Actor = { kind: 'navigator', accountId: 'sam' }
const guide = siteCards.pages[1] ?? swimming

describeOnBothEngines('stored cards', (databases) => {
  async function openTalk() {
    const store = await openTestStore(await databases.open())
    const id = await store.start()
    await store.database.write((trx) =>
      store.writer.change(trx, id, (standing) => claim(standing, 'sam'), 'Sam'),
    )
    return { store, id }
  }

  it('come back with their message, and messages without one have none', async () => {
    const { store, id } = await openTalk()
    await store.give(id, sam, 'Have a look at this.', randomUUID(), () => swimming)
    await store.send(id, { kind: 'visitor' }, 'Thank you')
    const cards = (await store.reader.messagesAfter(id, 0)).map(({ card }) => card)
    expect(cards).toEqual([swimming, null])
  })

  it('are those of the first time when a message is repeated, also when the page has gone meanwhile', async () => {
    const { store, id } = await openTalk()
    const again = randomUUID()
    const first = await store.give(id, sam, '', again, () => swimming)
    const renamed = await store.give(id, sam, '', again, () => guide)
    const gone = await store.give(id, sam, '', again, () => {
      throw new CardNotFound()
    })
    expect([renamed.message, gone.message]).toEqual([first.message, first.message])
    expect(gone.isNew).toBe(false)
  })

  it('that cannot be found take no number and leave no message', async () => {
    const { store, id } = await openTalk()
    const giving = store.give(id, sam, 'Here', randomUUID(), () => {
      throw new CardNotFound()
    })
    await expect(giving).rejects.toThrow(CardNotFound)
    expect((await store.send(id, sam, 'Hello')).message.seq).toBe(1)
  })

  it('stand for their message in a list when there are no words', async () => {
    const { store, id } = await openTalk()
    await store.give(id, sam, '', randomUUID(), () => swimming)
    expect((await store.reader.lastMessage(id))?.text).toBe('Service: Sale Swimming Club')
    await store.give(id, sam, 'And this', randomUUID(), () => guide)
    expect((await store.reader.lastMessage(id))?.text).toBe('And this')
  })

  it('are removed with the text', async () => {
    const { store, id } = await openTalk()
    await store.give(id, sam, 'Here', randomUUID(), () => swimming)
    await store.database.write((trx) => removeOldText(trx, store.time.now + 1, store.time.now + 1))
    expect(await store.reader.messagesAfter(id, 0)).toMatchObject([{ text: '', card: null }])
  })
})
