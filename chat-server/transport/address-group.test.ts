import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressGroup } from './address-group.ts'

describe('the addresses that count as one', () => {
  it('are an IPv4 address alone, however it is written', () => {
    expect(addressGroup('192.0.2.7')).toBe('192.0.2.7')
    expect(addressGroup('::ffff:192.0.2.7')).toBe('192.0.2.7')
    expect(addressGroup('192.0.2.8')).not.toBe(addressGroup('192.0.2.7'))
  })

  it('are all IPv6 addresses of one household, however they are written', () => {
    const group = '2001:db8:0:1::/64'
    for (const address of ['2001:db8:0:1::1', '2001:DB8::1:a:b:c:d', '2001:0db8:0000:0001:ffff::%eth0'])
      expect(addressGroup(address)).toBe(group)
    expect(addressGroup('2001:db8:0:2::1')).not.toBe(group)
    expect(addressGroup('::1')).toBe('0:0:0:0::/64')
    expect(addressGroup('64:ff9b::192.0.2.7')).toBe('64:ff9b:0:0::/64')
  })

  it('never depend on the last 64 bits', () => {
    const word = fc.integer({ min: 0, max: 0xffff })
    const half = fc.tuple(word, word, word, word)
    const write = (words: number[]) => words.map((one) => one.toString(16)).join(':')
    fc.assert(
      fc.property(half, half, half, (network, one, other) => {
        expect(addressGroup(write([...network, ...one]))).toBe(addressGroup(write([...network, ...other])))
      }),
    )
  })

  it('are whatever else it is, as it is', () => {
    expect(addressGroup('unknown')).toBe('unknown')
  })
})
