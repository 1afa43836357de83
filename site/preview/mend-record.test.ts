import { expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { serviceRecord } from '#records/service.ts'
import { mendRecord, notChosen } from './mend-record.ts'

const { schema } = serviceRecord
const mended = (values: object) => mendRecord(schema, values)

it('takes a record that is right as it is', () => {
  expect(mended(exampleService)).toEqual(schema.parse(exampleService))
})

it('makes of whatever is typed so far what the page can show', () => {
  for (const typed of [{}, { name: 'Club' }, { when: 'nonsense', categories: [7], whoFor: null }])
    expect(schema.safeParse({ ...exampleService, ...pick(mended(typed), ['when', 'whoFor']) }).success).toBe(
      true,
    )
})

it('shows text as it was typed, and leaves out what is missing', () => {
  const { name, summary, contact, provider } = mended({
    ...{ name: 'Sunday club', contact: { telephone: '0163' } },
    provider: undefined,
  })
  expect({ name, summary, provider }).toEqual({ name: 'Sunday club', summary: '', provider: notChosen })
  expect(contact).toEqual({ telephone: '0163', social: [] })
})

it('keeps the items of a list that are right, and of the others what can be shown', () => {
  const right = { key: 'a', days: ['monday'], opens: '09:00', closes: '10:00' }
  const { when } = mended({ when: { times: [right, 'nonsense', { key: 'b', days: ['mon'], opens: '9' }] } })
  expect(when).toMatchObject({ times: [right, { key: 'b', days: [], opens: '9' }] })
})

function pick(values: Readonly<Record<string, unknown>>, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, values[name]]))
}
