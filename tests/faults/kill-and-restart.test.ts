import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Message } from '#protocol/conversation.ts'
import { deskNamespace } from '#protocol/desk.ts'
import { addresses, socketPath, startConversationReply } from '#protocol/http.ts'
import { visitorNamespace } from '#protocol/visitor.ts'
import type { DeskClient, VisitorClient } from '../../chat-server/helpdesk.fixture.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { type HelpdeskUnderFire, startUnderFire } from './helpdesk-under-fire.ts'
import { createParticipant, type Participant, Refused } from './participant.ts'

const conversations = 8
const messagesEach = 60
const kills = 5
const answerWithinMs = 5000
const publicUrl = 'http://localhost:8080'

describe('kill -9 under load', () => {
  let dataDir: string
  let server: PostgresServer
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'local-offer-kill-'))
    server = await startPostgres()
  })
  afterAll(async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('loses, doubles and misorders nothing on SQLite', () => killAndCount(undefined))
  it('loses, doubles and misorders nothing on PostgreSQL', async () =>
    killAndCount(await server.createDatabase()))

  async function killAndCount(databaseUrl: string | undefined): Promise<void> {
    const helpdesk = await startUnderFire({ dataDir, databaseUrl, publicUrl })
    const closers: (() => void)[] = []
    try {
      const pairs = await Promise.all(
        Array.from({ length: conversations }, (_, index) =>
          openPair(helpdesk, `navigator${index % 3}`, closers),
        ),
      )
      const everybody = pairs.flatMap(({ visitor, navigator }) => [visitor, navigator])
      await writeUnderFire(helpdesk, everybody)

      const counts = {
        engine: databaseUrl ? 'postgres' : 'sqlite',
        kills,
        sent: 0,
        acknowledged: 0,
        resent: 0,
      }
      const faults = { lost: 0, doubled: 0, misordered: 0 }
      for (const pair of pairs) {
        const stored = await pair.readAll()
        for (const participant of [pair.visitor, pair.navigator]) {
          await participant.catchUp()
          counts.sent += messagesEach
          counts.acknowledged += participant.acknowledged.length
          counts.resent += participant.resent
          countFaults(faults, participant, stored)
        }
      }
      console.log(JSON.stringify({ ...counts, ...faults }))
      expect(counts.acknowledged).toBe(counts.sent)
      expect(counts.resent).toBeGreaterThan(0)
      expect(faults).toEqual({ lost: 0, doubled: 0, misordered: 0 })
    } finally {
      for (const close of closers) close()
      await helpdesk.stop()
    }
  }
})

/** Everybody writes at once; whenever another share of the messages is acknowledged, the process is killed. */
async function writeUnderFire(helpdesk: HelpdeskUnderFire, everybody: readonly Participant[]): Promise<void> {
  const total = everybody.length * messagesEach
  let acknowledged = 0
  const writing = everybody.map((participant, index) => {
    const texts = Array.from({ length: messagesEach }, (_, number) => `${index}: message ${number}`)
    return participant.write(texts, () => {
      acknowledged += 1
    })
  })
  for (let killed = 1; killed <= kills; killed += 1) {
    const share = Math.floor((total * killed) / (kills + 1))
    await vi.waitUntil(() => acknowledged >= share, { timeout: 60_000, interval: 1 })
    await helpdesk.killAndRestart()
  }
  await Promise.all(writing)
}

/** What a participant's page shows against what is stored and what they were promised. */
function countFaults(
  faults: { lost: number; doubled: number; misordered: number },
  { acknowledged, shown }: Participant,
  stored: readonly Message[],
): void {
  for (const { clientMessageId, seq } of acknowledged) {
    const places = stored.filter((message) => message.clientMessageId === clientMessageId)
    if (!places.some((message) => message.seq === seq)) faults.lost += 1
    faults.doubled += Math.max(0, places.length - 1)
  }
  const missing = stored.filter((message) => !shown.some(({ seq }) => seq === message.seq))
  faults.lost += missing.length
  faults.doubled += shown.length - new Set(shown.map(({ seq }) => seq)).size
  for (const [index, { seq, clientMessageId }] of stored.entries()) {
    if (seq !== index + 1 || shown[index]?.clientMessageId !== clientMessageId) faults.misordered += 1
  }
  faults.misordered += acknowledged.filter(
    ({ seq }, index) => seq <= (acknowledged[index - 1]?.seq ?? 0),
  ).length
}

/** A visitor and a navigator in one conversation. */
async function openPair(helpdesk: HelpdeskUnderFire, navigatorName: string, closers: (() => void)[]) {
  const response = await fetch(`${helpdesk.address}${addresses.conversations}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: publicUrl },
    body: JSON.stringify({ clientConversationId: randomUUID() }),
  })
  const started = startConversationReply.parse(await response.json())
  if (!started.ok) throw new Error(started.message)
  const conversationId = started.conversation.id
  const visitorCookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''

  const open = (namespace: string, cookie: string) => {
    const socket = io(`${helpdesk.address}${namespace}`, {
      ...{
        path: socketPath,
        forceNew: true,
        transports: ['websocket'],
        extraHeaders: { cookie, origin: publicUrl },
      },
      ...{ reconnectionDelay: 50, reconnectionDelayMax: 200 },
    })
    closers.push(() => socket.disconnect())
    return socket
  }
  const visitorSocket: VisitorClient = open(visitorNamespace, visitorCookie)
  const deskSocket: DeskClient = open(deskNamespace, `session=${navigatorName}`)

  const visitor = createParticipant({
    socket: visitorSocket,
    send: async (clientMessageId, text) =>
      good(
        await visitorSocket.timeout(answerWithinMs).emitWithAck('message:send', { clientMessageId, text }),
      ),
    sync: async (lastSeq) =>
      good(await visitorSocket.timeout(answerWithinMs).emitWithAck('conversation:sync', { lastSeq }))
        .messages,
  })
  visitorSocket.on('message', visitor.hear)

  const navigator = createParticipant({
    socket: deskSocket,
    send: async (clientMessageId, text) =>
      good(
        await deskSocket
          .timeout(answerWithinMs)
          .emitWithAck('message:send', { conversationId, clientMessageId, text }),
      ),
    sync: async (lastSeq) =>
      good(
        await deskSocket
          .timeout(answerWithinMs)
          .emitWithAck('conversation:open', { conversationId, lastSeq }),
      ).messages,
  })
  deskSocket.on('message', (push) => {
    if (push.conversationId === conversationId) navigator.hear(push.message)
  })

  good(await deskSocket.timeout(answerWithinMs).emitWithAck('conversation:claim', { conversationId }))
  return {
    visitor,
    navigator,
    readAll: async (): Promise<Message[]> =>
      good(await visitorSocket.timeout(answerWithinMs).emitWithAck('conversation:sync', { lastSeq: 0 }))
        .messages,
  }
}

/** The good reply; a refusal is thrown. */
function good<Reply extends { ok: boolean }>(reply: Reply): Extract<Reply, { ok: true }> {
  if (isGood(reply)) return reply
  const mayBeSentAgain = 'code' in reply && (reply.code === 'unavailable' || reply.code === 'slow-down')
  throw mayBeSentAgain ? new Error(JSON.stringify(reply)) : new Refused(JSON.stringify(reply))
}

function isGood<Reply extends { ok: boolean }>(reply: Reply): reply is Extract<Reply, { ok: true }> {
  return reply.ok
}
