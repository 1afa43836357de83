import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { coverageIn } from '../../scripts/report/guidance-records.ts'
import { readingAges } from '../../scripts/report/reading-age-report.ts'

/** What holds of the repository’s own guidance. A council’s content is warned, never stopped, by the same reports. */
const contentDir = join(import.meta.dirname, '../../site/content')

test('every page of guidance and the services’ summaries can be read at 11, Easy Read at 9', () => {
  const tooHard = readingAges(contentDir).filter(({ ok }) => !ok)
  expect(tooHard.map(({ path, age, limit }) => `${path}: ${age}, at most ${limit}`)).toEqual([])
})

test('what the law asks and was here is still here; what is new is written down', () => {
  const metBefore: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'law-items-met.json'), 'utf8'))
  const met = coverageIn(contentDir)
    .filter(({ state }) => state === 'met')
    .map(({ key }) => key)
  expect(met).toEqual(metBefore)
})
