import { expect, it } from 'vitest'
import { completenessInWords, completenessOf } from './completeness.ts'
import { exampleService } from './example-content.fixture.ts'
import { type ServiceInput, serviceRecord } from './service.ts'

const withFields = (fields: Partial<ServiceInput>) =>
  completenessOf(serviceRecord.schema.parse({ ...exampleService, ...fields }))

const everything: Partial<ServiceInput> = {
  whoFor: { youngest: 5, whoCanUse: 'Anyone.' },
  gettingIt: {
    howIn: ['self'],
    whoDecides: 'The leader.',
    usualWait: { weeks: 3, measuredOn: '2026-10-01' },
    free: true,
  },
  when: { notes: 'Saturdays.' },
  where: { delivery: ['online'] },
  access: { wheelchair: 'no' },
  contact: { email: 'club@example.org' },
  firstContact: { role: 'The leader' },
  like: 'Calm.',
}

it('gives nothing to a record that answers nothing, and names all that is missing, the weightiest first', () => {
  const { score, answered, asked, missing } = withFields({})
  expect({ score, answered, asked }).toEqual({ score: 0, answered: 0, asked: 12 })
  expect(missing[0]).toEqual({ field: 'gettingIt.howIn', words: 'how to get it' })
  expect(missing).toHaveLength(12)
})

it('gives 100 to a record that answers everything', () => {
  expect(withFields(everything)).toEqual({ score: 100, answered: 12, asked: 12, missing: [] })
})

it('takes off the weight of what is missing, and says it in words', () => {
  const result = withFields({ ...everything, contact: {}, whoFor: { whoCanUse: 'Anyone.' } })
  expect(result.score).toBe(82)
  expect(completenessInWords(result)).toBe(
    'This page answers 10 of 12 questions families ask. Missing: how to contact it, ages.',
  )
})

it('asks nobody who decides, or how long it takes, where everyone may just come', () => {
  const { missing } = withFields({ gettingIt: { howIn: ['drop-in'] } })
  expect(missing.map(({ words }) => words)).not.toContain('who decides')
  expect(missing.map(({ words }) => words)).not.toContain('how long it takes')
})

it('takes a confidential address or help at home as an answer to where', () => {
  expect(withFields({ where: { confidentialAddress: true } }).answered).toBe(1)
  expect(withFields({ where: { delivery: ['at-home'] } }).answered).toBe(1)
  expect(withFields({ where: { delivery: ['in-person'] } }).answered).toBe(0)
})

it('counts “no” as an answer: access that is not there is worth knowing', () => {
  expect(withFields({ access: { hearingLoop: 'no' } }).answered).toBe(1)
})

it('asks schools for the ten questions of the regulations as well', () => {
  const school = withFields({ ...everything, categories: ['schools'], tenQuestions: { adapting: 'Ramps.' } })
  expect(school).toMatchObject({ score: 91, answered: 12, asked: 13 })
  expect(school.missing).toEqual([
    { field: 'tenQuestions', words: 'all ten questions of the SEND regulations' },
  ])
})
