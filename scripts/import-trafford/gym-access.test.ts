import { describe, expect, it } from 'vitest'
import { accessColumns, accessFrom } from './gym-access.ts'
import { rowOf } from './row.fixture.ts'

const gym = (answers: Readonly<Record<string, string>>) =>
  accessFrom(rowOf({ ...Object.fromEntries(accessColumns.map((column) => [column, 'Yes'])), ...answers }))

describe('the access of a gym', () => {
  it('is told in one sentence when every part can be reached', () => {
    expect(gym({}).access).toEqual({
      parking: 'yes',
      toilet: 'yes',
      notes: 'The source says that disabled people have access to every part.',
    })
  })

  it('names the parts that cannot be reached, and what the source adds', () => {
    const { access } = gym({
      disability_toilets: 'No',
      disability_spectator_areas: 'No',
      disability_notes: 'Pool Hoist',
    })
    expect(access.toilet).toBe('no')
    expect(access.notes).toContain('no such access to spectator areas and toilets.')
    expect(access.notes).toMatch(/It adds: pool hoist\.$/)
  })

  it('never claims to be step-free, which the columns do not say', () => {
    expect(gym({}).access).not.toHaveProperty('wheelchair')
  })

  it('takes an accreditation as one', () => {
    expect(gym({ disability_notes: 'IFI accredited' }).accreditations).toHaveLength(1)
  })
})
