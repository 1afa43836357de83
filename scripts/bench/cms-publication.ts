import { setTimeout as pause } from 'node:timers/promises'
import { type OurSide, slugOf } from './cms-sides.ts'
import { type Measurement, measured } from './measurement.ts'

const askEveryMs = 250
const patienceMs = 600_000

/** How long it takes from the press of “Publish” until the live page shows the change. */
export async function timePublication(
  ours: OurSide,
  { services, atMost }: { services: number; atMost: number },
): Promise<Measurement> {
  const path = (await ours.list())[200] ?? ''
  const words = 'Games and crafts, live for all to see.'
  const { text, version } = await ours.open(path)
  await ours.save(path, text.replace(/^summary: .*(\n {2}.*)*$/m, `summary: ${words}`), version)
  const place = { collection: 'services', slug: slugOf(path) }
  await ours.ask('editor', 'updateUnpublishedEntryStatus', { ...place, newStatus: 'pending_publish' })
  const started = performance.now()
  const published = await ours.ask('editor', 'publishUnpublishedEntry', place)
  if (!published.ok) throw new Error(`${path} was not published: ${await published.text()}`)
  while (!(await isLive(ours.url, place.slug, words))) {
    if (performance.now() - started > patienceMs) throw new Error(`${path} is still not live.`)
    await pause(askEveryMs)
  }
  return measured({
    name: `a published change is live, ${services} services`,
    ...{ value: (performance.now() - started) / 1000, unit: 's', bar: { atMost } },
  })
}

async function isLive(url: string, slug: string, words: string): Promise<boolean> {
  const page = await fetch(`${url}/services/${slug}/`)
  return (await page.text()).includes(words)
}
