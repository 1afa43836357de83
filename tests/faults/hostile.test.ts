import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { refusalSchema } from '#protocol/contract.ts'
import { deskNamespace } from '#protocol/desk.ts'
import { visitorNamespace } from '#protocol/visitor.ts'
import { chanceFrom } from '../../scripts/bench/chance.ts'
import { openPageSocket } from '../support/page-socket.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { type FaultHelpdesk, startFaultHelpdesk } from './fault-helpdesk.ts'
import { report } from './fault-table.ts'
import { inForm, seed } from './form.ts'
import {
  type HostileEvent,
  type HostileRequest,
  hostileEvents,
  hostileFrames,
  hostileRequests,
} from './hostile-payloads.ts'
import { sendRequest } from './hostile-request.ts'
import { createPace } from './pace.ts'
import { bringPeople, startConversation } from './people.ts'
import { openRawClient } from './raw-client.ts'

const payloads = inForm({ short: 1000, long: 10_000 })
/** What one socket may ask for at once before it is told to slow down, which would hide what else it is told. */
const batch = 80
const mostGrowth = 200 * 1024 ** 2
/** Words that are for programmers: of zod, of errors and their stacks, of databases. */
const programmersWords =
  /\b(?:expected|received|zod|undefined|null|NaN|stack|regex|regular expression|uuid|schema|SQL\w*|constraint)\b|Invalid (?:input|option|string)|\.ts:\d|node_modules|\[object|Error\b/

let postgres: PostgresServer
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

it.concurrent(
  'no payload ends the process, and every one is refused in plain words or taken as it is (sqlite)',
  () => throwAt(undefined),
  600_000,
)

it.concurrent(
  'no payload ends the process, and every one is refused in plain words or taken as it is (postgres)',
  async () => throwAt(await postgres.createDatabase()),
  600_000,
)

async function throwAt(databaseUrl: string | undefined): Promise<void> {
  const house = await startFaultHelpdesk({ databaseUrl, navigators: 2 })
  try {
    const written = await startConversation(house, 1)
    const ended = await startConversation(house, 2)
    const idOf = (event: string) => (event === 'conversation:end' ? ended : written).conversationId
    const memory = () => house.helpdesk.number('process_resident_memory_bytes')
    const before = await memory()
    const counts = { sent: 0, answered: 0, refused: 0, silent: 0 }

    const events = fc.sample(hostileEvents(idOf), { numRuns: Math.floor(payloads * 0.7), seed })
    for (let from = 0; from < events.length; from += batch) {
      const some = events.slice(from, from + batch)
      await throwEvents(house, { written, ended }, some, counts)
    }
    for (const request of fc.sample(hostileRequests, { numRuns: Math.floor(payloads * 0.2), seed }))
      await throwRequest(house, request, counts)
    const frames = fc.sample(hostileFrames, { numRuns: Math.floor(payloads * 0.1), seed })
    for (let from = 0; from < frames.length; from += 5)
      await throwFrames(house, written.cookie, frames.slice(from, from + 5), counts)

    const grown = (await memory()) - before
    const stillWell = await talkAfterwards(house)
    report(
      'hostile payloads',
      house.engine,
      { ...stillWell, sent: counts.sent, acknowledged: counts.answered },
      [
        `${counts.refused} refused`,
        `${counts.silent} connections ended or frames that are no packets`,
        `${Math.round(grown / 1024 ** 2)} MB more memory`,
      ].join(', '),
    )
    expect(grown).toBeLessThan(mostGrowth)
    expect(stillWell).toMatchObject({ lost: 0, doubled: 0, misordered: 0 })
    expect(counts.answered + counts.silent).toBe(counts.sent)
    expect(house.helpdesk.isRunning()).toBe(true)
    expect(house.helpdesk.logged()).not.toMatch(/uncaught|unhandled/i)
  } finally {
    await house.stop()
  }
}

interface Thrown {
  sent: number
  answered: number
  refused: number
  /** the connection was ended instead */
  silent: number
}

/** One conversation is written in, another is ended, so that the end of it hides nothing. */
interface Opened {
  written: { conversationId: string; cookie: string }
  ended: { conversationId: string; cookie: string }
}

/** Sends them all at once, each side on a socket of its own. Those that were with one that ended it are sent again, alone. */
async function throwEvents(
  house: FaultHelpdesk,
  opened: Opened,
  events: readonly HostileEvent[],
  counts: Thrown,
): Promise<void> {
  counts.sent += events.length
  const together = events.filter((event) => !isTooBig(event))
  const unanswered = [
    ...events.filter(isTooBig),
    ...(await sendOn(house, opened, together.filter(isVisitors), counts)),
    ...(await sendOn(house, opened, together.filter(isEnding), counts)),
    ...(await sendOn(
      house,
      opened,
      together.filter(({ side }) => side === 'desk'),
      counts,
    )),
  ]
  for (const event of unanswered) counts.silent += (await sendOn(house, opened, [event], counts)).length
}

const isEnding = ({ side, event }: HostileEvent) => side === 'visitor' && event === 'conversation:end'
const isVisitors = (thrown: HostileEvent) => thrown.side === 'visitor' && !isEnding(thrown)

/** The helpdesk ends a connection that sends more than 32 KB in one piece. */
const isTooBig = ({ payload }: HostileEvent) => (JSON.stringify(payload) ?? '').length > 10_000

/** Sends them on one socket. Gives those that had no answer because the connection was ended. */
async function sendOn(
  house: FaultHelpdesk,
  { written, ended }: Opened,
  events: readonly HostileEvent[],
  counts: Thrown,
): Promise<HostileEvent[]> {
  const [first] = events
  if (!first) return []
  const namespace = first.side === 'desk' ? deskNamespace : visitorNamespace
  const visitor = isEnding(first) ? ended : written
  const cookie = first.side === 'desk' ? (house.navigators[0] ?? '') : visitor.cookie
  const socket = openPageSocket(namespace, {
    ...{ address: house.address, origin: house.origin, cookie, transport: 'websocket' },
    forwardedFor: `127.3.${counts.sent % 250}.${1 + (counts.silent % 250)}`,
  })
  try {
    await vi.waitUntil(() => socket.connected, { timeout: 30_000 })
    const answers = await Promise.all(
      events.map((thrown) =>
        socket
          .timeout(30_000)
          .emitWithAck(thrown.event, thrown.payload)
          .then(
            (answer: unknown) => ({ thrown, answer }),
            () => ({ thrown, answer: undefined }),
          ),
      ),
    )
    for (const { thrown, answer } of answers) if (answer !== undefined) checkAnswer(thrown, answer, counts)
    return answers.filter(({ answer }) => answer === undefined).map(({ thrown }) => thrown)
  } finally {
    socket.disconnect()
  }
}

function checkAnswer({ event, payload }: HostileEvent, answer: unknown, counts: Thrown): void {
  counts.answered += 1
  if (isGood(answer)) return
  counts.refused += 1
  const what = `${event} ${JSON.stringify(payload)?.slice(0, 300)}`
  const refusal = refusalSchema.parse(answer)
  expect(refusal.message, what).toMatch(plainSentence)
  expect(refusal.message, what).not.toMatch(programmersWords)
  // That would be a fault of ours.
  expect(refusal.code, what).not.toBe('unavailable')
}

/** Begins as a sentence does and ends as one. */
const plainSentence = /^[A-Z‘“][\s\S]{4,300}[.?!]$/

function isGood(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true
}

/** Whatever the answer is, it is one of the sender's mistakes and no fault of ours, and says so in plain words. */
async function throwRequest(house: FaultHelpdesk, request: HostileRequest, counts: Thrown): Promise<void> {
  const { method, path, type, body } = request
  counts.sent += 1
  const response = await sendRequest(house, request, counts.sent).catch((error: unknown) => {
    // The helpdesk refuses a body that is too large before it has all come, and ends the connection.
    if (body.length > 10_000) return undefined
    throw error
  })
  if (response === undefined) {
    counts.silent += 1
    return
  }
  const text = await response.text()
  counts.answered += 1
  if (response.status < 400) return
  counts.refused += 1
  const what = `${method} ${path.slice(0, 100)} ${type} ${body.slice(0, 200)}: ${response.status} ${text.slice(0, 300)}`
  expect(response.status, what).toBeLessThan(500)
  if (response.headers.get('content-type')?.includes('json')) expect(text, what).not.toMatch(programmersWords)
  expect(text, what).not.toMatch(/node_modules|\.ts:\d|ZodError|<script>document/)
}

/** Frames that are no packets are not answered: the helpdesk ends such a connection, or takes no notice. */
async function throwFrames(
  { helpdesk, origin }: FaultHelpdesk,
  cookie: string,
  frames: readonly (string | Buffer)[],
  counts: Thrown,
): Promise<void> {
  const client = await openRawClient({ port: helpdesk.port, namespace: visitorNamespace, cookie, origin })
  for (const frame of frames) client.send(frame)
  counts.sent += frames.length
  counts.silent += frames.length
  client.close()
}

/** People talk as if nothing had been. */
async function talkAfterwards(house: FaultHelpdesk) {
  const pace = createPace(chanceFrom(seed))
  const people = await bringPeople(house, { talks: 2, transport: 'websocket', pace, messageEveryMs: 100 })
  people.startWriting()
  await vi.waitUntil(() => people.acknowledged() > 12, { timeout: 60_000 })
  await people.finish()
  const counts = await people.count()
  people.close()
  return counts
}
