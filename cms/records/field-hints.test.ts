import { expect, it } from 'vitest'
import { providerRecord } from '#records/provider.ts'
import { serviceRecord } from '#records/service.ts'
import { subfieldsOf } from './fields.ts'

type Field = (typeof serviceRecord.decapFields)[number]

/** The fields that a person fills in by themselves: not groups, whose fields say it, nor the columns of rows. */
function filledIn(fields: readonly Field[], where: string): [string, Field][] {
  return fields
    .filter(({ widget }) => widget !== 'hidden')
    .flatMap((field) => {
      const path = `${where} › ${field.label}`
      const inside = field.control === undefined ? filledIn(subfieldsOf(field), path) : []
      return field.widget === 'object' ? inside : [[path, field], ...inside]
    })
}

it.each([serviceRecord, providerRecord])(
  'says of every field of $label what to write or choose',
  ({ label, decapFields }) => {
    const silent = filledIn(decapFields, label).filter(([, { hint }]) => hint === undefined)
    expect(silent.map(([path]) => path)).toEqual([])
  },
)
