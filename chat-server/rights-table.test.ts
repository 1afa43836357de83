import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { type Grant, roles } from '#platform/accounts/grants.ts'
import { replyOf } from '#protocol/contract.ts'
import { visitorRequests } from '#protocol/visitor.ts'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { concernIn } from './concerns.fixture.ts'
import { type DeskClient, startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'
import {
  type ConcernStanding,
  concernRights,
  concernStandings,
  conversationRights,
  type DeskRole,
  type Outcome,
  otherRights,
  outcomeAt,
  type Standing,
  standings,
} from './rights-table.fixture.ts'

const unlimited = { messagesPerSession: 10_000, requestsPerSession: 10_000, startsPerAddress: 10_000 }
const anyReply = replyOf({})
const area = (role: Grant['role']): Grant[] => [{ role, scope: { kind: 'area' } }]

/** What each event is sent with besides the conversation, the concern or the colleague that it is about. */
const payloads: Readonly<Record<string, () => object>> = {
  'conversation:open': () => ({ lastSeq: 0 }),
  'conversation:offer': () => ({ to: 'nia' }),
  'message:send': () => ({ clientMessageId: randomUUID(), text: 'Hello' }),
  'conversation:answer-later': () => ({ email: 'kim@example.org' }),
  'conversation:answer-ended': () => ({ clientMessageId: randomUUID(), text: 'One thing more' }),
  'conversation:block': () => ({ reason: 'Threats' }),
  seen: () => ({ seq: 1 }),
  'tag:add': () => ({ tag: 'autism' }),
  'tag:remove': () => ({ tag: 'autism' }),
  'note:add': () => ({ clientNoteId: randomUUID(), text: 'Prefers mornings.' }),
  'follow-up:add': () => ({ id: randomUUID(), dueOn: '2026-12-01', text: 'Ring them.' }),
  'follow-up:done': () => ({ id: randomUUID(), done: true }),
  'earlier:read': () => ({ lastSeq: 0 }),
  'colleague:invite': () => ({ to: 'nia' }),
  'colleague:take-out': () => ({ accountId: 'nia' }),
  'concern:raise': () => ({ clientConcernId: randomUUID(), about: 'child', reason: 'They are hurt.' }),
  'concern:tell': () => ({ clientToldId: randomUUID(), whom: 'police', toldAt: 0 }),
  'concern:review': () => ({ outcome: 'We wait.', reviewOn: '2026-12-01' }),
  'concern:close': () => ({ reason: 'It is well.', release: false }),
  'gap:add': () => ({ clientGapId: randomUUID(), need: 'autism', age: 7, area: 'Sale', words: null }),
  'mark:add': () => ({
    clientMarkId: randomUUID(),
    seq: null,
    words: 'The wait is long.',
    lookedAgain: false,
  }),
  'task:add': () => ({
    ...{
      clientTaskId: randomUUID(),
      kind: 'make-page',
      path: null,
      words: 'Say who pays.',
      lookedAgain: false,
    },
  }),
  'log:add': () => ({
    ...{
      clientConversationId: randomUUID(),
      channel: 'visit',
      name: null,
      tag: null,
      text: 'Hello',
      reach: null,
    },
    next: { is: 'done' },
  }),
  'availability:set': () => ({ available: true }),
  'work:set': () => ({ capacity: 3, helpsWith: [] }),
  'conversations:search': () => ({
    ...{ words: 'school', channel: null, navigatorId: null, tag: null, heldOnly: false },
  }),
  'danger-word:add': () => ({ word: 'ouch' }),
  'danger-word:remove': () => ({ word: 'ouch' }),
}

describeOnBothEngines('the table of rights at the desk', (databases) => {
  let desk: Desk
  beforeEach(async () => {
    desk = await openDesk(await startTestHelpdesk(await databases.open(), unlimited))
  })
  afterEach(() => desk.helpdesk.stop())

  it.each(pairsOf(conversationRights))(
    'holds for “%s” by a %s, whatever its conversation',
    async (event, role) => {
      const found: Record<string, Outcome> = {}
      for (const standing of standings) {
        const conversationId = await desk.conversation(standing, role)
        found[standing] = await desk.ask(role, event, { conversationId })
      }
      const row = conversationRights[event]?.[role] ?? ''
      expect(found).toEqual(Object.fromEntries(standings.map((name, at) => [name, outcomeAt(row, at)])))
    },
  )

  it.each(pairsOf(concernRights))('holds for “%s” by a %s, whatever its concern', async (event, role) => {
    const found: Record<string, Outcome> = {}
    for (const standing of concernStandings)
      found[standing] = await desk.ask(role, event, { concernId: await desk.concern(standing, role) })
    const row = concernRights[event]?.[role] ?? ''
    expect(found).toEqual(Object.fromEntries(concernStandings.map((name, at) => [name, outcomeAt(row, at)])))
  })

  it.each(pairsOf(otherRights))('holds for “%s” by a %s', async (event, role) => {
    expect(await desk.ask(role, event, {})).toBe(outcomeAt(otherRights[event]?.[role] ?? '', 0))
  })

  it('lets nobody else in, with whatever role', async () => {
    const others = roles.filter((role) => role !== 'navigator' && role !== 'lead').map(area)
    const narrow: Grant[][] = (['navigator', 'lead'] as const).map((role) => [
      { role, scope: { kind: 'directorate', id: 'health' } },
    ])
    for (const grants of [...others, ...narrow, []])
      await expect(desk.helpdesk.navigator('Nobody', grants)).rejects.toMatchObject({
        data: { ok: false, code: 'not-allowed' },
      })
  })

  it('has a row for each event there is', async () => {
    const inTable = [conversationRights, concernRights, otherRights].flatMap((table) => Object.keys(table))
    expect(inTable.toSorted()).toEqual((await everyDeskRequest()).toSorted())
  })

  it('leaves visitors no way to name a conversation', () => {
    for (const [event, { payload }] of Object.entries(visitorRequests)) {
      const shape = z.toJSONSchema(payload, { io: 'input', unrepresentable: 'any' })
      expect(JSON.stringify(shape), event).not.toMatch(/conversationId|reference/)
    }
  })
})

/** The names of the requests that files of the protocol define for the desk. */
async function everyDeskRequest(): Promise<string[]> {
  const folder = join(import.meta.dirname, 'protocol')
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const modules: Record<string, unknown>[] = await Promise.all(
    files.map((name) => import(join(folder, name))),
  )
  return modules.flatMap((module) =>
    Object.entries(module)
      .filter(([name]) => name.endsWith('Requests') && name !== 'visitorRequests')
      .flatMap(([, requests]) => Object.keys(Object(requests))),
  )
}

function pairsOf(table: Readonly<Record<string, unknown>>): [string, DeskRole][] {
  return Object.keys(table).flatMap((event): [string, DeskRole][] => [
    [event, 'navigator'],
    [event, 'lead'],
  ])
}

type Desk = Awaited<ReturnType<typeof openDesk>>

/** A desk with one who acts in each role, and two colleagues: Hana, who has conversations, and Nia, who raises concerns. */
async function openDesk(helpdesk: TestHelpdesk) {
  const people: Record<DeskRole | 'hana' | 'nia', DeskClient> = {
    navigator: await helpdesk.navigator('Sam'),
    lead: await helpdesk.navigator('Lee', area('lead')),
    hana: await helpdesk.navigator('Hana'),
    nia: await helpdesk.navigator('Nia'),
  }
  for (const person of Object.values(people)) await person.emitWithAck('desk:sync', {})

  async function raise(by: DeskClient, conversationId: string) {
    const reply = await by.emitWithAck('concern:raise', {
      ...{ clientConcernId: randomUUID(), conversationId, about: 'child', reason: 'A worry.' },
    })
    return concernIn(reply).id
  }

  async function conversation(standing: Standing, role: DeskRole): Promise<string> {
    const { conversation, cookie } = await helpdesk.start()
    const visitor = await helpdesk.visitor(cookie)
    await visitor.emitWithAck('message:send', { clientMessageId: randomUUID(), text: 'Hello' })
    visitor.disconnect()
    const { id: conversationId } = conversation
    const owner = /colleague|offered/.test(standing)
      ? people.hana
      : /own|ended/.test(standing)
        ? people[role]
        : undefined
    await owner?.emitWithAck('conversation:claim', { conversationId })
    if (standing === 'offered to me')
      await owner?.emitWithAck('conversation:offer', { conversationId, to: accounts[role] })
    if (standing === 'ended') await owner?.emitWithAck('conversation:end', { conversationId })
    if (standing.startsWith('held')) await raise(people.nia, conversationId)
    return conversationId
  }

  return {
    helpdesk,
    conversation,
    async concern(standing: ConcernStanding, role: DeskRole): Promise<string> {
      const by = standing === 'raised by a colleague' ? people.nia : people[role]
      const concernId = await raise(by, await conversation('waiting', role))
      if (standing === 'closed')
        await people.lead.emitWithAck('concern:close', { concernId, reason: 'It is well.', release: false })
      return concernId
    },
    async ask(role: DeskRole, event: string, about: object): Promise<Outcome> {
      const socket: Socket = people[role]
      const reply = anyReply.parse(await socket.emitWithAck(event, { ...payloads[event]?.(), ...about }))
      return reply.ok ? 'ok' : outcomeOf(reply.code)
    },
  }
}

const accounts: Record<DeskRole, string> = { navigator: 'sam', lead: 'lee' }

function outcomeOf(code: string): Outcome {
  return z.enum(['not-allowed', 'taken', 'ended', 'conflict', 'not-found']).parse(code)
}
