import { randomUUID } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { visitorNamespace } from '#protocol/visitor.ts'
import { createMessageWriter } from '../../chat-server/storage/message-writer.ts'
import { chanceFrom } from '../../scripts/bench/chance.ts'
import { inside } from '../support/installation.ts'
import { type FaultHelpdesk, startFaultHelpdesk } from './fault-helpdesk.ts'
import { report } from './fault-table.ts'
import { openFaultyNetwork } from './faulty-network.ts'
import { inForm, seed } from './form.ts'
import { createPace } from './pace.ts'
import { bringPeople, startConversation } from './people.ts'
import { openRawClient } from './raw-client.ts'

const slowMs = inForm({ short: 4000, long: 40_000 })
/** What the process may grow by, in bytes: a page of a conversation for each deaf client, and room to breathe. */
const mostGrowth = 256 * 1024 ** 2
const deafClients = 5
const patience = { timeout: 120_000, interval: 50 }

it('a page that hears nothing for long holds nobody up, and has everything when it is back', async () => {
  const chance = chanceFrom(seed)
  const pace = createPace(chance)
  const house = await startFaultHelpdesk({ navigators: 2 })
  const network = await openFaultyNetwork(house.helpdesk.port, chance, pace)
  try {
    const others = await bringPeople(house, { talks: 2, transport: 'websocket', pace })
    const slow = await bringPeople(house, {
      ...{ talks: 1, transport: 'websocket', pace, visitorAddress: network.address },
    })
    for (const people of [others, slow]) people.startWriting()
    network.change('still')
    const before = others.acknowledged()
    await pace.exactly(slowMs)
    expect(others.acknowledged()).toBeGreaterThan(before)
    network.change('calm')
    for (const people of [others, slow]) await people.finish()
    const counts = await slow.count()
    report('slow client', `${house.engine}, websocket`, counts, `hears nothing for ${slowMs / 1000} s`)
    expect(await others.count()).toMatchObject({ lost: 0, doubled: 0, misordered: 0 })
    for (const people of [others, slow]) people.close()
    expect(counts).toMatchObject({ acknowledged: counts.sent, seen: counts.sent })
    expect(counts).toMatchObject({ lost: 0, doubled: 0, misordered: 0 })
  } finally {
    await network.close()
    await house.stop()
  }
}, 300_000)

it('somebody who asks for much and never listens is let go before memory is full', async () => {
  const pace = createPace(chanceFrom(seed))
  const house = await startFaultHelpdesk({ navigators: 1 })
  try {
    const { conversationId, cookie } = await startConversation(house, 1)
    await fillConversation(house, conversationId)
    const memory = () => house.helpdesk.number('process_resident_memory_bytes')
    const before = await memory()
    const deaf = await Promise.all(
      Array.from({ length: deafClients }, () =>
        openRawClient({
          port: house.helpdesk.port,
          namespace: visitorNamespace,
          cookie,
          origin: house.origin,
        }),
      ),
    )
    let most = 0
    let asked = 0
    const look = async () => {
      most = Math.max(most, (await memory()) - before)
    }
    await vi.waitUntil(async () => {
      for (const client of deaf) {
        client.answerPing()
        if (client.ask('conversation:sync', { lastSeq: 0 })) asked += 1
      }
      await pace.exactly(50)
      await look()
      return deaf.every((client) => !client.isOpen()) || asked > 2000
    }, patience)
    for (const client of deaf) client.close()
    const grown = `${Math.round(most / 1024 ** 2)} MB at most, asked ${asked} times`
    report('never listens', house.engine, { ...nothing, sent: asked }, grown)
    expect(deaf.filter((client) => client.isOpen())).toEqual([])
    expect(most).toBeLessThan(mostGrowth)
    expect(house.helpdesk.isRunning()).toBe(true)
  } finally {
    await house.stop()
  }
}, 300_000)

const nothing = { sent: 0, acknowledged: 0, seen: 0, lost: 0, doubled: 0, misordered: 0 }

/** Stores 200 messages of the greatest length. */
async function fillConversation(house: FaultHelpdesk, conversationId: string): Promise<void> {
  await inside({ dataDir: house.dataDir, databaseUrl: undefined }, async ({ database, clock }) => {
    const messages = createMessageWriter({ clock })
    await database.write(async (trx) => {
      for (let made = 0; made < 200; made += 1)
        await messages.add(trx, conversationId, {
          ...{ author: { kind: 'visitor' }, clientMessageId: randomUUID(), text: 'ш'.repeat(4000) },
        })
    })
  })
}
