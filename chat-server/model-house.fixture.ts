import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { parse } from 'yaml'
import type { Database } from '#platform/database/database.ts'
import { areaRecord } from '#records/area.ts'
import { daysLater } from '#records/calendar-dates.ts'
import { readStandings } from './board.ts'
import { leaseMs } from './domain/presence.ts'
import { noMetrics } from './metrics.ts'
import { type Model, queueOf, type Talk } from './model.fixture.ts'
import { createReplyActions } from './reply-actions.ts'
import { helpdeskMigrations } from './storage/helpdesk-migrations.ts'
import type { AddedMessage } from './storage/message-writer.ts'
import type { HelpdeskTables } from './storage/tables.ts'
import { createStores } from './stores.ts'
import { createSweeper, type SweepSettings } from './sweeper.ts'
import type { Announcer } from './transport/announcer.ts'
import { createColleagueChanges } from './transport/colleague-changes.ts'
import { createDeskChanges } from './transport/desk-changes.ts'

export type ModelHouse = Awaited<ReturnType<typeof openModelHouse>>

const helpdesk = { replyWorkingDays: 2 }
const everyDay = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const alwaysOpen = everyDay.flatMap((day) => [
  { day, opens: '00:00', closes: '12:00' },
  { day, opens: '12:00', closes: '23:59' },
])

/** The real helpdesk without sockets: rules, stores and sweeper, and a list of what was announced. Only tests import this. */
export async function openModelHouse(database: Database) {
  await database.migrate('helpdesk', helpdeskMigrations)
  // Noon in London: the minute before midnight, in which nothing is open, is far.
  const time = { now: Date.parse('2026-11-23T12:00:00Z'), jump: 0 }
  const clock = () => time.now + time.jump
  const stores = createStores({ database, clock, newId: randomUUID, elapsed: () => time.now })
  const area = areaRecord.schema.parse(parse(readFileSync('site/content/area.yaml', 'utf8')))
  let settings: SweepSettings = { openingHours: alwaysOpen, bankHolidays: [], helpdesk }
  /** numbers of the messages that were announced, by conversation */
  const announced = new Map<string, number[]>()
  const announcer: Announcer = {
    message({ message, conversation, isNew }: AddedMessage) {
      if (!conversation) return
      expect(isNew).toBe(true)
      announced.set(conversation.id, [...(announced.get(conversation.id) ?? []), message.seq])
    },
    seenByNavigator() {},
    stop() {},
    conversation: () => readStandings(stores, settings),
    queue: () => readStandings(stores, settings),
  }
  const audit = { record: async () => {} }
  const desk = { stores, announcer, audit, metrics: noMetrics, hours: () => settings }
  const changes = createDeskChanges(desk)
  const colleagues = createColleagueChanges(desk)
  const replies = createReplyActions({
    ...{ stores, announcer, audit, slowDown: () => {} },
    letters: { weWillEmail: async () => {}, youHaveALaterReply: async () => {} },
    area: () => ({ ...settings, contact: area.contact, emergency: area.emergency }),
  })
  const sweeper = createSweeper({ stores, announcer, settings: () => settings, disconnect: () => {} })
  const presses = new Map<number, string>()

  async function stored(id: string) {
    const messages: { author: string; key: string }[] = []
    for (let from = 0; ; from = messages.length) {
      const page = await stores.reader.messagesAfter(id, from)
      if (page.length === 0) break
      expect(page.map(({ seq }) => seq)).toEqual(page.map((_, index) => from + index + 1))
      messages.push(
        ...page.map(({ author, authorName, clientMessageId, seq }) => ({
          author: author === 'navigator' ? (authorName ?? '').replace('Navigator ', '') : author,
          key: clientMessageId ?? `notice-${seq}`,
        })),
      )
    }
    return { conversation: await stores.reader.find(id), messages }
  }

  async function expectTalk(talk: Talk): Promise<void> {
    const { conversation, messages } = await stored(talk.id)
    expect(messages, 'none lost, none doubled, in order').toEqual(talk.messages)
    expect(conversation).toMatchObject({
      ...{ state: talk.state, channel: talk.channel, navigatorId: talk.navigator },
      navigatorName: talk.navigator === null ? null : `Navigator ${talk.navigator}`,
      ...{ offeredTo: talk.offer?.to ?? null, offeredAt: talk.offer ? expect.any(Number) : null },
      promisedOn: talk.promised === null ? null : daysLater('2026-11-23', talk.promised),
      blockedAt: talk.blocked ? expect.any(Number) : null,
      ...{ lastSeq: talk.messages.length, seenByVisitor: talk.seen.visitor },
      seenByNavigator: talk.seen.navigator,
    })
    const known = conversation?.colleagues.map(({ accountId, joined }) => [
      accountId,
      joined ? 'joined' : 'asked',
    ])
    expect(Object.fromEntries(known ?? []), 'who is in it').toEqual(talk.colleagues)
    expect(conversation?.waitingSince === null).toBe(talk.state !== 'waiting')
    const told = announced.get(talk.id) ?? []
    expect(
      told.toSorted((one, other) => one - other),
      'announced once each',
    ).toEqual(talk.messages.map((_, index) => index + 1))
  }

  return {
    ...{ time, stores, announcer, changes, colleagues, replies, sweeper, stored },
    setClosed(closed: boolean) {
      settings = { ...settings, openingHours: closed ? [] : alwaysOpen }
    },
    async start(press: number): Promise<string> {
      const clientConversationId = presses.get(press) ?? randomUUID()
      presses.set(press, clientConversationId)
      const input = { clientConversationId, channel: 'chat' as const }
      return (await database.write((trx) => stores.writer.start(trx, input))).conversation.id
    },
    /** Gives the number of the message. */
    async write(id: string, name: string | null, clientMessageId: string): Promise<number> {
      const author =
        name === null ? { kind: 'visitor' as const } : { kind: 'navigator' as const, accountId: name }
      const authorName = name ?? ''
      const message = { author, authorName, clientMessageId, text: clientMessageId }
      const added = await database.write((trx) => stores.messages.add(trx, id, message))
      announcer.message(added)
      return added.message.seq
    },
    /** A sign of life of a navigator's desk, seen at once. */
    async sign(name: string): Promise<void> {
      const navigator = { accountId: name, name: `Navigator ${name}` }
      await database.write((trx) => stores.navigators.renew(trx, navigator, clock() + leaseMs))
      for (const one of await stores.navigators.all()) stores.presence.isThere(one)
    },
    async expectToBe(model: Model): Promise<void> {
      for (const talk of model.talks) await expectTalk(talk)
      expect((await stores.reader.queue()).map(({ id }) => id)).toEqual(queueOf(model))
    },
    /** Forgets everything, for the next run. */
    async clear(): Promise<void> {
      const tables = database.kysely.$extendTables<HelpdeskTables>()
      for (const table of ['message', 'conversation', 'navigator'] as const)
        await tables.deleteFrom(table).execute()
    },
  }
}
