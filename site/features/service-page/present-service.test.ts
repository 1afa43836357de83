import { describe, expect, it } from 'vitest'
import {
  addressInWords,
  agesInWords,
  costsInWords,
  deliveryInWords,
  howInWords,
  waitInWords,
  whoInWords,
} from './present-service.ts'

describe('ages', () => {
  it.each([
    [{ youngest: 4, oldest: 11 }, '4 to 11'],
    [{ youngest: 0, oldest: 18 }, 'Birth to 18'],
    [{ youngest: 11 }, '11 and over'],
    [{ youngest: 0 }, 'From birth'],
    [{ oldest: 5 }, 'Up to 5'],
    [{ youngest: 16, oldest: 16 }, '16'],
    [{ youngest: 0, oldest: 0 }, 'Under 1'],
  ])('%o are said as people say them', (ages, words) => {
    expect(agesInWords({ needs: [], ...ages })).toBe(words)
  })
  it('are not guessed when they are not stated', () => {
    expect(agesInWords({ needs: [] })).toBeUndefined()
    expect(whoInWords({ needs: [] })).toEqual([])
  })
})

it('says who it is for: the rule first, then ages, needs and where people live', () => {
  expect(
    whoInWords({
      needs: ['autism', 'hearing'],
      youngest: 5,
      oldest: 10,
      whoCanUse: 'No diagnosis needed.',
      coverage: 'area-wide',
      outOfArea: true,
    }),
  ).toEqual([
    'No diagnosis needed.',
    'Ages: 5 to 10.',
    'Needs: Autism; Deafness or hearing loss.',
    'For people anywhere in the area.',
    'It is outside the area: families travel to use it.',
  ])
})

it('says the ways in as one choice, the easiest first', () => {
  expect(howInWords({ howIn: ['professional', 'self'], costs: [], howToApply: 'Call us.' })).toEqual([
    'You can refer yourself, or a professional can refer you.',
    'Call us.',
  ])
})

describe('the wait', () => {
  it('says when it was measured', () => {
    expect(waitInWords({ weeks: 11, measuredOn: '2026-09-30' })).toEqual([
      'About 11 weeks (measured September 2026)',
    ])
    expect(waitInWords({ weeks: 1, measuredOn: '2026-09-30' })[0]).toMatch(/^About 1 week /)
    expect(waitInWords({ weeks: 0, measuredOn: '2026-09-30' })[0]).toMatch(/^Less than a week/)
  })
  it('is not stated when nobody measured it', () => {
    expect(waitInWords(undefined)).toEqual([])
  })
})

describe('the cost', () => {
  const trip = { key: 'trip', what: 'Trips', pounds: 2.5, note: 'each' }
  it('of a free service is nothing, but for what it still costs', () => {
    expect(costsInWords({ howIn: [], free: true, costs: [] })).toEqual(['It is free.'])
    expect(costsInWords({ howIn: [], free: true, costs: [trip] })).toEqual([
      'It is free to use.',
      'Trips: £2.50 each',
    ])
  })
  it('is asked for when a price is not known, and not stated when nothing is', () => {
    expect(costsInWords({ howIn: [], free: false, costs: [] })[0]).toMatch(/Ask the service/)
    expect(costsInWords({ howIn: [], costs: [{ key: 'a', what: 'Swimming', pounds: 4 }] })).toEqual([
      'Swimming: £4',
    ])
    expect(costsInWords({ howIn: [], costs: [] })).toEqual([])
  })
})

it('says where in a sentence and an address on one line', () => {
  expect(deliveryInWords(['in-person', 'online'])).toBe('In person and online or by telephone.')
  expect(deliveryInWords([])).toBeUndefined()
  expect(addressInWords({ key: 'a', town: 'Sale', postcode: 'M33 2UG' })).toBe('Sale, M33 2UG')
})
