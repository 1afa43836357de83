import { expect, it } from 'vitest'
import { costInWords } from './cost-in-words.ts'

const key = 'a'

it('says what costs how much, with pence where there are some', () => {
  expect(costInWords({ key, what: 'Swimming', pounds: 4 })).toBe('Swimming: £4')
  expect(costInWords({ key, what: 'Trips', pounds: 2.5 })).toBe('Trips: £2.50')
})

it('joins a note to the price, or begins a sentence with it', () => {
  expect(costInWords({ key, what: 'Trips', pounds: 2.5, note: 'each' })).toBe('Trips: £2.50 each')
  expect(costInWords({ key, what: 'A morning', pounds: 6, note: 'The try-out morning is free' })).toBe(
    'A morning: £6. The try-out morning is free',
  )
  expect(costInWords({ key, what: 'A week', pounds: 3, note: 'Über £20 for two' })).toBe(
    'A week: £3. Über £20 for two',
  )
})

it('says what is known where no price is', () => {
  expect(costInWords({ key, what: 'A place', note: 'Ask us' })).toBe('A place: Ask us')
  expect(costInWords({ key, what: 'Pay what you can' })).toBe('Pay what you can')
})
