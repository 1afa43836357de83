import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importTrafford, sources } from './import.ts'
import { postcodeColumns } from './places.ts'
import { reportText } from './report.ts'

let work: string
let csv: string
let content: string

const rows: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  'trafford_postcodes.csv': [
    {
      postcode: 'M33 2AL',
      msoa_hcl_name: 'Sale Central',
      ward_name: 'Sale Central',
      lon: '-2.31',
      lat: '53.42',
    },
  ],
  'trafford_dentists.csv': [
    { name: 'Smile Dental', address: '2 High Street, Sale', postcode: 'M33 2AL', telephone: '1619699907' },
    { name: 'Smile Dental', address: '2 High Street, Sale', postcode: 'M33 2AL', telephone: '1619699907' },
  ],
  'sports_clubs.csv': [
    { name: 'Sale Judo Club', category: 'Martial Arts', address: 'Broad Road, Sale', postcode: 'M33 2AL' },
    { name: 'Manchester United Football Club', category: 'Football', address: 'A Way', postcode: 'M33 2AL' },
  ],
}

beforeEach(async () => {
  work = await mkdtemp(path.join(tmpdir(), 'import-'))
  csv = path.join(work, 'csv')
  content = path.join(work, 'content')
  await mkdir(csv)
  await mkdir(path.join(content, 'services'), { recursive: true })
  const files = [...sources.map(({ origin, columns }) => ({ file: origin.file, columns }))]
  for (const { file, columns } of [...files, { file: 'trafford_postcodes.csv', columns: postcodeColumns }]) {
    const lines = (rows[file] ?? []).map((row) =>
      columns.map((column) => `"${row[column] ?? 'NA'}"`).join(','),
    )
    await writeFile(path.join(csv, file), `${[columns.join(','), ...lines].join('\n')}\n`)
  }
})

afterEach(async () => {
  await rm(work, { recursive: true })
})

const written = async (folder: string) => {
  const names = (await readdir(path.join(content, folder))).sort()
  return await Promise.all(
    names.map(async (name) => [name, await readFile(path.join(content, folder, name), 'utf8')] as const),
  )
}
const record = (kind: string) => `---\nname: Kept\nprovenance:\n  kind: ${kind}\n---\n`

describe('the import', () => {
  it('writes services with their providers and reports every row', async () => {
    const report = await importTrafford(csv, content)
    expect((await written('services')).map(([name]) => name)).toEqual([
      'sale-judo-club.md',
      'smile-dental.md',
    ])
    expect((await written('providers')).map(([name]) => name)).toEqual([
      'sale-judo-club.md',
      'smile-dental.md',
    ])
    const text = reportText(report)
    expect(text).toContain(
      'sports_clubs.csv, line 3: Manchester United Football Club: it is a professional club.',
    )
    expect(text).toContain('trafford_dentists.csv, line 3: Smile Dental is part of Smile Dental.')
    expect(text).toContain('2 services and 2 providers.')
  })

  it('gives the same files when it runs again', async () => {
    await importTrafford(csv, content)
    const first = [await written('services'), await written('providers')]
    await importTrafford(csv, content)
    expect([await written('services'), await written('providers')]).toEqual(first)
  })

  it('keeps a record with its id when its row moves in the file', async () => {
    await importTrafford(csv, content)
    const before = await readFile(path.join(content, 'services/sale-judo-club.md'), 'utf8')
    const file = path.join(csv, 'sports_clubs.csv')
    const [header, first, ...rest] = (await readFile(file, 'utf8')).trim().split('\n')
    await writeFile(file, [header, ...rest, first, ''].join('\n'))
    await importTrafford(csv, content)
    expect(await readFile(path.join(content, 'services/sale-judo-club.md'), 'utf8')).toBe(before)
  })

  it('leaves example services as they are', async () => {
    await writeFile(path.join(content, 'services/example-club.md'), record('example'))
    await importTrafford(csv, content)
    expect(await readFile(path.join(content, 'services/example-club.md'), 'utf8')).toBe(record('example'))
  })

  it('refuses to touch a record that its provider has written', async () => {
    await writeFile(path.join(content, 'services/sale-judo-club.md'), record('provider'))
    await expect(importTrafford(csv, content)).rejects.toThrow(/^services\/sale-judo-club\.md: its provider/)
    expect(await readFile(path.join(content, 'services/sale-judo-club.md'), 'utf8')).toBe(record('provider'))
  })

  it('writes nothing when a row is broken or a file is missing, and says each fault', async () => {
    await writeFile(
      path.join(csv, 'sports_clubs.csv'),
      'name,category,address,postcode\nSale Judo Club,Judo\n',
    )
    await rm(path.join(csv, 'trafford_libraries.csv'))
    await expect(importTrafford(csv, content)).rejects.toThrow(
      /trafford_libraries\.csv: the file cannot be read[^\n]*\nsports_clubs\.csv, line 2: the row has 2 columns/,
    )
    expect(await readdir(content)).toEqual(['services'])
    expect(await written('services')).toEqual([])
  })
})
