import { describe, expect, it } from 'vitest'
import { gapOfSearch } from './searched-gap.ts'

const search = { words: '', ages: undefined, chosen: {}, near: undefined }

describe('a search that found nothing', () => {
  it('becomes a gap with its need, age, town and words', () => {
    const query = {
      ...search,
      words: ' football ',
      ages: [7, 7] as const,
      chosen: { need: ['autism'], town: ['sale'] },
    }
    expect(gapOfSearch(query, ['Sale', 'Urmston'])).toEqual({
      ...{ need: 'autism', age: 7, area: 'Sale', words: 'football' },
    })
  })

  it('keeps of a postcode the first half alone', () => {
    expect(gapOfSearch({ ...search, near: 'M33 2UG' }, [])).toMatchObject({ area: 'M33', words: null })
  })
})
