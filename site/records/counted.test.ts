import { expect, it } from 'vitest'
import { counted } from './counted.ts'

it('says one thing as one and many as many', () => {
  expect([0, 1, 2, 1200].map((count) => counted(count, 'working day'))).toEqual([
    '0 working days',
    '1 working day',
    '2 working days',
    '1,200 working days',
  ])
})
