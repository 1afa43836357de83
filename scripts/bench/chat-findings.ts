import type { Outcome } from './chat-load.ts'
import { type Bar, type Measurement, measured, median, percentile } from './measurement.ts'

/** The same of each. */
export interface Sides<Each> {
  readonly relay: Each
  readonly sqlite: Each
  readonly postgres: Each
}

/** One round of load. Times in milliseconds. */
export interface LoadRun {
  readonly perSecond: number
  /** of the server's processor, for each message */
  readonly processorMs: number
  /** at a steady rate: from sending to the reply, and to the desk that hears it */
  readonly acknowledged: readonly number[]
  readonly heard: readonly number[]
  /** from connecting to being in step, when all connect at once */
  readonly inStep: readonly number[]
}

export interface IdleRun {
  /** for each thousand visitors more */
  readonly kilobytesEach: Sides<readonly number[]>
  /** messages at a steady rate with all of them connected, and how many then were */
  readonly trickled: Sides<Outcome>
  readonly counted: Sides<Outcome>
}

/** Bars are for SQLite; PostgreSQL is reported beside. Each number is the median of the rounds. */
export function loadFindings(runs: Sides<readonly LoadRun[]>): Measurement[] {
  const compared = (name: string, unit: string, of: (run: LoadRun) => number, bar?: Bar) =>
    bothEngines(
      name,
      unit,
      mapSides(runs, (rounds) => median(rounds.map(of))),
      bar,
    )
  const p50 = (run: LoadRun) => percentile(run.acknowledged, 0.5)
  const p99 = (run: LoadRun) => percentile(run.acknowledged, 0.99)
  const alone = (name: string, of: (run: LoadRun) => number, atMost: number) =>
    bothEngines(
      name,
      'ms',
      { ...mapSides(runs, (rounds) => median(rounds.map(of))), relay: undefined },
      { atMost },
    )
  return [
    ...compared('messages stored and acknowledged / relay', 'a second', (run) => run.perSecond, {
      atLeast: 0.5,
    }),
    ...compared('100 a second, to the acknowledgement, p50 / relay', 'ms', p50, { atMost: 3 }),
    ...compared('100 a second, to the acknowledgement, p99 / relay', 'ms', p99, { atMost: 5 }),
    ...alone('100 a second, to the acknowledgement, p99', p99, 100),
    ...compared('100 a second, to the desk that hears it, p50 / relay', 'ms', (run) =>
      percentile(run.heard, 0.5),
    ),
    ...compared('100 a second, to the desk that hears it, p99 / relay', 'ms', (run) =>
      percentile(run.heard, 0.99),
    ),
    ...compared('processor of the server for a message / relay', 'ms', (run) => run.processorMs),
    ...alone('1,000 connect at once, until in step, p99', (run) => percentile(run.inStep, 0.99), 2_000),
    ...compared('1,000 connect at once, until all are in step / relay', 'ms', (run) =>
      Math.max(...run.inStep),
    ),
  ]
}

/** As above. */
export function idleFindings({ kilobytesEach, trickled, counted }: IdleRun): Measurement[] {
  const p99 = mapSides(trickled, ({ times = [] }) => percentile(times, 0.99))
  const visitors = mapSides(counted, ({ connected = 0 }) => connected)
  return [
    ...bothEngines('memory for an idle visitor / relay', 'KB', mapSides(kilobytesEach, median), {
      atMost: 1.5,
    }),
    ...bothEngines(
      'idle visitors on one process',
      'connected',
      { ...visitors, relay: undefined },
      { atLeast: 5_000 },
    ),
    ...bothEngines('100 a second among them, to the acknowledgement, p99 / relay', 'ms', p99),
  ]
}

function bothEngines(
  name: string,
  unit: string,
  { relay, sqlite, postgres }: Sides<number> | (Omit<Sides<number>, 'relay'> & { relay: undefined }),
  bar?: Bar,
): Measurement[] {
  const baseline = relay === undefined ? {} : { baseline: relay }
  return [
    measured({ name, value: sqlite, unit, ...baseline, ...(bar && { bar }) }),
    measured({ name: `the same on PostgreSQL`, value: postgres, unit, ...baseline }),
  ]
}

function mapSides<Each, Result>(
  { relay, sqlite, postgres }: Sides<Each>,
  map: (each: Each) => Result,
): Sides<Result> {
  return { relay: map(relay), sqlite: map(sqlite), postgres: map(postgres) }
}
