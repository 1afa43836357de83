import { expect, test } from 'vitest'
import { abbreviationProblems } from './abbreviations.ts'

const terms = [
  { key: 'a', term: 'special educational needs', abbreviation: 'SEN', meaning: 'Needs.' },
  { key: 'b', term: 'special educational needs and disabilities', abbreviation: 'SEND', meaning: 'Needs.' },
  { key: 'c', term: 'SEN coordinator', abbreviation: 'SENCO', meaning: 'A teacher.' },
]
const said = (...texts: string[]) =>
  abbreviationProblems(
    [{ file: 'guides/a.mdx', blocks: texts.map((text) => ({ depth: 0, text })) }],
    terms,
  ).map(({ message }) => message)

test('a short form is written out where it first stands', () => {
  expect(said('Special educational needs (SEN) are common.', 'SEN support helps.')).toEqual([])
  expect(said('What SEN support is', 'SEN stands for special educational needs.')).toEqual([])
  expect(said('For special educational needs or disability.', 'SEND is short.')).toEqual([
    '“SEND” stands here first without its long form. Write “special educational needs and disabilities (SEND)”',
  ])
  expect(said('SEND is special educational needs and disability.')).toEqual([])
})

test('the glossary knows every short form but those that everybody knows', () => {
  expect(said('Ask your GP or the NHS. See GOV.UK. Use form SEND35.')).toEqual([])
  expect(said('Ask the ABC.')).toEqual([
    'nobody explains “ABC”. Write it out, or add it to glossary.yaml as an abbreviation',
  ])
})

test('small letters at the end do not make it another word', () => {
  expect(said('The SEN coordinators (SENCOs) know special educational needs. Ask a SENCo.')).toEqual([])
})
