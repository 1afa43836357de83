import { describe, expect, it } from 'vitest'
import { type SchoolFacts, schoolBody, schoolKind, schoolSummary } from './school-words.ts'

const school = (facts: Partial<SchoolFacts>): SchoolFacts => ({
  name: 'Hilltop School',
  type: 'Local authority maintained schools',
  establishmentNumber: 2000,
  gender: 'Mixed',
  youngest: 3,
  oldest: 11,
  capacity: undefined,
  provision: undefined,
  religion: undefined,
  trust: undefined,
  locality: 'Sale',
  ...facts,
})

describe('the words for a school', () => {
  it.each([
    [{}, 'A primary school in Sale for children aged 3 to 11.'],
    [{ religion: 'Roman Catholic' }, 'A Catholic primary school in Sale for children aged 3 to 11.'],
    [{ oldest: 7 }, 'An infant school in Sale for children aged 3 to 7.'],
    [{ youngest: 7 }, 'A junior school in Sale for children aged 7 to 11.'],
    [
      { establishmentNumber: 4001, gender: 'Girls', youngest: 11, oldest: 18 },
      'A secondary school in Sale for girls aged 11 to 18.',
    ],
    [
      { establishmentNumber: 7003, type: 'Academies', oldest: 19 },
      'A special school in Sale for children and young people aged 3 to 19.',
    ],
    [
      { establishmentNumber: 6003, type: 'Free Schools', youngest: 11, oldest: 16 },
      'A secondary school in Sale for children aged 11 to 16.',
    ],
    [
      { establishmentNumber: 6012, type: 'Independent schools', youngest: 0 },
      'An independent school in Sale for children up to the age of 11.',
    ],
    [
      { establishmentNumber: 8000, type: 'Colleges', youngest: 16, oldest: 25 },
      'A college in Sale for people aged 16 and over.',
    ],
  ])('say what it is and for whom (%j)', (facts, sentence) => {
    expect(schoolSummary(school(facts))).toBe(sentence)
  })

  it('name an SEN unit, and say that the source names no need', () => {
    expect(schoolBody(school({ provision: 'SEN unit', capacity: '240', trust: 'The Hill Trust' }))).toBe(
      'There is room for 240 pupils. It is part of The Hill Trust. It has an SEN unit for pupils with special educational needs (SEN). The source does not say for which needs: ask the school.',
    )
  })

  it('tell a college from a school', () => {
    expect(schoolKind(school({ type: 'Other types', establishmentNumber: 7901 })).college).toBe(true)
    expect(schoolKind(school({})).college).toBe(false)
  })
})
