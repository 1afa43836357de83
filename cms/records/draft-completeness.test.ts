import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { completenessOf } from '#records/completeness.ts'
import { exampleService } from '#records/example-content.fixture.ts'
import { serviceRecord } from '#records/service.ts'
import { draftCompleteness } from './draft-completeness.ts'
import { readRecord } from './record-file.ts'

const content = join(import.meta.dirname, '../../site/content')
const missing = (values: object) =>
  draftCompleteness({ ...values }, () => 'key').missing.map(({ words }) => words)

it('gives the same answer as the page, for every service of the demonstration', () => {
  const different = globSync('services/*.md', { cwd: content }).filter((path) => {
    const { data } = readRecord(path, readFileSync(join(content, path), 'utf8'))
    const page = completenessOf(serviceRecord.schema.parse(data))
    return JSON.stringify(draftCompleteness(data, () => 'key')) !== JSON.stringify(page)
  })
  expect(different).toEqual([])
})

it('counts what is filled in so far, also when nothing is', () => {
  expect(draftCompleteness({}, () => 'key')).toMatchObject({ score: 0, answered: 0, asked: 12 })
  expect(missing({ ...exampleService, like: 'One big hall.' })).not.toContain('what it is like there')
  expect(missing({ ...exampleService, like: '' })).toContain('what it is like there')
})

it('does not count what is not right yet, and counts everything beside it', () => {
  const contact = { telephone: '0163', email: 'team@example.org' }
  expect(missing({ contact })).not.toContain('how to contact it')
  expect(missing({ contact: { telephone: '0163' } })).toContain('how to contact it')
  const right = { days: ['monday'], opens: '09:00', closes: '10:00' }
  expect(missing({ when: { times: [{ days: ['monday'] }, right] } })).not.toContain('when it is open')
  expect(missing({ when: { times: [{ days: ['monday'], opens: 'nine' }] } })).toContain('when it is open')
  expect(missing({ whoFor: 'nonsense', categories: null })).toContain('ages')
})
