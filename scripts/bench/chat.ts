import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startPostgres } from '../../tests/support/postgres.ts'
import type { Benchmark, BenchmarkContext } from './benchmark.ts'
import { type IdleRun, idleFindings, type LoadRun, loadFindings, type Sides } from './chat-findings.ts'
import { type Side, startHelpdesk, startRelay } from './chat-servers.ts'

const rounds = 5
const connected = 1_000
/** Of those connected: who writes, with desks that look on. Few enough for five desks within their limits. */
const writing = 500
/** The product takes 20 in 10 seconds of each. */
const messagesEach = 18
/** PostgreSQL is slower, and no bar is set for it: fewer are enough. */
const messagesEachOnPostgres = 6
const limitMs = 10_500
const trickle = { do: 'trickle', perSecond: 100, seconds: 5 } as const
const idleStep = 1_000

/**
 * How fast the chat stores what families write, beside socket.io alone, which acknowledges and forwards the same and stores
 * nothing. The helpdesk's own program with its usual limits, on SQLite and on PostgreSQL; the load comes from processes of
 * their own and from an address of 127/8 for each visitor.
 */
export const measureChat: Benchmark = async (context) => {
  const postgres = await startPostgres({ durable: true })
  try {
    const load = await withSides(context, 'load', await postgres.createDatabase(), measureLoad)
    const idle = await withSides(context, 'idle', await postgres.createDatabase(), measureIdle)
    return [...loadFindings(load), ...idleFindings(idle)]
  } finally {
    await postgres.stop()
  }
}

async function withSides<Result>(
  { root, workDir, say }: BenchmarkContext,
  name: string,
  databaseUrl: string,
  measure: (sides: Sides<Side>, say: (line: string) => void) => Promise<Result>,
): Promise<Result> {
  const folder = (engine: string) => join(workDir, `${name}-${engine}`)
  await mkdir(workDir, { recursive: true })
  const started: Side[] = []
  const keep = (side: Side) => {
    started.push(side)
    return side
  }
  try {
    const relay = keep(await startRelay(root))
    const sqlite = keep(await startHelpdesk({ name: 'SQLite', root, dataDir: folder('sqlite') }))
    const postgres = keep(
      await startHelpdesk({ name: 'PostgreSQL', root, dataDir: folder('postgres'), databaseUrl }),
    )
    return await measure({ relay, sqlite, postgres }, say)
  } finally {
    for (const side of started) await side.stop()
  }
}

/** Messages as fast as they are taken, messages at a steady rate, and everybody connecting again at once. */
async function measureLoad(sides: Sides<Side>, say: (line: string) => void): Promise<Sides<LoadRun[]>> {
  const runs: Sides<LoadRun[]> = { relay: [], sqlite: [], postgres: [] }
  const wroteAt = new Map<Side, number>()

  async function write(side: Side) {
    await pause(Math.max(0, (wroteAt.get(side) ?? Number.NEGATIVE_INFINITY) + limitMs - performance.now()))
    wroteAt.set(side, performance.now())
    const before = side.processorSeconds()
    const { tookMs = 0, times = [] } = await side.perform({
      do: 'write',
      messagesEach: side === sides.postgres ? messagesEachOnPostgres : messagesEach,
    })
    return {
      perSecond: (times.length * 1000) / tookMs,
      processorMs: ((side.processorSeconds() - before) * 1000) / times.length,
    }
  }

  for (const side of [sides.relay, sides.sqlite, sides.postgres]) {
    await side.perform({ do: 'open', visitors: connected })
    await side.perform({ do: 'watch', visitors: writing })
    await write(side)
    say(`${side.name}: ${connected} visitors are connected, ${writing} of them write …`)
  }
  for (let round = 1; round <= rounds; round += 1) {
    const written = await inTurn(sides, write)
    const trickled = await inTurn(sides, (side) => side.perform(trickle))
    const reconnected = await inTurn(sides, (side) => side.perform({ do: 'reconnect', visitors: connected }))
    for (const name of ['relay', 'sqlite', 'postgres'] as const) {
      const [{ times: acknowledged = [], heard = [] }, { times: inStep = [] }] = [
        trickled[name],
        reconnected[name],
      ]
      runs[name].push({ ...written[name], acknowledged, heard, inStep })
      say(`round ${round}, ${sides[name].name}: ${Math.round(written[name].perSecond)} messages a second`)
    }
  }
  return runs
}

/** Memory for each visitor who is connected and does nothing, and whether the helpdesk is as quick with all of them. */
async function measureIdle(sides: Sides<Side>, say: (line: string) => void): Promise<IdleRun> {
  const kilobytesEach: Sides<number[]> = { relay: [], sqlite: [], postgres: [] }
  let before = await inTurn(sides, (side) => side.megabytes())
  for (let round = 1; round <= rounds; round += 1) {
    await inTurn(sides, (side) => side.perform({ do: 'open', visitors: idleStep }))
    const after = await inTurn(sides, (side) => side.megabytes())
    for (const name of ['relay', 'sqlite', 'postgres'] as const)
      kilobytesEach[name].push(((after[name] - before[name]) * 1024) / idleStep)
    before = after
    say(`${round * idleStep} visitors are connected and idle …`)
  }
  await inTurn(sides, (side) => side.perform({ do: 'watch', visitors: writing }))
  const trickled = await inTurn(sides, (side) => side.perform(trickle))
  const counted = await inTurn(sides, (side) => side.perform({ do: 'count' }))
  return { kilobytesEach, trickled, counted }
}

async function inTurn<Result>(
  { relay, sqlite, postgres }: Sides<Side>,
  work: (side: Side) => Promise<Result>,
): Promise<Sides<Result>> {
  return { relay: await work(relay), sqlite: await work(sqlite), postgres: await work(postgres) }
}
