import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText } from './csv-text.ts'

const readBack = (text: string): string[][] => parse(text, { bom: true })

describe('the CSV file', () => {
  it('starts with a byte order mark and ends each row as spreadsheets expect', () => {
    expect(
      csvText([
        ['name', 'age'],
        ['Swimming', 5],
      ]),
    ).toBe('\uFEFFname,age\r\nSwimming,5\r\n')
  })

  it.each(['=1+1', '+44 1632', '-HYPERLINK()', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    'never lets a spreadsheet run %j',
    (cell) => {
      expect(readBack(csvText([[cell]]))).toEqual([[`'${cell}`]])
    },
  )

  it('leaves numbers as they are, also below zero, and blank cells blank', () => {
    expect(readBack(csvText([[-2.33058, undefined, 0, '0161 912 2122']]))).toEqual([
      ['-2.33058', '', '0', '0161 912 2122'],
    ])
  })

  it('keeps every other text as it is, with quotation marks, commas and lines', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((cell) => !/^[=+\-@\t\r\n＝＋－＠]/.test(cell))
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (cells) => {
        expect(readBack(csvText([cells]))).toEqual([cells])
      }),
    )
  })
})
