import { expect, it } from 'vitest'
import { glossaryByLetter } from './glossary-entries.ts'

const terms = [
  { key: 'sen', term: 'special educational needs', abbreviation: 'SEN', meaning: 'Needs.' },
  { key: 'ehc', term: 'EHC plan', meaning: 'A plan.' },
  { key: 'early', term: 'early help', meaning: 'Help.' },
  {
    key: 'statement',
    term: 'statement of special educational needs',
    meaning: 'Old.',
    nowCalled: 'EHC plan',
  },
  { key: 's41', term: '16 to 19 bursary', meaning: 'Money.' },
]

it('lists words and abbreviations by letter, whether they begin large or small', () => {
  expect(
    glossaryByLetter(terms).map(({ letter, entries }) => [letter, entries.map(({ sortedBy }) => sortedBy)]),
  ).toEqual([
    ['0 to 9', ['16 to 19 bursary']],
    ['E', ['early help', 'EHC plan']],
    ['S', ['SEN', 'special educational needs', 'statement of special educational needs']],
  ])
})

it('leads from an abbreviation to its word', () => {
  const [, , s] = glossaryByLetter(terms)
  expect(s?.entries[0]).toMatchObject({ kind: 'abbreviation', abbreviation: 'SEN', term: { key: 'sen' } })
})
