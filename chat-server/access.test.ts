import { randomUUID } from 'node:crypto'
import type { Socket } from 'socket.io-client'
import { afterEach, describe, expect, it } from 'vitest'
import type { Database } from '#platform/database/database.ts'
import { deskNamespace } from '#protocol/desk.ts'
import { addresses, socketPath } from '#protocol/http.ts'
import { visitorNamespace } from '#protocol/visitor.ts'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { eventually } from '../tests/support/eventually.ts'
import { connected, listenAsDesk, startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'

describeOnBothEngines('who may do what in the helpdesk', (databases) => {
  let helpdesk: TestHelpdesk
  afterEach(() => helpdesk.stop())
  const start = async (limits = {}) => {
    helpdesk = await startTestHelpdesk(await databases.open(), limits)
  }

  describe('a visitor', () => {
    it('gets no conversation without the cookie that opens it, nor by its id', async () => {
      await start()
      const { conversation } = await helpdesk.start()
      for (const cookie of ['', `conversation=${conversation.id}`, 'conversation=guess']) {
        await expect(connected(helpdesk.connect(visitorNamespace, { cookie }))).rejects.toMatchObject({
          data: { ok: false, code: 'not-found', message: 'We cannot find this conversation.' },
        })
      }
    })

    it('gets only their own', async () => {
      await start()
      const mine = await helpdesk.start()
      const theirs = await helpdesk.start()
      const me = await helpdesk.visitor(mine.cookie)
      const them = await helpdesk.visitor(theirs.cookie)
      await them.emitWithAck('message:send', { clientMessageId: randomUUID(), text: 'private' })
      const synced = await me.emitWithAck('conversation:sync', { lastSeq: 0 })
      expect(synced).toMatchObject({
        ok: true,
        conversation: { id: mine.conversation.id },
        messages: [],
      })
    })

    it('holds a cookie that no script can read', async () => {
      await start()
      const { response } = await helpdesk.start()
      expect(response.headers.get('set-cookie')).toMatch(
        /^conversation=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
      )
    })

    it('leaves nothing behind after "end chat" on a shared device', async () => {
      await start()
      const { cookie } = await helpdesk.start()
      const visitor = await helpdesk.visitor(cookie)
      const closed = new Promise((resolve) => visitor.once('disconnect', resolve))
      const response = await fetch(`${helpdesk.address}${addresses.current}`, {
        method: 'DELETE',
        headers: { cookie },
      })
      expect(response.headers.get('set-cookie')).toMatch(/^conversation=; Max-Age=0/)
      await closed
      await expect(helpdesk.visitor(cookie)).rejects.toThrow('We cannot find this conversation.')
      const current = await fetch(`${helpdesk.address}${addresses.current}`, { headers: { cookie } })
      expect(await current.json()).toEqual({ ok: true, conversation: null, rating: null })
    })

    it('is not kept by a cookie that ends while they connect', async () => {
      const database = await databases.open()
      let meanwhile: (() => Promise<unknown>) | undefined
      const write: Database['write'] = async (work) => {
        const result = await database.write(work)
        const first = meanwhile
        meanwhile = undefined
        await first?.()
        return result
      }
      helpdesk = await startTestHelpdesk({ ...database, write })
      const { cookie } = await helpdesk.start()
      // Old enough to be renewed when it is used: in that moment the conversation is cleared from the device.
      helpdesk.time.now += 2 * 86_400_000
      meanwhile = () =>
        fetch(`${helpdesk.address}${addresses.current}`, { method: 'DELETE', headers: { cookie } })
      const socket = helpdesk.connect(visitorNamespace, { cookie })
      await new Promise((resolve) => {
        for (const end of ['connect_error', 'disconnect']) socket.once(end, resolve)
      })
    })

    it('cannot be followed by the next person, whose page sends the same start again', async () => {
      await start()
      const clientConversationId = randomUUID()
      const { cookie, conversation } = await helpdesk.start({ clientConversationId })
      await fetch(`${helpdesk.address}${addresses.current}`, { method: 'DELETE', headers: { cookie } })
      const next = await helpdesk.start({ clientConversationId })
      expect(next.conversation.id).not.toBe(conversation.id)
    })

    it('starts one conversation with a double click', async () => {
      await start()
      const desk = listenAsDesk(await helpdesk.navigator('Sam'))
      const clientConversationId = randomUUID()
      const both = await Promise.all([
        helpdesk.start({ clientConversationId }),
        helpdesk.start({ clientConversationId }),
      ])
      expect(new Set(both.map(({ conversation }) => conversation.id)).size).toBe(1)
      for (const { cookie } of both) await helpdesk.visitor(cookie)
      await eventually(() => expect(desk.queues.at(-1)).toMatchObject({ waiting: 1 }))
    })
  })

  describe('the desk', () => {
    it('is closed to people who are not signed in', async () => {
      await start()
      await expect(
        connected(helpdesk.connect(deskNamespace, { cookie: 'session=nobody' })),
      ).rejects.toMatchObject({
        data: { code: 'not-allowed', message: 'Sign in as a navigator to use the desk.' },
      })
    })

    it('is closed to those who only edit, and to visitors', async () => {
      await start()
      const { cookie } = await helpdesk.start()
      await expect(connected(helpdesk.connect(deskNamespace, { cookie }))).rejects.toThrow(/Sign in/)
      const editor = helpdesk.navigator('Eddie', [{ role: 'editor', scope: { kind: 'area' } }])
      await expect(editor).rejects.toThrow(/Sign in/)
    })

    it('closes at the next request when a right is taken away', async () => {
      await start()
      const sam = await helpdesk.navigator('Sam')
      const desk = listenAsDesk(sam)
      const closed = new Promise((resolve) => sam.once('disconnect', resolve))
      helpdesk.sessions.clear()
      expect(await sam.emitWithAck('desk:sync', {})).toMatchObject({ ok: false, code: 'not-allowed' })
      await closed
      expect(desk.signedOut).toEqual(['You are signed out. Sign in again to use the desk.'])
    })

    it('closes by itself when it only listens', async () => {
      await start()
      const sam = await helpdesk.navigator('Sam')
      const closed = new Promise((resolve) => sam.once('disconnect', resolve))
      helpdesk.sessions.clear()
      await helpdesk.helpdesk.makeRound()
      await closed
    })

    it('has its reading of conversations on record', async () => {
      await start()
      const sam = await helpdesk.navigator('Sam')
      const { conversation } = await helpdesk.start()
      const conversationId = conversation.id
      await sam.emitWithAck('conversation:open', { conversationId, lastSeq: 0 })
      await sam.emitWithAck('conversation:claim', { conversationId })
      const entries = await helpdesk.audit.read({ subject: `conversation:${conversationId}` })
      expect(entries.map(({ actor, action }) => [actor, action])).toEqual([
        ['sam', 'conversation-read'],
        ['sam', 'conversation-claim'],
      ])
    })

    it('does not name a conversation that is not there', async () => {
      await start()
      const sam = await helpdesk.navigator('Sam')
      const conversationId = randomUUID()
      for (const request of ['conversation:claim', 'conversation:end', 'conversation:hand-back'] as const) {
        expect(await sam.emitWithAck(request, { conversationId })).toMatchObject({
          ok: false,
          code: 'not-found',
        })
      }
    })
  })

  it('answers as data that no browser takes for a page', async () => {
    await start()
    const { headers } = await fetch(`${helpdesk.address}${socketPath}/?EIO=4&transport=polling`)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('refuses pages of other sites', async () => {
    await start()
    const { cookie } = await helpdesk.start()
    const foreign = { cookie, origin: 'https://evil.example' }
    await expect(connected(helpdesk.connect(visitorNamespace, foreign))).rejects.toThrow()
    const { response, reply } = await helpdesk.requestStart({}, { origin: 'https://evil.example' })
    expect(response.status).toBe(403)
    expect(reply).toMatchObject({ ok: false, code: 'not-allowed' })
  })

  it('refuses what does not have the agreed shape, in plain words, and goes on', async () => {
    await start()
    const visitor = await helpdesk.visitor((await helpdesk.start()).cookie)
    const untyped: Socket = visitor
    const send = (payload: unknown) => untyped.emitWithAck('message:send', payload)
    const clientMessageId = randomUUID()
    expect(await send({ clientMessageId, text: '  ' })).toEqual({
      ok: false,
      code: 'invalid',
      message: 'Write your message first.',
    })
    expect(await send({ clientMessageId })).toMatchObject({
      code: 'invalid',
      message: 'We cannot read what was sent.',
    })
    expect(await send({ clientMessageId, text: 'Hello' })).toMatchObject({ ok: true, seq: 1 })
  })

  it('says when to try again to who is too fast, and lets them', async () => {
    await start({ messagesPerSession: 2 })
    const visitor = await helpdesk.visitor((await helpdesk.start()).cookie)
    const say = () => visitor.emitWithAck('message:send', { clientMessageId: randomUUID(), text: 'Hello' })
    expect([(await say()).ok, (await say()).ok]).toEqual([true, true])
    const refused = await say()
    expect(refused).toMatchObject({ ok: false, code: 'slow-down' })
    expect(!refused.ok && refused.message).toMatch(
      /^You are sending messages very fast\. Try again in \d+ seconds\.$/,
    )
    expect(!refused.ok && refused.retryAfterMs).toBeLessThanOrEqual(10_000)
  })

  it('does not let one conversation be filled without end', async () => {
    await start({ messagesPerSession: 1000, messagesPerSessionHour: 3 })
    const visitor = await helpdesk.visitor((await helpdesk.start()).cookie)
    const send = () => visitor.emitWithAck('message:send', { clientMessageId: randomUUID(), text: 'again' })
    for (let sent = 0; sent < 3; sent += 1) expect(await send()).toMatchObject({ ok: true })
    expect(await send()).toMatchObject({ ok: false, code: 'slow-down' })
  })

  it('does not shut out a school behind one address', async () => {
    await start()
    const started = await Promise.all(Array.from({ length: 40 }, () => helpdesk.start()))
    expect(started.map(({ response }) => response.status)).toEqual(started.map(() => 200))
  })

  it('never logs what people write', async () => {
    await start()
    const visitor = await helpdesk.visitor((await helpdesk.start({ name: 'Kim Secret' })).cookie)
    await visitor.emitWithAck('message:send', { clientMessageId: randomUUID(), text: 'my secret' })
    await visitor.emitWithAck('conversation:end', {})
    await visitor.emitWithAck('message:send', { clientMessageId: randomUUID(), text: 'my secret' })
    expect(helpdesk.logged.join()).not.toMatch(/secret/i)
  })
})
