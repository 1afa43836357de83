import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { deskNamespace } from '#protocol/desk.ts'
import { visitorNamespace } from '#protocol/visitor.ts'
import type { DeskClient, VisitorClient } from '../../chat-server/helpdesk.fixture.ts'
import { chanceFrom } from '../../scripts/bench/chance.ts'
import { openPageSocket } from '../support/page-socket.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { type FaultHelpdesk, startFaultHelpdesk } from './fault-helpdesk.ts'
import { report } from './fault-table.ts'
import { inForm, seed } from './form.ts'
import { createPace } from './pace.ts'
import { startConversation } from './people.ts'

const rounds = inForm({ short: 25, long: 300 })
const patience = { timeout: 120_000, interval: 10 }

let postgres: PostgresServer
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

describe.each([
  { engine: 'sqlite', processes: 1 },
  { engine: 'postgres', processes: 2 },
] as const)('at once, on $engine', ({ engine, processes }) => {
  let house: FaultHelpdesk
  let made = 0
  const where = `${engine}, ${processes === 1 ? 'one process' : 'two processes'}`
  beforeAll(async () => {
    const databaseUrl = engine === 'postgres' ? await postgres.createDatabase() : undefined
    house = await startFaultHelpdesk({ databaseUrl, navigators: 2, processes })
  }, 120_000)
  afterAll(() => house.stop())

  it('two navigators claim the same conversation: one has it, the other hears so', async () => {
    const desks: DeskClient[] = []
    for (const [index, cookie] of house.navigators.entries())
      desks.push(await connectTo(house.processes[index % processes]?.port ?? 0, deskNamespace, cookie, index))
    const won = { nobody: 0, one: 0, both: 0, told: 0 }
    for (let round = 0; round < rounds; round += 1) {
      const { conversationId } = await startConversation(house, made++)
      const answers = await Promise.all(desks.map((desk) => claim(desk, conversationId)))
      const winners = answers.filter(({ ok }) => ok).length
      won[winners === 0 ? 'nobody' : winners === 1 ? 'one' : 'both'] += 1
      if (answers.some((answer) => !answer.ok && answer.code === 'taken')) won.told += 1
    }
    for (const desk of desks) desk.disconnect()
    report('two claims at once', where, {
      ...{ sent: rounds, acknowledged: won.one, seen: won.told },
      ...{ lost: won.nobody, doubled: won.both, misordered: 0 },
    })
    expect(won).toEqual({ nobody: 0, one: rounds, both: 0, told: rounds })
  }, 300_000)

  it('the same message is sent 5 times: it is stored once, and every answer is the same', async () => {
    const counts = { sent: 0, acknowledged: 0, seen: 0, lost: 0, doubled: 0, misordered: 0 }
    for (let round = 0; round < rounds; round += 1) {
      const { cookie } = await startConversation(house, made++)
      // On each process a tab that writes and one that only listens: whoever writes hears by the answer.
      const tabs: VisitorClient[] = []
      const listening: VisitorClient[] = []
      for (const { port } of house.processes) {
        tabs.push(await connectTo(port, visitorNamespace, cookie, made))
        listening.push(await connectTo(port, visitorNamespace, cookie, made))
      }
      const heard: number[][] = listening.map(() => [])
      for (const [index, tab] of listening.entries()) tab.on('message', ({ seq }) => heard[index]?.push(seq))

      const message = { clientMessageId: randomUUID(), text: `round ${round}` }
      const sends = Array.from({ length: 5 }, (_, copy) => tabs[copy % tabs.length])
      const answers = await Promise.all(sends.map((tab) => tab?.emitWithAck('message:send', message)))
      const synced = await tabs[0]?.emitWithAck('conversation:sync', { lastSeq: 0 })
      await vi.waitUntil(() => heard.every((seqs) => seqs.length > 0), patience)

      const stored = synced?.ok ? synced.messages : []
      counts.sent += 1
      if (answers.every((answer) => answer?.ok && answer.seq === 1)) counts.acknowledged += 1
      if (heard.every((seqs) => seqs.includes(1))) counts.seen += 1
      if (stored.length === 0) counts.lost += 1
      counts.doubled += Math.max(0, stored.length - 1) + heard.filter((seqs) => seqs.length > 1).length
      for (const tab of [...tabs, ...listening]) tab.disconnect()
    }
    report('same message 5 times', where, counts)
    expect(counts).toEqual({
      ...{ sent: rounds, acknowledged: rounds, seen: rounds },
      ...{ lost: 0, doubled: 0, misordered: 0 },
    })
  }, 300_000)

  async function connectTo(port: number, namespace: string, cookie: string, index: number) {
    const socket = openPageSocket(namespace, {
      ...{ address: `http://127.0.0.1:${port}`, origin: house.origin, cookie, transport: 'websocket' },
      forwardedFor: `127.2.${Math.floor(index / 250)}.${(index % 250) + 1}`,
    })
    await vi.waitUntil(() => socket.connected, patience)
    return socket
  }
})

/** One claim, made again when it was too soon after so many others. */
async function claim(desk: DeskClient, conversationId: string) {
  const pace = createPace(chanceFrom(seed))
  for (;;) {
    const answer = await desk.emitWithAck('conversation:claim', { conversationId })
    if (answer.ok || answer.code !== 'slow-down') return answer
    await pace.exactly(answer.retryAfterMs ?? 1000)
  }
}
