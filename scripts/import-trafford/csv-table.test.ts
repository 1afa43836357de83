import { describe, expect, it } from 'vitest'
import { ImportFault, readTable, rowsOf } from './csv-table.ts'

const sentencesOf = (read: () => unknown): readonly string[] => {
  try {
    read()
  } catch (error) {
    if (error instanceof ImportFault) return error.sentences
    throw error
  }
  return []
}

describe('a CSV file', () => {
  it('gives tidy cells; blank and NA mean not stated', () => {
    const [row] = rowsOf('places.csv', '\uFEFFname,town,code\n"  The   Hub ",NA,\n', ['name', 'town', 'code'])
    expect(row?.line).toBe(2)
    expect([row?.cell('name'), row?.cell('town'), row?.cell('code')]).toEqual([
      'The Hub',
      undefined,
      undefined,
    ])
  })

  it('is refused with file, line and reason when a row is broken', () => {
    expect(sentencesOf(() => rowsOf('places.csv', 'name,town\nThe Hub,Sale\nThe Barn\n', ['name']))).toEqual([
      'places.csv, line 3: the row has 1 columns, the first line has 2. Correct the row.',
    ])
  })

  it('is refused when a quotation mark is never closed', () => {
    expect(sentencesOf(() => rowsOf('places.csv', 'name,town\n"The Hub,Sale\n', ['name']))).toEqual([
      expect.stringMatching(/^places\.csv, line \d: a quotation mark/),
    ])
  })

  it('is refused when a column is missing', () => {
    expect(sentencesOf(() => rowsOf('places.csv', 'name\nThe Hub\n', ['name', 'postcode']))).toEqual([
      'places.csv, line 1: the column "postcode" is missing.',
    ])
  })

  it('is refused when it is empty or not there', async () => {
    expect(sentencesOf(() => rowsOf('places.csv', '', ['name']))).toHaveLength(1)
    await expect(readTable('/no/such/folder', 'places.csv', ['name'])).rejects.toThrow(
      /^places\.csv: the file cannot be read/,
    )
  })
})
