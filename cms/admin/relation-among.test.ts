import { expect, it } from 'vitest'
import { fieldAmong } from './relation-among.ts'

/** A field of the configuration as Decap hands it over. */
function fieldOf(options: Readonly<Record<string, unknown>>): Parameters<typeof fieldAmong>[0] {
  return {
    get: (option) => options[option],
    set: (option, value) => fieldOf({ ...options, [option]: value }),
  }
}

it('offers what the person may choose, and what stands in the record already', () => {
  const field = fieldOf({ value_field: 'id', choices: { toJS: () => ['club', 'pool'] } })
  const offered = (stood: string | undefined) => fieldAmong(field, stood).get('filters')
  expect(offered('of another team')).toEqual({ field: 'id', values: ['club', 'pool', 'of another team'] })
  expect(offered(undefined)).toMatchObject({ values: ['club', 'pool', undefined] })
})
