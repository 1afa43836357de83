import { describe, expect, it } from 'vitest'
import { personalSigns, sayLookAgain } from './personal-data.ts'

describe('words for people who may not know who a family is', () => {
  it('are looked at for addresses, numbers, postcodes and the names that are known', () => {
    expect(personalSigns('Write to kim@example.org')).toEqual(['an email address'])
    expect(personalSigns('Ring 01632 960 001 or +44 (1632) 960-001')).toEqual(['a telephone number'])
    expect(personalSigns('near m33 2ug')).toEqual(['a postcode'])
    expect(personalSigns('KIM’s son, not Lee', ['Kim Lee', null])).toEqual([
      'the name “Kim”',
      'the name “Lee”',
    ])
  })

  it('may hold dates, money, years, ages and names inside other words', () => {
    const harmless =
      'From 2026 to 2027 they paid £1,200 twice; a 7 year old in Year 3 and KS2 swims on 23/11/2026.'
    expect(personalSigns(harmless)).toEqual([])
    expect(personalSigns('A kimono shop', ['Kim'])).toEqual([])
    expect(personalSigns('Jo asks', ['Jo'])).toEqual([])
  })

  it('come with one sentence that says what to do', () => {
    expect(sayLookAgain(['an email address', 'a postcode'])).toBe(
      'This looks like an email address, a postcode. Take out whatever tells who somebody is.',
    )
  })
})
