import { describe, expect, it } from 'vitest'
import { draftOf, type Facts } from './draft.ts'
import { mergeSame, type ReadRow } from './merge.ts'
import {
  dentistsOrigin,
  gymsOrigin,
  leisureCentresOrigin,
  mentalHealthOrigin,
  type Origin,
} from './source-files.ts'

const row = (origin: Origin, line: number, facts: Partial<Facts>): ReadRow => ({
  file: origin.file,
  line,
  draft: draftOf({
    key: `${origin.file}|${line}`,
    name: 'Sale Leisure Centre',
    locality: 'Sale',
    kind: 'Gym',
    summary: 'A gym.',
    categories: ['sport-leisure'],
    route: 'service',
    origin,
    where: { places: [{ key: 'main', address: 'Broad Road', postcode: 'M33 2AL' }] },
    ...facts,
  }),
})
const contact = { telephone: '01632 960 001', website: 'https://www.example.org/sale' }

describe('rows of the same thing', () => {
  it('a leisure centre takes the access and email of its own gym', () => {
    const { drafts, merges } = mergeSame([
      row(leisureCentresOrigin, 3, { contact, kind: 'Leisure centre' }),
      row(gymsOrigin, 8, {
        contact: { website: 'http://example.org', email: 'info@example.org' },
        access: { toilet: 'yes', notes: 'Pool hoist.' },
      }),
    ])
    expect(drafts).toHaveLength(1)
    expect(drafts[0]?.fields).toMatchObject({
      kind: 'Leisure centre',
      access: { toilet: 'yes', notes: 'Pool hoist.' },
      contact: { telephone: '01632 960 001', email: 'info@example.org' },
    })
    expect(drafts[0]?.fields.provenance.source).toContain('Active Places')
    expect(merges).toEqual([
      { file: gymsOrigin.file, line: 8, name: 'Sale Leisure Centre', into: 'Sale Leisure Centre' },
    ])
  })

  it('a gym of another provider at the same address stays its own service', () => {
    const { drafts } = mergeSame([
      row(leisureCentresOrigin, 3, { contact }),
      row(gymsOrigin, 8, { contact: { website: 'https://gym.example.com' } }),
    ])
    expect(drafts).toHaveLength(2)
  })

  it('a practice that is listed twice is one', () => {
    const { drafts } = mergeSame([
      row(dentistsOrigin, 5, { contact, name: 'KS Dental' }),
      row(dentistsOrigin, 9, { contact, name: 'KS Dental Care' }),
    ])
    expect(drafts.map(({ name }) => name)).toEqual(['KS Dental'])
  })

  it('two practices with one number at two addresses stay two', () => {
    const elsewhere = { where: { places: [{ key: 'main', address: 'High Street', postcode: 'M33 2AL' }] } }
    const { drafts } = mergeSame([
      row(dentistsOrigin, 5, { contact, name: 'One' }),
      row(dentistsOrigin, 9, { contact, name: 'Two', ...elsewhere }),
    ])
    expect(drafts).toHaveLength(2)
  })

  it('one service at two places is one service with two places', () => {
    const elsewhere = { where: { places: [{ key: 'main', address: 'High Street', postcode: 'M23 9LT' }] } }
    const { drafts } = mergeSame([
      row(mentalHealthOrigin, 5, { contact }),
      row(mentalHealthOrigin, 9, { contact, ...elsewhere }),
    ])
    expect(drafts[0]?.fields.where.places.map(({ key, postcode }) => [key, postcode])).toEqual([
      ['main', 'M33 2AL'],
      ['place-2', 'M23 9LT'],
    ])
  })
})
