import { expect, it } from 'vitest'
import { privateLinkEnds, privateLinkOpens } from './private-link.ts'

it('a private link works for as long as the text is kept, and not a moment longer', () => {
  const madeAt = Date.parse('2026-11-23T12:00:00Z')
  const endsAt = privateLinkEnds(madeAt, 90)
  expect(new Date(endsAt).toISOString()).toBe('2027-02-21T12:00:00.000Z')
  expect(privateLinkOpens({ endsAt }, endsAt - 1)).toBe(true)
  expect(privateLinkOpens({ endsAt }, endsAt)).toBe(false)
})
