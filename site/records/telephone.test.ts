import { expect, it } from 'vitest'
import { telephoneLink } from './telephone.ts'

it.each([
  ['01632 960 001', 'tel:+441632960001'],
  ['+44 1632 960001', 'tel:+441632960001'],
  ['999', 'tel:999'],
])('calls %s at %s', (number, address) => {
  expect(telephoneLink(number)).toBe(address)
})
