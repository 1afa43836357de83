import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { eventually } from '../tests/support/eventually.ts'
import { type MailServer, startMailServer } from '../tests/support/mail-server.ts'
import { type DeskClient, listenAsVisitor, startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'

const kim = 'kim@example.org'
const hour = 3_600_000

describeOnBothEngines('an answer that comes later', (databases) => {
  let helpdesk: TestHelpdesk
  let post: MailServer
  let sam: DeskClient
  beforeEach(async () => {
    post = await startMailServer()
    helpdesk = await startTestHelpdesk(await databases.open(), {}, post.url)
    sam = await helpdesk.navigator('Sam')
  })
  afterEach(async () => {
    await helpdesk.stop()
    await post.stop()
  })

  async function chatWithSam(fields: object = {}) {
    const { cookie, conversation } = await helpdesk.start({ name: 'Kim', ...fields })
    const conversationId = conversation.id
    await sam.emitWithAck('conversation:claim', { conversationId })
    return { cookie, conversationId, page: await helpdesk.visitor(cookie) }
  }
  const write = (conversationId: string, text: string, by = sam) =>
    by.emitWithAck('message:send', { conversationId, clientMessageId: randomUUID(), text })
  async function subjects() {
    await helpdesk.mail.deliverDue()
    return post.letters.map(({ source }) => /^Subject: (.*?) \(/m.exec(source)?.[1])
  }
  async function line(conversationId: string, by = sam) {
    const synced = await by.emitWithAck('desk:sync', {})
    return synced.ok ? synced.conversations.find(({ id }) => id === conversationId) : undefined
  }
  async function pass(ms: number) {
    helpdesk.time.now += ms
    for (let round = 0; round < 8; round += 1) {
      helpdesk.time.now += 10_000
      await helpdesk.helpdesk.makeRound()
    }
  }
  async function gone(desk: DeskClient) {
    desk.disconnect()
    await eventually(() => expect(helpdesk.deskSockets()).toBe(0))
  }

  it('is promised for a day: the family reads it, the chat goes on as Sam’s message', async () => {
    const { conversationId, page } = await chatWithSam({ email: kim })
    const heard = listenAsVisitor(page)
    const later = await sam.emitWithAck('conversation:answer-later', { conversationId })
    expect(later.ok && later.conversation).toMatchObject({
      ...{ channel: 'message', state: 'with-navigator', navigatorName: 'Sam' },
      answerBy: Date.parse('2026-11-26T00:00:00Z'),
    })
    await eventually(() => expect(heard.conversations.at(-1)?.channel).toBe('message'))
    expect(heard.messages.at(-1)?.text).toBe(
      'Sam needs more time and answers you here by the end of Wednesday 25 November. You can close this page: we email you when there is an answer.',
    )
    const again = await sam.emitWithAck('conversation:answer-later', { conversationId })
    expect(again.ok && later.ok && again.conversation.lastSeq).toBe(later.ok && later.conversation.lastSeq)
  })

  it('needs an address: the one that was left, or the one that Sam was told', async () => {
    const { conversationId } = await chatWithSam()
    expect(await sam.emitWithAck('conversation:answer-later', { conversationId })).toMatchObject({
      ...{ ok: false, code: 'invalid' },
      message: 'There is no email address to tell them by. Enter the one that they told you.',
    })
    expect(await line(conversationId)).toMatchObject({ channel: 'chat' })
    await sam.emitWithAck('conversation:answer-later', { conversationId, email: kim })
    expect(await subjects()).toEqual(['We will email you'])
    expect(post.letters[0]?.to).toBe(kim)
  })

  it('stays with Sam overnight, and goes out by email with a private link and without a word of it', async () => {
    const { conversationId, page } = await chatWithSam({ email: kim })
    await sam.emitWithAck('conversation:answer-later', { conversationId })
    page.disconnect()
    await gone(sam)
    await pass(20 * hour)
    const back = await helpdesk.navigator('Sam')
    expect(await line(conversationId, back)).toMatchObject({ state: 'with-navigator', navigatorId: 'sam' })
    const metrics = 'local_offer_helpdesk_connections{side="visitor"} 0'
    await expect.poll(() => helpdesk.registry.metrics(), { timeout: 5_000 }).toContain(metrics)
    await write(conversationId, 'The clinic takes children from 3.', back)
    expect(await subjects()).toEqual(['We will email you', 'You have a reply'])
    expect(post.letters.at(-1)?.source).not.toContain('clinic')
    expect((await line(conversationId, back))?.answerBy).toBeNull()
  })

  it('is for a colleague when the day has come and Sam is not there', async () => {
    const { conversationId } = await chatWithSam({ email: kim })
    await sam.emitWithAck('conversation:answer-later', { conversationId })
    await gone(sam)
    await pass(46 * hour)
    const alex = await helpdesk.navigator('Alex')
    expect(await line(conversationId, alex)).toMatchObject({ state: 'waiting', channel: 'message' })
    await alex.emitWithAck('conversation:claim', { conversationId })
    const opened = await alex.emitWithAck('conversation:open', { conversationId, lastSeq: 0 })
    const texts = opened.ok ? opened.messages.map(({ text }) => text) : []
    expect(texts.at(-2)).toBe(
      'Sam is not here today, so a colleague answers you. They can read what you wrote.',
    )
  })

  it('stays with Sam after the answer until the family writes again', async () => {
    const { conversationId, page } = await chatWithSam({ email: kim })
    await sam.emitWithAck('conversation:answer-later', { conversationId })
    await sam.emitWithAck('conversation:answered', { conversationId })
    await write(conversationId, 'Here it is.')
    await gone(sam)
    await pass(hour)
    const alex = await helpdesk.navigator('Alex')
    expect(await line(conversationId, alex)).toMatchObject({ state: 'with-navigator', navigatorId: 'sam' })
    await page.emitWithAck('message:send', { clientMessageId: randomUUID(), text: 'One more question' })
    await pass(hour)
    expect(await line(conversationId, alex)).toMatchObject({ state: 'waiting' })
  })

  it('can follow the end: the family hears by email and can write back', async () => {
    const { conversationId, page } = await chatWithSam({ email: kim })
    await sam.emitWithAck('conversation:end', { conversationId })
    const answer = { conversationId, clientMessageId: randomUUID(), text: 'I have found a place.' }
    const after = await sam.emitWithAck('conversation:answer-ended', answer)
    expect(after.ok && after.conversation).toMatchObject({ state: 'with-navigator', channel: 'message' })
    expect(await subjects()).toEqual(['We will email you', 'You have a reply'])
    const twice = await sam.emitWithAck('conversation:answer-ended', answer)
    expect(twice.ok && twice.conversation.lastSeq).toBe(after.ok && after.conversation.lastSeq)
    expect(await subjects()).toHaveLength(2)
    const thanks = { clientMessageId: randomUUID(), text: 'Thank you' }
    expect(await page.emitWithAck('message:send', thanks)).toMatchObject({ ok: true })
  })

  it('cannot follow the end where nobody would hear of it, or somebody was blocked', async () => {
    const silent = await chatWithSam()
    const blocked = await chatWithSam({ email: kim })
    await sam.emitWithAck('conversation:end', { conversationId: silent.conversationId })
    await sam.emitWithAck('conversation:block', { conversationId: blocked.conversationId, reason: 'Threats' })
    const answer = (conversationId: string) =>
      sam.emitWithAck('conversation:answer-ended', {
        conversationId,
        clientMessageId: randomUUID(),
        text: 'Hello',
      })
    expect(await answer(silent.conversationId)).toMatchObject({
      ...{ ok: false, code: 'conflict' },
      message: expect.stringContaining('nobody would hear of your answer'),
    })
    expect(await answer(blocked.conversationId)).toMatchObject({ ok: false, code: 'conflict' })
    expect(await line(silent.conversationId)).toMatchObject({ state: 'ended', lastSeq: 2 })
  })
})
