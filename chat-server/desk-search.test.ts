import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import type { SearchAnswer } from '#protocol/desk-search.ts'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { openWithConcern, type WithConcern } from './concerns.fixture.ts'
import type { DeskClient } from './helpdesk.fixture.ts'
import { createConversationWriter } from './storage/conversation-writer.ts'

const all = { channel: null, navigatorId: null, tag: null, heldOnly: false }

describeOnBothEngines('searching conversations at the desk', (databases) => {
  let desk: WithConcern
  afterEach(() => desk.helpdesk.stop())
  const start = async () => {
    desk = await openWithConcern(await databases.open())
  }
  const ask = (by: DeskClient, words: string) => by.emitWithAck('conversations:search', { words, ...all })
  async function find(by: DeskClient, words: string): Promise<SearchAnswer> {
    const reply = await ask(by, words)
    if (!reply.ok) throw new Error(reply.message)
    return reply
  }

  it('finds what was said a moment ago, with the words around it', async () => {
    await start()
    await desk.says('We lost our taxi to school.')
    const { found, more, notYet } = await find(desk.alex, 'taxi')
    expect(found).toMatchObject([
      {
        conversation: { id: desk.conversationId, visitorName: 'Kim' },
        excerpt: { where: 'message', text: 'We lost our taxi to school.' },
      },
    ])
    expect([more, notYet]).toEqual([false, 0])
    expect((await find(desk.alex, 'zebra')).found).toEqual([])
  })

  it('says why a single letter finds nothing, and an empty search', async () => {
    await start()
    expect(await ask(desk.alex, 'a ?')).toMatchObject({
      ...{ ok: false, code: 'invalid', message: 'Write a word of two letters or more.' },
    })
    expect(await ask(desk.alex, ' ')).toMatchObject({ ok: false, message: 'Write what you look for.' })
  })

  it('finds a held conversation for the lead and its navigator alone', async () => {
    await start()
    await desk.raise()
    expect((await find(desk.alex, 'uncle')).found).toEqual([])
    expect((await find(desk.alex, 'kim')).found).toEqual([])
    for (const by of [desk.sam, desk.lee])
      expect((await find(by, 'uncle')).found).toMatchObject([{ conversation: { hold: 'readable' } }])
  })

  it('is in the audit when it shows what others have, without the words', async () => {
    await start()
    const entries = async () =>
      (await desk.helpdesk.audit.read({ limit: 500 })).filter(
        ({ action }) => action === 'conversations-search',
      )
    await find(desk.sam, 'uncle')
    await find(desk.alex, 'zebra')
    expect(await entries(), 'one’s own, and nothing').toEqual([])
    await find(desk.alex, 'uncle')
    expect(await entries()).toMatchObject([{ actor: 'alex', detail: { ofOthers: 1, held: 0 } }])
    expect(JSON.stringify(await entries())).not.toContain('uncle')
  })

  it('shows thirty at the most and says that there are more', async () => {
    await start()
    const writer = createConversationWriter({ clock: () => desk.helpdesk.time.now, newId: randomUUID })
    await desk.helpdesk.database.write(async (trx) => {
      for (let number = 0; number < 31; number += 1)
        await writer.start(trx, { clientConversationId: randomUUID(), channel: 'chat', about: 'Swimming' })
    })
    const { found, more } = await find(desk.alex, 'swimming')
    expect([found.length, more]).toEqual([30, true])
  })
})
