import { describe, expect, it } from 'vitest'
import { telephoneFrom } from './telephone.ts'

describe('a telephone number of a source file', () => {
  it.each([
    ['1619699907', '0161 969 9907'],
    ['0161-912-2122', '0161 912 2122'],
    ['0161 9733485', '0161 973 3485'],
    ['03452222323', '0345 222 2323'],
    ['8456046448', '0845 604 6448'],
  ])('%s is written as people read it out', (text, number) => {
    expect(telephoneFrom(text)).toEqual({ value: number })
  })

  it('is left out when it is all zeros', () => {
    expect(telephoneFrom('00000 000000').omitted).toMatch(/zeros/)
  })

  it('is left out when it is a mobile, which may be one person’s own', () => {
    expect(telephoneFrom('07700 900123')).not.toHaveProperty('value')
    expect(telephoneFrom('7400123456').omitted).toMatch(/mobile/)
  })

  it('is left out when no such number can exist', () => {
    expect(telephoneFrom('0161 12').omitted).toMatch(/not a number/)
  })

  it('is simply not stated when the cell is empty', () => {
    expect(telephoneFrom(undefined)).toEqual({})
  })
})
