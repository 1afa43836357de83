import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Benchmark, BenchmarkContext } from './benchmark.ts'
import { type Measurement, measured, median } from './measurement.ts'
import { copySiteRoot, writeBareRoot } from './private-root.ts'
import { type TimedRun, timedRun } from './timed-run.ts'
import { writeExampleDirectory } from './write-directory.ts'

const services = 5_000
const manyServices = 20_000
const rounds = 3

/**
 * How long a site takes to build, its search index and open data included: 5,000 services beside a bare Astro project of
 * the same Markdown files, 20,000 beside the 5,000, and the 5,000 again when nothing has changed.
 */
export const measureSite: Benchmark = async (context) => {
  const { say, workDir, root } = context
  say(`Writing ${services} and ${manyServices} services …`)
  const contentDir = join(workDir, 'content')
  const files = await writeExampleDirectory(root, contentDir, services)
  const bare = join(workDir, 'bare')
  await writeBareRoot(
    root,
    bare,
    files.map((file) => join(contentDir, file)),
  )
  const ours = join(workDir, 'ours')
  await copySiteRoot(root, ours)

  const runs: Record<'bare' | 'cold' | 'unchanged', TimedRun[]> = { bare: [], cold: [], unchanged: [] }
  for (let round = 1; round <= rounds; round += 1) {
    runs.bare.push(await build(context, `bare, ${services}`, bare, bareCommand(root), {}))
    await removeBuilt(ours)
    const env = { CONTENT_DIR: contentDir, RELEASE_DIR: join(ours, 'dist/site') }
    runs.cold.push(await build(context, `ours, ${services}`, ours, ourCommand, env))
    runs.unchanged.push(await build(context, `ours, ${services}, unchanged`, ours, ourCommand, env))
    await removeBuilt(bare)
  }
  await removeBuilt(ours)
  const manyDir = join(workDir, 'many')
  await writeExampleDirectory(root, manyDir, manyServices)
  const env = { CONTENT_DIR: manyDir, RELEASE_DIR: join(ours, 'dist/site') }
  const many = await build(context, `ours, ${manyServices}`, ours, ourCommand, env)
  return found(runs, many)
}

function found(
  runs: Readonly<Record<'bare' | 'cold' | 'unchanged', readonly TimedRun[]>>,
  many: TimedRun,
): Measurement[] {
  const seconds = (which: readonly TimedRun[]) => median(which.map((run) => run.seconds))
  const processor = (which: readonly TimedRun[]) => median(which.map((run) => run.processorSeconds))
  const memory = (which: readonly TimedRun[]) => median(which.map((run) => run.peakMegabytes))
  const cold = seconds(runs.cold)
  return [
    measured({
      name: 'build of 5,000 services / bare Astro',
      value: cold,
      unit: 's',
      baseline: seconds(runs.bare),
      bar: { atMost: 1.8 },
    }),
    measured({
      name: 'build of 20,000 services / of 5,000',
      value: many.seconds,
      unit: 's',
      baseline: cold,
      bar: { atMost: 4.4 },
    }),
    measured({
      name: 'unchanged build of 5,000 / cold',
      value: seconds(runs.unchanged),
      unit: 's',
      baseline: cold,
      bar: { atMost: 0.5 },
    }),
    measured({
      name: 'processor time of 5,000 / bare Astro',
      value: processor(runs.cold),
      unit: 's',
      baseline: processor(runs.bare),
    }),
    measured({
      name: 'processor time of 20,000 / of 5,000',
      value: many.processorSeconds,
      unit: 's',
      baseline: processor(runs.cold),
    }),
    measured({
      name: 'memory, 20,000 services',
      value: many.peakMegabytes,
      unit: 'MB',
      bar: { atMost: 4096 },
    }),
    measured({
      name: 'memory, 5,000 services / bare Astro',
      value: memory(runs.cold),
      unit: 'MB',
      baseline: memory(runs.bare),
    }),
  ]
}

type Command = readonly [string, ...string[]]

/** `npm run build`, without npm. */
const ourCommand: Command = [process.execPath, 'scripts/build-site.ts']

function bareCommand(root: string): Command {
  return [join(root, 'node_modules/.bin/astro'), 'build']
}

async function build(
  { say, root }: BenchmarkContext,
  name: string,
  cwd: string,
  command: Command,
  env: Readonly<Record<string, string>>,
): Promise<TimedRun> {
  const run = await timedRun(command, {
    cwd,
    env: {
      PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
      ASTRO_TELEMETRY_DISABLED: '1',
      ...env,
    },
  })
  const said = [`${run.seconds.toFixed(1)} s`, `${run.processorSeconds.toFixed(1)} s of processor`]
  say(`${name}: ${[...said, `${run.peakMegabytes.toFixed(0)} MB`].join(', ')}`)
  return run
}

/** What a build leaves behind, and what Astro and Vite remember of it. */
async function removeBuilt(folder: string): Promise<void> {
  for (const left of ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'])
    await rm(join(folder, left), { recursive: true, force: true })
}
