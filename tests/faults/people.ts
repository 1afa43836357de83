import { randomUUID } from 'node:crypto'
import { vi } from 'vitest'
import { deskNamespace } from '#protocol/desk.ts'
import { addresses, startConversationReply } from '#protocol/http.ts'
import { visitorNamespace } from '#protocol/visitor.ts'
import type { DeskClient, VisitorClient } from '../../chat-server/helpdesk.fixture.ts'
import { openPageSocket, type Way } from '../support/page-socket.ts'
import { good, type Interference, type Talk, talkBetween } from '../support/talk.ts'
import { addCounts, countFaults, type FaultCounts, type Side } from './count-faults.ts'
import type { FaultHelpdesk } from './fault-helpdesk.ts'
import type { Pace } from './pace.ts'

/** Families and navigators who talk with each other while something goes wrong. */
export interface People {
  readonly talks: readonly Talk[]
  readonly desks: readonly DeskClient[]
  readonly visitors: readonly VisitorClient[]
  /** Everybody writes at their own pace from now on. */
  startWriting(): void
  /** Nobody begins another message; resolves when every page shows all of its own as sent, and with that how long it took. */
  finish(): Promise<void>
  /** how many messages pages show as sent so far */
  acknowledged(): number
  /** how often something was sent again */
  resent(): number
  /** Brings every page in step and counts what was lost, doubled or misordered. */
  count(): Promise<FaultCounts>
  close(): void
}

/** How they come. */
export interface Arrival {
  talks: number
  transport: Way['transport']
  pace: Pace
  /** where they connect to; the helpdesk itself unless given */
  address?: string
  /** where visitors alone connect to */
  visitorAddress?: string
  /** how long somebody takes for one message, roughly; `usualLimits` allow two in a second */
  messageEveryMs?: number
  /** what stands between each and their connection; nothing unless given */
  interference?: Interference
}

const patience = { timeout: 120_000, interval: 20 }

/** Opens the desks and the conversations, each taken by one navigator in turn. */
export async function bringPeople(
  house: Pick<FaultHelpdesk, 'engine' | 'address' | 'origin' | 'navigators'>,
  arrival: Arrival,
): Promise<People> {
  const { transport, pace, address = house.address, messageEveryMs = 600 } = arrival
  const wayOf = (cookie: string, index: number): Way => ({
    ...{ address, origin: house.origin, cookie, transport, forwardedFor: addressNumber(index) },
  })
  const desks: DeskClient[] = []
  for (const [index, cookie] of house.navigators.entries()) {
    const desk: DeskClient = openPageSocket(deskNamespace, wayOf(cookie, 1000 + index))
    desks.push(desk)
    desk.on('connect', () => desk.emit('desk:sync', {}, () => undefined))
    await vi.waitUntil(() => desk.connected, patience)
  }
  const talks: Talk[] = []
  const visitors: VisitorClient[] = []
  for (let index = 0; index < arrival.talks; index += 1) {
    const { conversationId, cookie } = await startConversation(house, index)
    const visitor: VisitorClient = openPageSocket(visitorNamespace, {
      ...wayOf(cookie, index),
      address: arrival.visitorAddress ?? address,
    })
    visitors.push(visitor)
    await vi.waitUntil(() => visitor.connected, patience)
    const desk = desks[index % desks.length]
    if (!desk) throw new Error('People need a navigator')
    talks.push(await talkBetween(conversationId, visitor, desk, arrival.interference))
  }

  const everybody = talks.flatMap(({ visitor, navigator }) => [visitor, navigator])
  let isWriting = true
  let writing: Promise<void>[] = []
  return {
    ...{ talks, desks, visitors },
    startWriting() {
      isWriting = true
      writing = everybody.map((participant, index) =>
        participant.write(
          endless(`${house.engine} ${index}`, () => isWriting),
          undefined,
          async () => {
            do await pace.about(isWriting ? messageEveryMs : 0)
            while (isWriting && unsentOf(participant) >= mostUnsent)
          },
        ),
      )
    },
    async finish() {
      isWriting = false
      await Promise.all(writing)
    },
    acknowledged: () => everybody.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0),
    resent: () => everybody.reduce((sum, { resent }) => sum + resent, 0),
    async count() {
      const counts = talks.map(async ({ visitor, navigator, readAll }) => {
        const stored = await readAll()
        for (const side of [visitor, navigator]) await vi.waitFor(side.catchUp, patience)
        return countFaults(stored, [visitor, navigator])
      })
      return addCounts(await Promise.all(counts))
    },
    close() {
      for (const talk of talks) talk.close()
      for (const desk of desks) desk.disconnect()
    },
  }
}

/** Whoever sees that so many messages are not sent yet writes no more for now. */
const mostUnsent = 6

const unsentOf = ({ written, acknowledged }: Side) => written.length - acknowledged.length

/** Starts a conversation as the page does, past whatever stands between. */
export async function startConversation(
  { address, origin }: Pick<FaultHelpdesk, 'address' | 'origin'>,
  index: number,
): Promise<{ conversationId: string; cookie: string }> {
  const response = await fetch(`${address}${addresses.conversations}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, 'x-forwarded-for': addressNumber(index) },
    body: JSON.stringify({ clientConversationId: randomUUID() }),
  })
  const { conversation } = good(startConversationReply.parse(await response.json()))
  return { conversationId: conversation.id, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' }
}

/** Another address of 127/8 for each. */
const addressNumber = (index: number) => `127.1.${Math.floor(index / 250)}.${(index % 250) + 1}`

function* endless(who: string, goesOn: () => boolean): Generator<string> {
  for (let number = 1; goesOn(); number += 1) yield `${who}: message ${number} ${randomUUID()}`
}
