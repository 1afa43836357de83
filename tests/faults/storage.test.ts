import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { addresses } from '#protocol/http.ts'
import { chanceFrom } from '../../scripts/bench/chance.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { type FaultHelpdesk, startFaultHelpdesk } from './fault-helpdesk.ts'
import { report } from './fault-table.ts'
import { inForm, seed } from './form.ts'
import { createPace, type Pace } from './pace.ts'
import { bringPeople, type People } from './people.ts'
import { plantFailingCommit } from './planted-commit.ts'
import { createSmallDisk } from './small-disk.ts'

const goneMs = inForm({ short: 1500, long: 10_000 })
const patience = { timeout: 120_000, interval: 50 }

let postgres: PostgresServer
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

it.concurrent('a full disk loses nothing; people read a plain sentence; with room again it goes on by itself', async () => {
  const disk = createSmallDisk()
  try {
    await withTrouble(
      'disk full',
      { dataDir: disk.folder, note: disk.kind },
      async ({ house, people, pace }) => {
        disk.fill()
        await refusedPlainly(people)
        await refusesToStart(house)
        const before = people.acknowledged()
        await pace.exactly(goneMs)
        // What little was left may have been used up first.
        expect(people.acknowledged() - before).toBeLessThan(40)
        disk.makeRoom()
      },
    )
  } finally {
    disk.remove()
  }
}, 300_000)

it.concurrent(
  'a database that another program keeps locked loses nothing, and it goes on by itself (sqlite)',
  () =>
    withTrouble('database locked', {}, async ({ house, pace }) => {
      const other = new DatabaseSync(join(house.dataDir, 'local-offer.sqlite'), { timeout: 5000 })
      other.exec('begin immediate')
      await pace.exactly(goneMs)
      other.exec('rollback')
      other.close()
    }),
  300_000,
)

it.concurrent('a database that is gone and comes back loses nothing, and it goes on by itself (postgres)', async () => {
  // A server of its own: the others need theirs meanwhile.
  const own = await startPostgres()
  try {
    const databaseUrl = await own.createDatabase()
    await withTrouble('database gone', { databaseUrl }, async ({ house, people, pace }) => {
      await own.halt()
      await refusedPlainly(people)
      await pace.exactly(goneMs)
      await own.start()
      expect(house.helpdesk.isRunning()).toBe(true)
    })
  } finally {
    await own.stop()
  }
}, 300_000)

it.concurrent.each(['sqlite', 'postgres'] as const)(
  'when COMMIT fails nobody is told that anything was sent, and nobody sees it (%s)',
  async (engine) => {
    const databaseUrl = engine === 'postgres' ? await postgres.createDatabase() : undefined
    await withTrouble('COMMIT fails', { databaseUrl }, async ({ house, people }) => {
      const repair = await plantFailingCommit(house, databaseUrl)
      await untilNothingIsUnderWay(people)
      const acknowledged = people.acknowledged()
      const shownNow = () =>
        people.talks.map(({ visitor, navigator }) => [visitor.shown.length, navigator.shown.length])
      const shown = shownNow()
      await refusedPlainly(people)
      await refusedPlainly(people)
      expect(people.acknowledged()).toBe(acknowledged)
      expect(shownNow()).toEqual(shown)
      await repair()
    })
  },
  300_000,
)

/** People write; the trouble comes and goes; in the end all that they wrote is there once and in order. */
async function withTrouble(
  fault: string,
  options: { dataDir?: string; databaseUrl?: string | undefined; note?: string },
  trouble: (parts: { house: FaultHelpdesk; people: People; pace: Pace }) => Promise<void>,
): Promise<void> {
  const pace = createPace(chanceFrom(seed))
  const house = await startFaultHelpdesk({ ...options, navigators: 2 })
  try {
    const people = await bringPeople(house, { talks: 4, transport: 'websocket', pace, messageEveryMs: 800 })
    people.startWriting()
    await vi.waitUntil(() => people.acknowledged() > 10, patience)
    await trouble({ house, people, pace })
    const stood = people.acknowledged()
    // It goes on by itself: nothing was started anew.
    await vi.waitUntil(() => people.acknowledged() > stood + 10, patience)
    await people.finish()
    const counts = await people.count()
    report(fault, `${house.engine}, websocket`, counts, options.note)
    people.close()
    expect(counts).toMatchObject({ acknowledged: counts.sent, seen: counts.sent })
    expect(counts).toMatchObject({ lost: 0, doubled: 0, misordered: 0 })
    expect(house.helpdesk.isRunning()).toBe(true)
  } finally {
    await house.stop()
  }
}

/** Everybody sends one message after the other: once each was refused, nothing from before is on its way but what is shown. */
async function untilNothingIsUnderWay({ talks }: People): Promise<void> {
  const everybody = talks.flatMap(({ visitor, navigator }) => [visitor, navigator])
  const before = everybody.map(({ refusals }) => refusals.length)
  await vi.waitUntil(
    () => everybody.every(({ refusals }, index) => refusals.length > (before[index] ?? 0)),
    patience,
  )
  await vi.waitUntil(
    () => talks.every(({ visitor, navigator }) => visitor.shown.length === navigator.shown.length),
    patience,
  )
}

/** Resolves when somebody who writes is refused once more, with the one sentence for what is nobody's mistake. */
async function refusedPlainly({ talks }: People): Promise<void> {
  const refusals = () =>
    talks.flatMap(({ visitor, navigator }) => [...visitor.refusals, ...navigator.refusals])
  const before = refusals().length
  await vi.waitUntil(() => refusals().length > before, patience)
  const sentences = new Set(refusals().map(({ message }) => message))
  expect(
    [...sentences].filter((sentence) => !sentence.startsWith('You are sending messages very fast.')),
  ).toEqual(['We could not do this just now. Please try again.'])
}

/** Nobody is let into a chat, and no form is taken, that cannot be stored; each is told so in plain words. */
async function refusesToStart({ address, origin }: FaultHelpdesk): Promise<void> {
  const post = (path: string, type: string, body: string) =>
    fetch(`${address}${path}`, { method: 'POST', headers: { origin, 'content-type': type }, body })
  const clientConversationId = randomUUID()
  const started = await post(
    addresses.conversations,
    'application/json',
    JSON.stringify({ clientConversationId }),
  )
  expect(started.status).toBe(503)
  expect(await started.json()).toMatchObject({ message: 'We could not do this just now. Please try again.' })
  const form = new URLSearchParams({ clientConversationId, text: 'Hello', email: 'kim@example.org' })
  const left = await post(addresses.messageForm, 'application/x-www-form-urlencoded', form.toString())
  expect(left.status).toBeGreaterThanOrEqual(500)
  expect(await left.text()).toMatch(/try again/i)
}
