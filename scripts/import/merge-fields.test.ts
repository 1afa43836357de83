import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSame, mergeFields } from './merge-fields.ts'

describe('merging what a source says into what people wrote', () => {
  it('takes news where nobody edited, keeps words where somebody did, field by field', () => {
    const before = { name: 'Club', contact: { telephone: '1', email: 'a' }, needs: ['x'] }
    const here = { name: 'Our club', contact: { telephone: '1', email: 'b' }, needs: ['x'], like: 'Loud' }
    const now = { name: 'The club', contact: { telephone: '2', email: 'a', website: 'w' }, needs: ['x', 'y'] }
    expect(mergeFields(before, here, now)).toEqual({
      values: {
        ...{
          name: 'Our club',
          contact: { telephone: '2', email: 'b', website: 'w' },
          needs: ['x', 'y'],
          like: 'Loud',
        },
      },
      kept: ['name'],
    })
  })

  it('lets a field go that the source dropped, and keeps one that people dropped', () => {
    expect(mergeFields({ a: 1, b: 2 }, { a: 1 }, { b: 2 })).toEqual({ values: {}, kept: [] })
  })

  it('sees no edit in the blanks that the CMS leaves', () => {
    expect(
      mergeFields({ a: 1 }, { a: 1, notice: '', list: [], group: { inner: null } }, { a: 1, notice: 'Now' }),
    ).toMatchObject({
      values: { notice: 'Now' },
      kept: [],
    })
  })

  const values = fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.oneof(
      fc.integer({ min: 1, max: 3 }),
      fc.record({ d: fc.integer({ min: 1, max: 3 }) }),
      fc.constant(['x']),
    ),
  )

  it('without edits gives what the source says; without news gives what people wrote', () => {
    fc.assert(
      fc.property(values, values, (before, other) => {
        expect(isSame(mergeFields(before, before, other).values, other)).toBe(true)
        expect(isSame(mergeFields(before, other, before).values, other)).toBe(true)
      }),
    )
  })
})
