import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { concernIn, openWithConcern, type WithConcern, worrying } from './concerns.fixture.ts'
import { ConversationHeld, ConversationNotFound } from './domain/errors.ts'
import { publicUrl } from './helpdesk.fixture.ts'
import { findConversationsOf } from './storage/kept-conversations.ts'
import { createStores } from './stores.ts'
import { eraseConversation, exportConversation } from './subject-access.ts'

describeOnBothEngines('what somebody may ask of what is kept about them', (databases) => {
  let desk: WithConcern
  afterEach(() => desk.helpdesk.stop())
  const start = async () => {
    desk = await openWithConcern(await databases.open())
    const { database, audit, time } = desk.helpdesk
    const stores = createStores({ database, clock: () => time.now, newId: randomUUID })
    const reference = (await stores.reader.find(desk.conversationId))?.reference ?? ''
    return { parts: { stores, audit, publicUrl }, reference }
  }

  async function referencesOf(email: string) {
    const found = await findConversationsOf(desk.helpdesk.database.kysely, { by: 'email', email })
    return found.map(({ reference }) => reference)
  }

  it('is a copy of all of it, which is in the audit', async () => {
    const { parts, reference } = await start()
    await desk.kim.emitWithAck('visitor:leave-address', { email: 'Kim@example.org' })
    const copy = await exportConversation(parts, reference.toLowerCase())
    for (const part of [
      'Name: Kim',
      'About: A worry at home',
      'Email: Kim@example.org',
      worrying,
      'Sam has joined',
    ])
      expect(copy).toContain(part)
    expect(await desk.audited()).toContain('system conversation-export')
    expect(await referencesOf('kim@EXAMPLE.org')).toEqual([reference])
    await expect(exportConversation(parts, 'LO-0000-0000')).rejects.toThrow(ConversationNotFound)
  })

  it('is its removal at once, which is in the audit; the family’s device opens nothing any more', async () => {
    const { parts, reference } = await start()
    await eraseConversation(parts, reference)
    expect(await exportConversation(parts, reference)).not.toMatch(/Kim|uncle|worry/)
    expect(await desk.audited()).toContain('system conversation-erase')
    await expect(desk.helpdesk.visitor(desk.cookie)).rejects.toThrow('We cannot find this conversation.')
  })

  it('ends a conversation that goes on, so that nobody writes into what was erased', async () => {
    const { parts, reference } = await start()
    await eraseConversation(parts, reference)
    expect(await desk.says('One more thing')).toMatchObject({ ok: false, code: 'ended' })
    const { conversationId } = desk
    const answer = { conversationId, clientMessageId: randomUUID(), text: 'Hello Kim', cardPath: null }
    expect(await desk.sam.emitWithAck('message:send', answer)).toMatchObject({ ok: false, code: 'ended' })
    const address = { email: 'kim@example.org' }
    expect(await desk.kim.emitWithAck('visitor:leave-address', address)).toMatchObject({ code: 'ended' })
    expect(await referencesOf('kim@example.org')).toEqual([])
  })

  it('waits while a concern holds the conversation, until a lead has released it', async () => {
    const { parts, reference } = await start()
    const { id: concernId } = concernIn(await desk.raise())
    await expect(eraseConversation(parts, reference)).rejects.toThrow(ConversationHeld)
    await expect(exportConversation(parts, reference)).rejects.toThrow(ConversationHeld)
    await desk.lee.emitWithAck('concern:close', { concernId, reason: 'No danger', release: true })
    await eraseConversation(parts, reference)
    expect(await exportConversation(parts, reference)).not.toContain('uncle')
  })
})
