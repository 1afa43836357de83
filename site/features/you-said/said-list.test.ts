import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parseRecordFile } from '#records/read-content.ts'
import { youSaidWeDidRecord } from '#records/you-said-we-did.ts'
import { saidFilters, saidWith } from './said-list.ts'

const contentDir = join(import.meta.dirname, '../../content')
const entries = globSync('you-said-we-did/*.md', { cwd: contentDir }).map((path) => {
  const record = parseRecordFile({ path, text: readFileSync(join(contentDir, path), 'utf8') })
  return { path, data: youSaidWeDidRecord.schema.parse(record?.data) }
})

it('keeps, with every quotation of the demonstration, the sentence that it comes from', () => {
  const quoting = entries.filter(({ data }) => /“[^”]+”/.test(data.said))
  expect(quoting.length).toBeGreaterThan(15)
  expect(quoting.filter(({ data }) => data.quotedFrom.length === 0).map(({ path }) => path)).toEqual([])
})

it('says “done” of the demonstration only with a date, and says as of when an old source speaks', () => {
  const running = entries.filter(({ data }) => data.state === 'doing' || data.state === 'planned')
  expect(running.filter(({ data }) => data.asOf === undefined).map(({ path }) => path)).toEqual([])
})

it('narrows by topic, by the year in which it was said and by what came of it', () => {
  const filters = saidFilters(entries.map(({ data }) => data))
  expect(filters.map(({ label }) => label)).toEqual(['Topic', 'Year it was said', 'What came of it'])
  const years = filters[1]?.options.map(({ id }) => id) ?? []
  expect(years.slice(0, 2)).toEqual(['2021', '2019'])
  expect(years.at(-1)).toBe('not-dated')
  for (const { name, options } of filters)
    for (const { id, count, href } of options) {
      expect(saidWith(entries, name, id)).toHaveLength(count)
      expect(href).toBe(`/you-said-we-did/${name}/${id}/`)
    }
})
