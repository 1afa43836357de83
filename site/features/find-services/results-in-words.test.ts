import { expect, it } from 'vitest'
import { resultSentence } from './results-in-words.ts'

const nothing = { words: '', categories: [], needs: [] }

it('says how many, for what, in which order', () => {
  expect(resultSentence({ ...nothing, words: 'swimming' }, { stated: 9, notStated: 0 })).toBe(
    '9 services for “swimming”, best match first',
  )
  expect(
    resultSentence({ ...nothing, categories: ['schools', 'travel'] }, { stated: 1312, notStated: 0 }),
  ).toBe('1,312 services in Schools or Travel, by name')
})

it('keeps services that do not say which needs they are for, and says so', () => {
  expect(resultSentence({ ...nothing, needs: ['autism'] }, { stated: 2, notStated: 1 })).toBe(
    '2 services, need: Autism, by name. 1 more does not say which needs it is for',
  )
  expect(resultSentence({ ...nothing, needs: ['autism'] }, { stated: 0, notStated: 30 })).toBe(
    'No services, need: Autism. 30 do not say which needs they are for',
  )
})

it('says that there is nothing', () => {
  expect(resultSentence({ ...nothing, words: 'x' }, { stated: 0, notStated: 0 })).toBe('No services for “x”')
})
