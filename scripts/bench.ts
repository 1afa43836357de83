/**
 * `npm run bench -- site|search|pages|chat|desk|cms [--json]`: measures ours and a baseline alternately and prints a table, or with `--json`
 * an array of `{ name, value, unit, baseline, ratio, bar, ok }`. Bars that are not kept are for people to judge: it ends
 * with 0 all the same.
 */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Benchmark } from './bench/benchmark.ts'
import { measureChat } from './bench/chat.ts'
import { measureCms } from './bench/cms.ts'
import { measureDesk } from './bench/desk.ts'
import { measurementTable } from './bench/measurement.ts'
import { measurePages } from './bench/pages.ts'
import { measureSearch } from './bench/search.ts'
import { measureSite } from './bench/site.ts'

const benchmarks: Readonly<Record<string, Benchmark>> = {
  site: measureSite,
  pages: measurePages,
  search: measureSearch,
  chat: measureChat,
  desk: measureDesk,
  cms: measureCms,
}

// What a benchmark has started ends with it, also when it is stopped half way.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  })
  const [name = '', ...others] = positionals
  const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined
  if (benchmark === undefined || others.length > 0)
    throw new Error(`Say what to measure: npm run bench -- ${Object.keys(benchmarks).join('|')} [--json]`)
  const measurements = await inFolderOfItsOwn((workDir) =>
    benchmark({ say: (line) => console.error(line), workDir, root: join(import.meta.dirname, '..') }),
  )
  console.log(values.json === true ? JSON.stringify(measurements, null, 2) : measurementTable(measurements))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function inFolderOfItsOwn<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'local-offer-bench-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  try {
    return await work(folder)
  } finally {
    remove()
    process.off('exit', remove)
  }
}
