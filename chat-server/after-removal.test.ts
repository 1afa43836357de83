import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { readerOfPages } from './desk-people.fixture.ts'
import { type DeskClient, publicUrl, startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'
import { removeTextOf } from './storage/retention.ts'
import type { HelpdeskTables } from './storage/tables.ts'
import { createVisitorContact } from './storage/visitor-contact.ts'

describeOnBothEngines('a conversation whose text was removed', (databases) => {
  let helpdesk: TestHelpdesk
  let sam: DeskClient
  beforeEach(async () => {
    helpdesk = await startTestHelpdesk(await databases.open())
    sam = await helpdesk.navigator('Sam')
  })
  afterEach(() => helpdesk.stop())

  const tables = () => helpdesk.database.kysely.$extendTables<HelpdeskTables>()
  const erase = (id: string) => helpdesk.database.write((trx) => removeTextOf(trx, [id], helpdesk.time.now))
  async function removed() {
    const { cookie, conversation } = await helpdesk.start({ name: 'Kim' })
    await sam.emitWithAck('conversation:claim', { conversationId: conversation.id })
    await erase(conversation.id)
    return { cookie, conversationId: conversation.id }
  }
  const refused = {
    ok: false,
    code: 'ended',
    message: 'The text of this conversation has been removed, so nothing can be added to it.',
  }

  it('takes no point and no gap any more: their words would stay for ever', async () => {
    const { conversationId } = await removed()
    const words = 'Waited a year for an answer'
    const mark = { clientMarkId: randomUUID(), conversationId, seq: null, words, lookedAgain: false }
    expect(await sam.emitWithAck('mark:add', mark)).toEqual(refused)
    const gap = { clientGapId: randomUUID(), conversationId, need: null, age: 7, area: null, words }
    expect(await sam.emitWithAck('gap:add', gap)).toEqual(refused)
    expect(await tables().selectFrom('mark').select('words').execute()).toEqual([])
    expect(await tables().selectFrom('gap').select('words').execute()).toEqual([])
  })

  it('takes no reason for a block any more', async () => {
    const { conversationId } = await removed()
    const block = { conversationId, reason: 'Kim Lee of Example Road' }
    expect(await sam.emitWithAck('conversation:block', block)).toEqual(refused)
    expect(
      await tables().selectFrom('conversation').select(['block_reason', 'blocked_at']).execute(),
    ).toEqual([{ block_reason: null, blocked_at: null }])
  })

  it('gets no name and address back when the form of a copy by post is sent again', async () => {
    const fields = { clientConversationId: randomUUID(), text: 'The guide, please', name: 'Kim' }
    const send = async () => {
      const body = new URLSearchParams({ ...fields, address: '1 Example Road', postcode: 'M33 2UG' })
      const headers = { origin: publicUrl }
      return (await fetch(`${helpdesk.address}/post-me-a-copy/`, { method: 'POST', body, headers })).status
    }
    expect(await send()).toBe(200)
    const { id } = await tables().selectFrom('conversation').select('id').executeTakeFirstOrThrow()
    await erase(id)
    expect(await send()).not.toBe(200)
    expect(await tables().selectFrom('conversation').select(['visitor_name', 'post_to']).execute()).toEqual([
      { visitor_name: null, post_to: null },
    ])
  })

  it('keeps no email address that is told at the moment in which it goes', async () => {
    const { conversationId } = await removed()
    const contact = createVisitorContact(helpdesk.database.kysely)
    await helpdesk.database.write((trx) => contact.leaveEmail(trx, conversationId, 'kim@example.org'))
    expect(await tables().selectFrom('conversation').select('email').execute()).toEqual([{ email: null }])
  })
})

describeOnBothEngines('a copy that has been posted', (databases) => {
  let helpdesk: TestHelpdesk
  afterEach(() => helpdesk.stop())

  it('is asked for anew when its form is sent again with another address', async () => {
    helpdesk = await startTestHelpdesk(await databases.open())
    const tables = helpdesk.database.kysely.$extendTables<HelpdeskTables>()
    const fields = { clientConversationId: randomUUID(), text: 'The guide, please', name: 'Kim' }
    const send = async (address: string) => {
      const body = new URLSearchParams({ ...fields, address, postcode: 'M33 2UG' })
      const headers = { origin: publicUrl }
      const sent = await fetch(`${helpdesk.address}/post-me-a-copy/`, { method: 'POST', body, headers })
      return sent.text()
    }
    await send('1 Example Road')
    const { id } = await tables.selectFrom('conversation').select('id').executeTakeFirstOrThrow()
    await readerOfPages(helpdesk, 'Sam', 'navigator').post(`/desk/paper/${id}/posted/`, { on: '2026-11-23' })
    expect(await send('2 Other Road')).toContain('Press “Post it to me” once more.')
    const kept = await tables.selectFrom('conversation').select('post_to').executeTakeFirstOrThrow()
    expect(kept.post_to).toContain('1 Example Road')
  })
})
