import { describe, expect, it } from 'vitest'
import { dentists } from './dentists.ts'
import type { Outcome } from './draft.ts'
import { foodBanks } from './food-banks.ts'
import { generalPractices } from './general-practices.ts'
import { gyms } from './gyms.ts'
import { libraries } from './libraries.ts'
import { mentalHealthServices } from './mental-health-services.ts'
import { rowOf, somePostcodes } from './row.fixture.ts'
import { schools } from './schools.ts'
import { sportsClubs } from './sports-clubs.ts'

const inSale = { address: 'Broad Road, Sale', postcode: 'M33 2AL' }
const reason = (outcome: Outcome) => ('leftOut' in outcome ? outcome.leftOut : 'used')
const draft = (outcome: Outcome) => {
  if ('leftOut' in outcome) throw new Error(outcome.leftOut)
  return outcome.draft
}

describe('what is left out', () => {
  it.each([
    ['a professional club', { name: 'Manchester United Football Club', ...inSale }, 'professional'],
    ['a club of veterans', { name: 'Park Veterans Bowling Club', ...inSale }, 'older people'],
    [
      'a club at a house number',
      { name: 'Sword Club', ...inSale, address: '5 Broad Road, Sale' },
      'may be a home',
    ],
    [
      'a club in another county',
      { name: 'Town FC', address: 'Lane, Altrincham', postcode: 'WA16 6JS' },
      'contradicts',
    ],
  ])('%s', (_what, cells, words) => {
    expect(reason(sportsClubs.readRow(rowOf(cells), somePostcodes))).toContain(words)
  })

  it('a gym for private use', () => {
    const row = rowOf({ site_name: 'School', site_id: '1', access_type: 'Private Use', postcode: 'M33 2AL' })
    expect(reason(gyms.readRow(row, somePostcodes))).toContain('private use')
  })

  it('a crisis service, whose name the report does not repeat', () => {
    const row = rowOf({ name: 'Manchester Rape Crisis', ...inSale })
    const outcome = mentalHealthServices.readRow(row, somePostcodes)
    expect(reason(outcome)).toContain('unpublished')
    expect(JSON.stringify(outcome)).not.toContain('Rape')
  })

  it('a mental health service on which nobody has decided', () => {
    expect(
      reason(mentalHealthServices.readRow(rowOf({ name: 'New Group', ...inSale }), somePostcodes)),
    ).toContain('nobody has decided')
  })

  it('a food bank at a house number', () => {
    const row = rowOf({ Name: 'Pantry', Address: '79 Some Street', Postcode: 'M33 2AL' })
    expect(reason(foodBanks.readRow(row, somePostcodes))).toContain('may be a home')
  })

  it('a doctor’s name in the name of a practice, and a library worker’s email address', () => {
    const practice = rowOf({ name: 'Shay Lane Medical Centre (Bloggs)', ...inSale })
    expect(draft(generalPractices.readRow(practice, somePostcodes)).name).toBe('Shay Lane Medical Centre')
    const library = rowOf({
      name: 'Sale Library',
      type: 'Local authority run library',
      email: 'jbloggs@example.org',
      ...inSale,
    })
    expect(draft(libraries.readRow(library, somePostcodes)).fields.contact).not.toHaveProperty(
      'email',
      expect.anything(),
    )
  })
})

describe('what is kept', () => {
  it('a dentist’s number with its lost 0 put back, and nothing that the source does not state', () => {
    const row = rowOf({ name: 'Smile Limited', ...inSale, telephone: '1619699907' })
    const { name, fields } = draft(dentists.readRow(row, somePostcodes))
    expect(name).toBe('Smile')
    expect(fields.contact.telephone).toBe('0161 969 9907')
    expect(fields.whoFor).toEqual({ needs: [] })
    expect(fields.gettingIt).toEqual({ howIn: [], costs: [] })
  })

  it('a school’s ages, to 25 at most, and a link to Ofsted but never a grade', () => {
    const row = rowOf({
      name: 'Town College',
      unique_reference_number: '130519',
      establishment_number: '8000',
      type: 'Colleges',
      gender: 'Mixed',
      lowest_admission_age: '16',
      highest_admission_age: '99',
      ofsted_rating: 'Good',
      postcode: 'M33 2AL',
    })
    const { fields } = draft(schools.readRow(row, somePostcodes))
    expect(fields.whoFor).toMatchObject({ youngest: 16, oldest: 25 })
    expect(fields.quality?.ofsted).toContain('130519')
    expect(JSON.stringify(fields)).not.toContain('Good')
  })

  it('the date, source and licence, with the first day where only a month is known', () => {
    const { fields } = draft(sportsClubs.readRow(rowOf({ name: 'Sale Judo Club', ...inSale }), somePostcodes))
    expect(fields.review.lastChecked).toBe('2018-07-01')
    expect(fields.provenance).toMatchObject({
      kind: 'open-data',
      sourceDate: '2018-07',
      licence: 'Open Government Licence v3.0',
    })
  })
})
