import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { eventually } from '../tests/support/eventually.ts'
import { type DeskClient, listenAsVisitor, startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'
import { swimming } from './site-cards.fixture.ts'

describeOnBothEngines('a card from a navigator', (databases) => {
  let helpdesk: TestHelpdesk
  afterEach(() => helpdesk.stop())

  async function startTalk() {
    helpdesk = await startTestHelpdesk(await databases.open())
    const { cookie, conversation } = await helpdesk.start()
    const visitor = await helpdesk.visitor(cookie)
    const sam = await helpdesk.navigator('Sam')
    await sam.emitWithAck('conversation:claim', { conversationId: conversation.id })
    return { cookie, conversationId: conversation.id, visitor, sam }
  }
  const give = (desk: DeskClient, conversationId: string, cardPath: string | null, text = '') =>
    desk.emitWithAck('message:send', { conversationId, clientMessageId: randomUUID(), text, cardPath })

  it('reaches the family as the site calls it, with or without words', async () => {
    const { conversationId, visitor, sam } = await startTalk()
    const page = listenAsVisitor(visitor)
    const reply = await give(sam, conversationId, swimming.path)
    expect(reply).toMatchObject({ ok: true, card: swimming })
    expect(await give(sam, conversationId, swimming.path, 'Look')).toMatchObject({ ok: true, card: swimming })
    await eventually(() => {
      const told = page.messages.filter(({ author }) => author === 'navigator')
      expect(told.map(({ text, card }) => [text, card])).toEqual([
        ['', swimming],
        ['Look', swimming],
      ])
    })
    const synced = await visitor.emitWithAck('conversation:sync', { lastSeq: 0 })
    expect(synced.ok && synced.messages.flatMap(({ card }) => card ?? [])).toEqual([swimming, swimming])
  })

  it('is given once, however often the page sends the message again', async () => {
    const { conversationId, sam } = await startTalk()
    const message = { conversationId, clientMessageId: randomUUID(), text: '', cardPath: swimming.path }
    const replies = await Promise.all([1, 2, 3].map(() => sam.emitWithAck('message:send', message)))
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(replies[0]).toMatchObject({ ok: true, card: swimming })
  })

  it('is refused in a clear sentence when the site has no such page, and nothing is sent', async () => {
    const { conversationId, sam, visitor } = await startTalk()
    expect(await give(sam, conversationId, '/services/no-such-club/', 'Look')).toEqual({
      ok: false,
      code: 'invalid',
      message:
        'The page on this card is not on the site now. Remove this message and write it without the card.',
    })
    for (const path of ['//evil.example/', 'javascript:alert(1)', '/\\evil.example/', '/services/../desk/'])
      expect(await give(sam, conversationId, path, 'Look')).toEqual({
        ok: false,
        code: 'invalid',
        message: 'A card leads to a page of this site only.',
      })
    expect(await give(sam, conversationId, null)).toMatchObject({ message: 'Write your message first.' })
    const synced = await visitor.emitWithAck('conversation:sync', { lastSeq: 0 })
    expect(synced.ok && synced.messages.filter(({ author }) => author === 'navigator')).toEqual([])
  })

  it('is never sent by a visitor', async () => {
    const { visitor } = await startTalk()
    const forged = { clientMessageId: randomUUID(), text: 'Hello', cardPath: swimming.path, card: swimming }
    expect(await visitor.emitWithAck('message:send', forged)).toMatchObject({ ok: true })
    const synced = await visitor.emitWithAck('conversation:sync', { lastSeq: 0 })
    expect(synced.ok && synced.messages.at(-1)).toMatchObject({ text: 'Hello', card: null })
  })

  it('stands on the page for those without JavaScript and in the copy, with its full address', async () => {
    const { cookie, conversationId, sam } = await startTalk()
    await give(sam, conversationId, swimming.path, 'Look at this.')
    const read = async (path: string) =>
      (await fetch(`${helpdesk.address}${path}`, { headers: { cookie } })).text()
    const page = await read('/conversation/')
    expect(page).toContain('<a href="/services/sale-swimming/">Sale Swimming Club</a>')
    expect(page).toContain(swimming.summary)
    expect(await read('/conversation/copy/')).toContain(
      'Look at this.\nService: Sale Swimming Club, http://localhost:8080/services/sale-swimming/\n',
    )
  })
})
