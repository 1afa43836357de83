import { describe, expect, test } from 'vitest'
import { choices, group, lines, listOf, mayBeEmpty, optional, text, wholeNumber } from './field-kit.ts'
import { date, email, postcode, telephone, time, webAddress } from './plain-fields.ts'
import { needs } from './taxonomy.ts'

const words = { label: 'Field' }

describe('a field that may be left out', () => {
  test.each([undefined, null, '', ' \n'])('takes %j as not stated', (blank) => {
    expect(optional(text(words)).schema.parse(blank)).toBeUndefined()
  })

  test('still refuses a wrong value', () => {
    expect(optional(wholeNumber({ ...words, min: 0, max: 25 })).schema.safeParse(26).success).toBe(false)
  })

  test('says of one that must be there only what to do', () => {
    expect(text(words).schema.safeParse(' ').error?.issues[0]?.message).toBe('Field: write something')
  })

  test('is not required in the CMS', () => {
    expect(optional(text(words)).widget.required).toBe(false)
  })
})

describe('a list or a group that nobody touched in the CMS', () => {
  const parts = group(words, {
    needs: choices({ ...words, from: needs }),
    words: lines(words),
    items: listOf({ ...words, singular: 'item' }, { name: text(words) }),
  })

  test.each([undefined, null, ''])('is empty when the CMS stores %j', (blank) => {
    expect(mayBeEmpty(parts, {}).schema.parse(blank)).toEqual({ needs: [], words: [], items: [] })
    expect(parts.schema.parse({ needs: blank, words: blank, items: blank })).toEqual({
      needs: [],
      words: [],
      items: [],
    })
  })

  test('says which fields there are when it meets one it does not know', () => {
    const found = parts.schema.safeParse({ nedes: [] })
    expect(found.error?.issues[0]?.message).toBe(
      'Field: there is no field "nedes". Fields here are: needs, words, items',
    )
  })

  test('refuses two items with one key', () => {
    const items = [
      { key: 'a', name: 'One' },
      { key: 'a', name: 'Two' },
    ]
    expect(parts.schema.safeParse({ items }).error?.issues[0]?.message).toContain('the same key')
  })
})

test('an unknown need is named together with what is allowed', () => {
  const found = choices({ label: 'Needs', from: needs }).schema.safeParse(['autsm'])
  expect(found.error?.issues[0]?.message).toMatch(
    /^Needs: "autsm" is not on the list\. Use one of: autism, adhd,/,
  )
})

test('a need is chosen only once', () => {
  expect(choices({ ...words, from: needs }).schema.safeParse(['autism', 'autism']).success).toBe(false)
})

describe('dates', () => {
  test('an unquoted YAML date comes back as its day', () => {
    expect(date(words).schema.parse(new Date('2026-10-03'))).toBe('2026-10-03')
  })
  test.each(['2026-02-30', '3 October 2026', ''])('%s is refused', (wrong) => {
    expect(date(words).schema.safeParse(wrong).success).toBe(false)
  })
})

describe('telephone numbers', () => {
  test.each(['0161 912 2122', '01632 960 014', '01697 28 123', '0800 1111', '111', '999', '116 123'])(
    '%s is taken',
    (number) => {
      expect(telephone(words).schema.parse(number)).toBe(number)
    },
  )
  test.each([
    '01619122122',
    '+44 161 912 2122',
    '0161 912 212',
    '01632 960 0144',
    '0000 000 0000',
    'ring us',
  ])('%s is refused', (number) => {
    expect(telephone(words).schema.safeParse(number).success).toBe(false)
  })
  test('a wrong one is said once', () => {
    expect(telephone(words).schema.safeParse('ring us').error?.issues).toHaveLength(1)
  })
})

test.each([
  [webAddress(words), 'https://example.org/a', 'www.example.org'],
  [email(words), 'team@example.org', 'team at example.org'],
  [postcode(words), 'M33 2UG', 'm332ug'],
  [time(words), '09:30', '9.30am'],
])('form %# takes the right and refuses the wrong', (piece, right, wrong) => {
  expect(piece.schema.safeParse(right).success).toBe(true)
  expect(piece.schema.safeParse(wrong).success).toBe(false)
})
