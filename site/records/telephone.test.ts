import { expect, it } from 'vitest'
import { readTelephone, telephoneLink } from './telephone.ts'

it.each([
  ['01632 960 001', 'tel:+441632960001'],
  ['+44 1632 960001', 'tel:+441632960001'],
  ['999', 'tel:999'],
])('calls %s at %s', (number, address) => {
  expect(telephoneLink(number)).toBe(address)
})

it.each([
  ['01619122122', '0161 912 2122'],
  ['(0161) 912-2122', '0161 912 2122'],
  ['+44 (0)161 912 2122', '0161 912 2122'],
  ['00447700900123', '07700 900 123'],
  ['01632960014', '01632 960 014'],
  ['0169728123', '01697 28 123'],
  ['02079460000', '020 7946 0000'],
  ['0800\u00a0001\u00a0066', '0800 001 066'],
  ['03001234567', '0300 123 4567'],
  ['0800001066', '0800 001 066'],
  ['01632 96 00 14', '01632 96 00 14'],
])('reads %s as %s', (typed, number) => {
  expect(readTelephone(typed)).toBe(number)
})

it.each(['', '12', '111', '0161912', '01619122122 ext 4', '+1 212 555 0100', '00000000000', 'ask Nora'])(
  'finds no number to group in “%s”',
  (typed) => {
    expect(readTelephone(typed)).toBeUndefined()
  },
)
