import { expect, it } from 'vitest'
import { chipsOf, filterInWords, reachInWords, resultSentence, whyNothing } from './results-in-words.ts'
import { emptyQuery } from './search-query.ts'

const found = {
  services: { length: 9 },
  unsaid: { length: 0 },
  guidance: { length: 0 },
  unsaidFilters: [],
  order: 'match',
  partly: false,
  placeUnknown: false,
  shownFor: undefined,
} as const

it('says how many, for what, where and in which order', () => {
  const swimming = { ...emptyQuery, words: 'swimming' }
  expect(resultSentence(swimming, found)).toBe('9 services for “swimming”, best match first')
  expect(resultSentence({ ...swimming, near: 'M33 2UG', miles: 3 }, { ...found, order: 'distance' })).toBe(
    '9 services for “swimming” within 3 miles of M33 2UG, nearest first',
  )
  expect(resultSentence(emptyQuery, { ...found, services: { length: 1312 }, order: 'name' })).toBe(
    '1,312 services, by name',
  )
})

it('does not promise all of the words when each service has only some', () => {
  const query = { ...emptyQuery, words: 'blue swimming' }
  expect(resultSentence(query, { ...found, partly: true })).toBe(
    '9 services with some of the words “blue swimming”, best match first',
  )
})

it('says that guides may help when no service was found, and nothing against it', () => {
  const toldNo = { ...emptyQuery, words: 'told no' }
  const guided = { ...found, services: { length: 0 }, guidance: { length: 2 }, widenings: [] }
  expect(resultSentence(toldNo, guided)).toBe('No services for “told no”, but these guides may help')
  expect(whyNothing(toldNo, guided)).toBe('No service has the words “told no”.')
  const one = { ...guided, guidance: { length: 1 } }
  expect(resultSentence(toldNo, one)).toBe('No services for “told no”, but this guide may help')
  expect(whyNothing(toldNo, { ...guided, guidance: { length: 0 } })).toBe('No page has the words “told no”.')
  const widenings = [{ drop: 'cost', brings: 3 }] as const
  expect(whyNothing(toldNo, { ...guided, widenings })).toMatch(/^There are services/)
})

it('says the age that it looked for', () => {
  const speech = { ...emptyQuery, words: 'speech therapy' }
  expect(resultSentence({ ...speech, ages: [4, 4] }, found)).toBe(
    '9 services for “speech therapy” for a 4 year old, best match first',
  )
  expect(resultSentence({ ...speech, ages: [18, 18] }, found)).toContain('for an 18 year old')
  expect(resultSentence({ ...speech, ages: [0, 0] }, found)).toContain('for a baby under 1')
  expect(resultSentence({ ...emptyQuery, ages: [5, 10] }, found)).toContain('9 services for ages 5 to 10')
})

it('names the words that were looked for after a slip, and no place that is not known', () => {
  const query = { ...emptyQuery, words: 'speach', near: 'B1 1AA' }
  expect(resultSentence(query, { ...found, shownFor: 'speech', placeUnknown: true })).toBe(
    '9 services for “speech”, best match first',
  )
})

it('says how many are kept although they do not say', () => {
  const unsaid = {
    ...found,
    services: { length: 2 },
    unsaid: { length: 1 },
    unsaidFilters: ['age', 'cost'],
  } as const
  expect(resultSentence(emptyQuery, unsaid)).toMatch(/\. 1 more does not say its ages or cost\.$/)
  expect(resultSentence(emptyQuery, { ...unsaid, services: { length: 0 }, unsaid: { length: 30 } })).toBe(
    'No services. 30 do not say their ages or cost.',
  )
})

it('names each filter that is on', () => {
  const query = {
    ...emptyQuery,
    ages: [7, 7] as const,
    near: 'M33 2UG',
    chosen: { need: ['autism', 'adhd'], town: ['sale'] },
    stated: ['cost'] as const,
  }
  expect(chipsOf(query, ['Sale']).map(({ label }) => label)).toEqual([
    'Near M33 2UG',
    'Age 7',
    'Autism',
    'ADHD',
    'Must say cost',
    'Sale',
  ])
  expect(filterInWords(query, 'need', ['Sale'])).toBe('“Autism” or “ADHD”')
  expect(filterInWords({ ...query, words: 'x' }, 'words', ['Sale'])).toBe('the words “x”')
  expect(chipsOf({ ...query, miles: 1 }, ['Sale'])[1]?.label).toBe('Within 1 mile of M33 2UG')
})

it('marks how far a service is and how it reaches people', () => {
  expect(reachInWords({ miles: 1.24, reach: ['online'] })).toEqual([
    '1.2 miles away',
    'Online or by telephone',
  ])
  expect(reachInWords({ miles: undefined, reach: [] })).toEqual([])
})
