import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  type FamilyQuery,
  heldBack,
  tuned,
} from '../../site/features/find-services/family-queries.fixture.ts'
import type { SearchIndex } from '../../site/features/find-services/search-index.ts'
import { emptyQuery } from '../../site/features/find-services/search-query.ts'
import { openReleaseSearch, releaseFetch } from '../support/release-search.ts'
import { run } from '../support/run-command.ts'

const root = path.resolve(import.meta.dirname, '../..')

describe('the search over the built demonstration', () => {
  const releaseDir = mkdtempSync(path.join(tmpdir(), 'local-offer-search-'))
  let index: SearchIndex
  beforeAll(async () => {
    const env = { RELEASE_DIR: releaseDir, ASTRO_TELEMETRY_DISABLED: '1' }
    const { code, output } = await run(process.execPath, ['scripts/build-site.ts'], { cwd: root, env })
    expect(code, output.slice(-2000)).toBe(0)
    vi.stubGlobal('fetch', releaseFetch(releaseDir))
    index = await openReleaseSearch(releaseDir)
  }, 240_000)
  afterAll(() => {
    vi.unstubAllGlobals()
    rmSync(releaseDir, { recursive: true, force: true })
  })

  async function misses(queries: readonly FamilyQuery[]): Promise<string[]> {
    const missed: string[] = []
    for (const { words, expected } of queries) {
      const { services } = await index.search({ ...emptyQuery, words })
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
    expect(tuned.length + heldBack.length).toBe(60)
    const missed = await misses(heldBack)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(heldBack.length / 10)
  })
  it('knows every service that is not closed for good, and orders them by distance', async () => {
    const found = await index.search({ ...emptyQuery, near: 'M33 2UG' })
    const facts: { ids: string[] } = JSON.parse(
      readFileSync(path.join(releaseDir, 'services/facts.json'), 'utf8'),
    )
    expect(found.services).toHaveLength(facts.ids.length)
    const miles = found.services.flatMap((hit) => hit.miles ?? [])
    expect(miles.length).toBeGreaterThan(400)
    expect(miles).toEqual(miles.toSorted((a, b) => a - b))
  })
  it('needs few kilobytes for filters and words', () => {
    for (const name of ['facts', 'words'])
      expect(gzipSync(readFileSync(path.join(releaseDir, `services/${name}.json`))).length).toBeLessThan(
        12_000,
      )
  })
})
