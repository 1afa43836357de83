import { describe, expect, it } from 'vitest'
import { withSaidAge } from './said-age.ts'
import { emptyQuery } from './search-query.ts'

function meant(words: string) {
  const { words: rest, ages } = withSaidAge({ ...emptyQuery, words })
  return [rest, ages?.[0], ages?.[1]]
}

describe('an age that is typed with the words', () => {
  it.each([
    ['speech therapy 4 year old', 'speech therapy', 4, 4],
    ['speech therapy for my 4 year old', 'speech therapy', 4, 4],
    ['speech therapy for my four-year-old son', 'speech therapy for my son', 4, 4],
    ['my 4 year old needs a taxi', 'needs a taxi', 4, 4],
    ['swimming aged 4', 'swimming', 4, 4],
    ['swimming for ages 5 to 10', 'swimming', 5, 10],
    ['clubs for 5-10 year olds', 'clubs', 5, 10],
    ['I am 17 and want a job', 'want a job', 17, 17],
    ["I'm 17", '', 17, 17],
    ['my son is 6 and not talking', 'not talking', 6, 6],
    ['playgroup for under 5s', 'playgroup', 0, 4],
    ['18 month old not walking', 'not walking', 1, 1],
    ['my toddler is not talking', 'is not talking', 1, 3],
    ['football 9yo', 'football', 9, 9],
  ])('“%s” asks for “%s”, ages %i to %i', (typed, rest, from, to) => {
    expect(meant(typed)).toEqual([rest, from, to])
  })
  it('leaves nothing to look for when the rest says nothing: the age is what is asked', () => {
    expect(meant('I am 17 and need help')).toEqual(['', 17, 17])
    expect(meant('4 year old')).toEqual(['', 4, 4])
  })
  it.each([
    'year 4',
    'baby group',
    'toddler group',
    'aged 40',
    'I am 5 weeks behind',
    'M33 4AB',
    '20 weeks',
    'section 36',
  ])('is not “%s”', (typed) => {
    expect(meant(typed)).toEqual([typed, undefined, undefined])
  })
  it('takes the place of an age that was chosen before', () => {
    expect(withSaidAge({ ...emptyQuery, words: 'art 4 year old', ages: [7, 7] }).ages).toEqual([4, 4])
  })
})
