import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpackFacts } from '../../site/features/find-services/facts-file.ts'
import {
  type FamilyQuery,
  heldBack,
  tuned,
  unseen,
} from '../../site/features/find-services/family-queries.fixture.ts'
import { tokensOf } from '../../site/features/find-services/family-words.ts'
import { withSaidAge } from '../../site/features/find-services/said-age.ts'
import type { SearchIndex } from '../../site/features/find-services/search-index.ts'
import { emptyQuery } from '../../site/features/find-services/search-query.ts'
import { openReleaseSearch, readSearchFile } from '../support/release-search.ts'
import { run } from '../support/run-command.ts'

/** The words with a space around each, so that whole words are compared. */
const spaced = (text: string) => ` ${tokensOf(text).join(' ')} `

const root = path.resolve(import.meta.dirname, '../..')

describe('the search over the built demonstration', () => {
  const releaseDir = mkdtempSync(path.join(tmpdir(), 'local-offer-search-'))
  let index: SearchIndex
  beforeAll(async () => {
    const env = { RELEASE_DIR: releaseDir, ASTRO_TELEMETRY_DISABLED: '1' }
    const { code, output } = await run(process.execPath, ['scripts/build-site.ts'], { cwd: root, env })
    expect(code, output.slice(-2000)).toBe(0)
    index = await openReleaseSearch(releaseDir)
  }, 240_000)
  afterAll(() => rmSync(releaseDir, { recursive: true, force: true }))

  async function misses(queries: readonly FamilyQuery[]): Promise<string[]> {
    const missed: string[] = []
    for (const { words, expected } of queries) {
      const { services } = await index.search(withSaidAge({ ...emptyQuery, words }))
      const first = await services[0]?.load()
      if (!expected.includes(first?.card.href ?? ''))
        missed.push(`${words} → ${first?.card.href ?? 'nothing'}`)
    }
    return missed
  }

  it('puts the right record on top for nine of ten searches in families’ words', async () => {
    const missed = await misses(tuned)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(tuned.length / 10)
  })
  it('does so for words that nobody tuned it for', async () => {
    expect(heldBack).toHaveLength(30)
    const { synonyms } = await readSearchFile(releaseDir)
    const said = synonyms.flatMap(({ say }) => say.map((phrase) => spaced(phrase)))
    const tunedFor = heldBack.filter(({ words }) => said.some((phrase) => spaced(words).includes(phrase)))
    expect(tunedFor, 'These stand in synonyms.yaml: move them to `tuned`.').toEqual([])
    const missed = await misses(heldBack)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(heldBack.length / 10)
  })
  it('puts the right record on top for most searches of someone who knew nothing of its words', async () => {
    const missed = await misses(unseen)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(unseen.length / 3)
  })
  it('takes an age that is typed with the words as the age, and shows no long tail', async () => {
    for (const words of ['speech therapy 4 year old', 'speech therapy swimming for my 4 year old']) {
      const { services, unsaid } = await index.search(withSaidAge({ ...emptyQuery, words }))
      expect((await services[0]?.load())?.card.href).toBe('/services/example-speech-and-language-therapy/')
      expect(services.length + unsaid.length, words).toBeLessThanOrEqual(10)
    }
  })
  it.each([
    ['bullying', '/routes/support-at-school-is-not-enough/', 'example-send-advice'],
    ['excluded', '/routes/suspended-or-excluded/', 'example-send-advice'],
    ['not in school', '/pathways/not-in-school-today/', 'example-send-advice'],
    ['school said no', '/routes/support-at-school-is-not-enough/', 'example-send-advice'],
    ['told no', '/routes/you-disagree-with-an-ehc-decision/', 'example-send-advice'],
    ['EHCP refused', '/routes/you-disagree-with-an-ehc-decision/', 'example-mediation'],
    ['meltdown', undefined, 'example-autism-outreach'],
    ['suicidal', undefined, 'example-mental-health-crisis-help'],
    ['self-harm', undefined, 'example-mental-health-crisis-help'],
  ])('leads from “%s” to help, and changes no word of it', async (words, guide, service) => {
    const { services, guidance, shownFor } = await index.search({ ...emptyQuery, words })
    expect(shownFor).toBeUndefined()
    if (guide !== undefined) expect(guidance[0]?.href).toBe(guide)
    expect((await services[0]?.load())?.card.href).toBe(`/services/${service}/`)
  })
  it('knows every service that is not closed for good, and orders them by distance', async () => {
    const found = await index.search({ ...emptyQuery, near: 'M33 2UG' })
    const { facts } = await readSearchFile(releaseDir)
    expect(found.services).toHaveLength(unpackFacts(facts).length)
    const miles = found.services.flatMap((hit) => hit.miles ?? [])
    expect(miles.length).toBeGreaterThan(400)
    expect(miles).toEqual(miles.toSorted((a, b) => a - b))
  })
  it('reads few kilobytes first', () => {
    const first = readFileSync(path.join(releaseDir, 'search/index.json'))
    expect(gzipSync(first).length).toBeLessThan(16_000)
  })
})
