import { expect, it } from 'vitest'
import { attributionsOf, provenanceInWords, sourceDateInWords } from './provenance.ts'

const open = { kind: 'open-data', source: 'Libraries', licence: 'Open Government Licence v3.0' } as const

it('names source, date, licence and attribution', () => {
  expect(provenanceInWords({ ...open, sourceDate: '2023-11-21', attribution: 'Contains data.' })).toBe(
    'Source: Libraries, 21 November 2023. Licence: Open Government Licence v3.0. Contains data.',
  )
})

it('says that an example is made up', () => {
  expect(provenanceInWords({ kind: 'example', source: 'Us', licence: 'CC0' })).toBe(
    'This service is made up for the demonstration. Licence: CC0.',
  )
})

it('says a date as far as it is known', () => {
  expect(sourceDateInWords('2018-07')).toBe('July 2018')
  expect(sourceDateInWords('2023')).toBe('2023')
  expect(sourceDateInWords('spring 2019')).toBe('spring 2019')
})

it('lists each attribution once and leaves examples out', () => {
  const example = { ...open, kind: 'example', attribution: 'C.' } as const
  expect(
    attributionsOf([{ ...open, attribution: 'B.' }, open, { ...open, attribution: 'B.' }, example]),
  ).toEqual(['B.', 'Libraries. Open Government Licence v3.0.'])
})
