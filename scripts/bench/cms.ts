import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Benchmark } from './benchmark.ts'
import { timeEditorsList } from './cms-browser.ts'
import { timePublication } from './cms-publication.ts'
import { type CmsSide, type OurSide, slugOf, startDecapServer, startOurs } from './cms-sides.ts'
import { type Measurement, measured, median, percentile } from './measurement.ts'
import { writeExampleDirectory } from './write-directory.ts'

const services = 5_000
const fewServices = 510
const rounds = 5
const savesEachRound = 20
const people = 20
const savesEach = 3

/**
 * The CMS with 5,000 services, beside decap-server in its Git mode on the same content: how long lists and saves take, what
 * becomes of twenty people who save at once, when an editor can use the list in a browser, and when a change is live.
 */
export const measureCms: Benchmark = async ({ say, workDir, root }) => {
  const contentDir = join(workDir, 'content')
  say(`Writing ${services} services; the site is built once before the CMS starts …`)
  await writeExampleDirectory(root, contentDir, services)
  await cp(contentDir, join(workDir, 'decap'), { recursive: true })
  const ours = await startOurs(contentDir, join(workDir, 'ours'))
  const theirs = await startDecapServer(join(workDir, 'decap'))
  const found: Measurement[] = []
  try {
    found.push(...(await measureSides(ours, theirs, say)), ...(await measureAtOnce(ours, theirs, say)))
    await theirs.stop()
    say('An editor opens the list in a browser …')
    found.push(...(await timeEditorsList(ours)), await timePublication(ours, { services, atMost: 180 }))
  } finally {
    await theirs.stop()
    await ours.stop()
  }
  say(`Writing ${fewServices} services, to see when a change of those is live …`)
  const fewDir = join(workDir, 'few-content')
  await writeExampleDirectory(root, fewDir, fewServices)
  const few = await startOurs(fewDir, join(workDir, 'few'))
  try {
    return [...found, await timePublication(few, { services: fewServices, atMost: 60 })]
  } finally {
    await few.stop()
  }
}

async function measureSides(
  ours: OurSide,
  theirs: CmsSide,
  say: (line: string) => void,
): Promise<Measurement[]> {
  const lists = new Map<CmsSide, number[]>([
    [ours, []],
    [theirs, []],
  ])
  const saves = new Map<CmsSide, number[]>([
    [ours, []],
    [theirs, []],
  ])
  const own: number[] = []
  const paths = (await ours.list()).slice(0, rounds * savesEachRound)
  await theirs.list()
  for (let round = 0; round < rounds; round += 1) {
    for (const side of [ours, theirs]) {
      lists.get(side)?.push(await timed(() => side.list()))
      const mine = paths.slice(round * savesEachRound, (round + 1) * savesEachRound)
      for (const path of mine) saves.get(side)?.push(await timeSave(side, path, round))
    }
    for (let time = 0; time < 10; time += 1)
      own.push(
        await timed(async () =>
          (await ours.ask('provider', 'entriesByFolder', { folder: 'services' })).text(),
        ),
      )
    say(`round ${round + 1} of ${rounds}: lists and saves`)
  }
  const of = (times: Map<CmsSide, number[]>, side: CmsSide) => times.get(side) ?? []
  return [
    measured({
      name: 'provider’s list, p95',
      value: percentile(own, 0.95),
      unit: 'ms',
      bar: { atMost: 200 },
    }),
    measured({
      name: 'the list of all services / decap-server',
      ...{ value: median(of(lists, ours)), baseline: median(of(lists, theirs)), unit: 'ms' },
      bar: { atMost: 0.5 },
    }),
    measured({
      name: 'save, p95',
      value: percentile(of(saves, ours), 0.95),
      unit: 'ms',
      bar: { atMost: 150 },
    }),
    measured({
      name: 'save, p50 / decap-server',
      ...{ value: median(of(saves, ours)), baseline: median(of(saves, theirs)), unit: 'ms' },
      bar: { atMost: 0.5 },
    }),
  ]
}

/** Twenty people save services of their own, three times each, all at the same time. */
async function measureAtOnce(
  ours: OurSide,
  theirs: CmsSide,
  say: (line: string) => void,
): Promise<Measurement[]> {
  const paths = (await ours.list()).slice(-people)
  const found: { side: CmsSide; refused: number; took: number }[] = []
  for (const side of [ours, theirs]) {
    let refused = 0
    const took = await timed(async () => {
      await Promise.all(
        paths.map(async (path) => {
          const { text, version } = await side.open(path)
          let opened = version
          for (let change = 1; change <= savesEach; change += 1) {
            const saved = await side.save(path, changedText(text, change), opened)
            if (!saved.taken) refused += 1
            opened = saved.version ?? opened
          }
        }),
      )
    })
    say(`${side.name}: ${people} people at once, ${refused} of ${people * savesEach} saves refused`)
    found.push({ side, refused, took })
  }
  const lost = await Promise.all(
    paths.map(async (path) => {
      const params = { collection: 'services', slug: slugOf(path), path }
      const draft = await (await ours.ask('editor', 'unpublishedEntryDataFile', params)).text()
      return !draft.includes(changedWords(savesEach))
    }),
  )
  const [own, other] = found
  return [
    measured({
      name: `${people} people at once: saves refused`,
      ...{ value: own?.refused ?? 0, unit: `of ${people * savesEach}`, bar: { atMost: 0 } },
    }),
    measured({
      name: 'the same: changes lost',
      ...{ value: lost.filter(Boolean).length, unit: `of ${people}`, bar: { atMost: 0 } },
    }),
    measured({
      name: 'the same, decap-server: saves refused',
      ...{ value: other?.refused ?? 0, unit: `of ${people * savesEach}` },
    }),
    measured({
      name: `${people} people at once, until all is saved / decap-server`,
      ...{ value: own?.took ?? 0, baseline: other?.took ?? 0, unit: 'ms' },
    }),
  ]
}

async function timeSave(side: CmsSide, path: string, round: number): Promise<number> {
  const { text, version } = await side.open(path)
  return timed(async () => {
    const { taken } = await side.save(path, changedText(text, round), version)
    if (!taken) throw new Error(`${side.name} refused to save ${path}.`)
  })
}

function changedText(text: string, change: number): string {
  return text.replace(/^summary: .*(\n {2}.*)*$/m, `summary: ${changedWords(change)}`)
}

const changedWords = (change: number) => `Games and crafts, now changed for the ${change}. time.`

/** How long it takes, in ms. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
