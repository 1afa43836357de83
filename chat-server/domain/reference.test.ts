import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { referenceFrom } from './reference.ts'

describe('a reference number', () => {
  it('can be read out without mistakes', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(referenceFrom(uuid)).toMatch(/^LO-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/)
      }),
    )
  })
})
