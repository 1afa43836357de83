import { describe, expect, it } from 'vitest'
import { teamEmailFrom } from './email.ts'

describe('an email address of a source file', () => {
  it.each([
    'info@example.org',
    'sale.library@example.org',
    'manager.sale@example.org',
    'manchester1@example.org',
  ])('%s is a team’s and is kept', (address) => {
    expect(teamEmailFrom(address)).toEqual({ value: address })
  })

  it.each(['jo.bloggs@example.org', 'jbloggs@example.org', 'info@gmail.com', 'headteacher@example.org'])(
    '%s may be a person’s and is left out, without being quoted',
    (address) => {
      const { value, omitted } = teamEmailFrom(address)
      expect(value).toBeUndefined()
      expect(omitted).toMatch(/person/)
      expect(omitted).not.toContain(address)
    },
  )

  it('is left out when it is no address', () => {
    expect(teamEmailFrom('ask at the desk').omitted).toMatch(/not one/)
  })
})
