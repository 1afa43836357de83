import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { providerRecord } from '#records/provider.ts'
import { serviceRecord } from '#records/service.ts'
import { servicesCsv } from '../../site/features/open-data/csv-text.ts'
import { serviceColumns } from '../../site/features/open-data/service-columns.ts'
import { readContentFolder } from './content-folder.ts'
import { type ImportPlace, makeImportPlace } from './import-place.fixture.ts'

const demonstration = join(import.meta.dirname, '../../site/content')
const docs = readFileSync(join(import.meta.dirname, '../../docs/open-data.md'), 'utf8')

let place: ImportPlace

beforeEach(() => {
  place = makeImportPlace()
})
afterEach(() => place.remove())

const run = (text: string) => {
  const from = join(place.folder, 'services.csv')
  writeFileSync(from, text)
  return place.run({ kind: 'csv', from })
}

describe('importing a CSV file', () => {
  it('the template in the documentation is taken as it stands', async () => {
    const template = /```csv\n([\s\S]*?)```/.exec(docs)?.[1] ?? ''
    const report = await run(template)
    expect(report.services.map(({ name, state, why }) => [name, state, why])).toEqual([
      ['Example drama club', 'new', ''],
      ['Example advice line', 'new', ''],
    ])
    expect(place.problems()).toEqual([])
    expect(await run(template)).toMatchObject({ counts: { unchanged: 2 } })
  })

  it('every column that there is stands in the documentation', () => {
    for (const { name } of serviceColumns) expect(docs).toContain(`\`${name}\``)
  })

  it('refuses rows by their line, with what is allowed, and takes the rest', async () => {
    const report = await run(
      [
        'name,summary,categories,provider,youngest_age,free,postcode,website',
        'Good,It helps.,clubs-activities; Sport and leisure,The Trust,5,yes,m33 2ug,',
        'No summary,,clubs-activities,The Trust,,,,',
        'Strange,It helps.,knitting,The Trust,,,,',
        'Young,It helps.,travel,The Trust,five,,,',
        'Maybe,It helps.,travel,The Trust,,perhaps,,',
        'Site,It helps.,travel,The Trust,-1,,,not a site',
        'Good,It helps.,clubs-activities,The Trust,,,M33 2UG,',
      ].join('\n'),
    )
    expect(report.services.map(({ name, state, why }) => `${name} ${state} ${why}`).sort()).toEqual([
      'Good new ',
      'Good refused the source has this id twice. The first one counts',
      'Maybe refused line 6: free: “perhaps” is neither yes nor no',
      'No summary refused line 3: “summary” is empty',
      expect.stringMatching(/^Site new not carried over: an age: it is below 0; the website/),
      expect.stringMatching(/^Strange refused line 4: categories: there is no “knitting”. Use: early-years/),
      'Young refused line 5: youngest_age: “five” is not a number',
    ])
    const good = [...place.content().services.values()].find(({ slug }) => slug === 'good')
    expect(good?.data).toMatchObject({
      categories: ['clubs-activities', 'sport-leisure'],
      where: { places: [{ postcode: 'M33 2UG' }] },
      gettingIt: { free: true },
    })
  })

  it.each([
    ['name,summary\n', /There is no “categories”, “provider”/],
    ['name,summary,categories,provider,colour\n', /There is no column “colour”\. Columns are: id, name/],
    ['name,summary,categories,provider\n"open,x,y,z\n', /quotation mark/],
  ])('%j is refused as a whole', async (text, sentence) => {
    await expect(run(text)).rejects.toThrow(sentence)
  })

  it('takes back what our own download gives', async () => {
    const { services, providers } = readContentFolder(demonstration)
    const rows = [...services.values()].slice(0, 60).map(({ data, body, slug }) => {
      const service = serviceRecord.schema.parse(data)
      const provider = providerRecord.schema.parse(providers.get(service.provider)?.data)
      return { service, provider, body, page: `/services/${slug}/` }
    })
    const report = await run(servicesCsv(rows))
    expect(report.services.filter(({ state }) => state !== 'new').map(({ why }) => why)).toEqual([])
    const first = rows[0]
    expect(place.content().services.get(first?.service.id ?? '')?.data).toMatchObject({
      name: first?.service.name,
      summary: first?.service.summary,
      provider: first?.provider.id,
      categories: first?.service.categories,
    })
    expect(place.problems()).toEqual([])
  })
})
