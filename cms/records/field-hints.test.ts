import { expect, it } from 'vitest'
import { recordDefinitions } from '#records/collections.ts'
import type { Widget } from '#records/pieces.ts'
import { subfieldsOf } from './fields.ts'

/** The fields that a person fills in by themselves: not groups, whose fields say it, nor the columns of rows. */
function filledIn(fields: readonly Widget[], where: string): [string, Widget][] {
  return fields
    .filter(({ widget }) => widget !== 'hidden')
    .flatMap((field) => {
      const path = `${where} › ${field.label}`
      const inside = field.control === undefined ? filledIn(subfieldsOf(field), path) : []
      return field.widget === 'object' ? inside : [[path, field], ...inside]
    })
}

it.each(recordDefinitions)(
  'says of every field of $label what to write or choose',
  ({ label, decapFields }) => {
    const silent = filledIn(decapFields, label).filter(([, { hint }]) => hint === undefined)
    expect(silent.map(([path]) => path)).toEqual([])
  },
)

it.each(recordDefinitions)('says it briefly in $label, for those who hear it', ({ label, decapFields }) => {
  const long = filledIn(decapFields, label).filter(([, { hint = '' }]) => hint.length > 140)
  expect(long.map(([path]) => path)).toEqual([])
})
