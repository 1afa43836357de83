import { expect, it } from 'vitest'
import { slugOf } from './slug-of.ts'

it('makes addresses of roles', () => {
  expect(slugOf('Children’s Services & SEND Manager')).toBe('children-s-services-and-send-manager')
})
