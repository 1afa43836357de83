import { openLighthouse } from '../../tests/lighthouse/lighthouse-page.ts'
import { measuredPages } from '../../tests/support/measured-pages.ts'
import { startPublicHouse } from '../../tests/support/public-house.ts'
import type { Benchmark } from './benchmark.ts'
import { measured, median } from './measurement.ts'

/** How often each page is looked at. */
const rounds = 5

/** Lighthouse’s performance, 0 to 100, of one page of each kind as a mobile telephone sees it: the median of five. */
export const measurePages: Benchmark = async ({ say }) => {
  const house = await startPublicHouse()
  const eye = await openLighthouse()
  const scores = new Map<string, number[]>()
  try {
    for (let round = 1; round <= rounds; round += 1) {
      for (const { name, path } of measuredPages) {
        const found = await eye.look(house.url + path)
        say(`${name}, round ${round}: ${found.scores.performance}`)
        scores.set(name, [...(scores.get(name) ?? []), found.scores.performance])
      }
    }
  } finally {
    await eye.close()
    await house.stop()
  }
  return [...scores].map(([name, found]) =>
    measured({
      name: `Lighthouse performance, ${name}`,
      value: median(found),
      unit: 'of 100',
      bar: { atLeast: 98 },
    }),
  )
}
