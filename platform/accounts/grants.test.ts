import { describe, expect, it } from 'vitest'
import { type Grant, holds } from './grants.ts'

const provider = (id: string): Grant => ({ role: 'provider', scope: { kind: 'provider', id } })
const lead: Grant = { role: 'lead', scope: { kind: 'area' } }

describe('holding a role', () => {
  it('reaches what the grant names and nothing else', () => {
    const somebody = { grants: [provider('p1')] }
    expect(holds(somebody, 'provider')).toBe(true)
    expect(holds(somebody, 'provider', { kind: 'provider', id: 'p1' })).toBe(true)
    expect(holds(somebody, 'provider', { kind: 'provider', id: 'p2' })).toBe(false)
    expect(holds(somebody, 'provider', { kind: 'sector', id: 'p1' })).toBe(false)
    expect(holds(somebody, 'provider', { kind: 'area' })).toBe(false)
    expect(holds(somebody, 'editor')).toBe(false)
  })

  it('for the whole area reaches every part of it', () => {
    expect(holds({ grants: [lead] }, 'lead', { kind: 'directorate', id: 'health' })).toBe(true)
  })

  it('may come from any of several grants', () => {
    const somebody = { grants: [provider('p1'), provider('p2'), lead] }
    expect(holds(somebody, 'provider', { kind: 'provider', id: 'p2' })).toBe(true)
    expect(holds(somebody, 'lead')).toBe(true)
  })

  it('is not given by holding nothing', () => {
    expect(holds({ grants: [] }, 'admin')).toBe(false)
  })
})
