import { z } from 'zod'
import { londonDate } from '#records/london-date.ts'

/**
 * Makes a record of what somebody is still typing, so that its page can be drawn as far as it goes: what is right is taken
 * as the schema gives it, text is shown as it was typed, what is missing is empty, and lists keep the items that are right.
 * Nothing that is made here is ever stored.
 */
export function mendRecord(schema: z.ZodType, value: unknown): Readonly<Record<string, unknown>> {
  return fields.safeParse(mended(schema, value)).data ?? {}
}

/** The id that stands where none was chosen yet. */
export const notChosen = '00000000-0000-0000-0000-000000000000'

function mended(schema: unknown, value: unknown): unknown {
  if (!(schema instanceof z.ZodType)) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const isLeftOut = value === undefined || value === null || value === ''
  if (schema instanceof z.ZodOptional) return isLeftOut ? undefined : mended(schema.def.innerType, value)
  if (schema instanceof z.ZodPrefault || schema instanceof z.ZodDefault) {
    return isLeftOut
      ? mended(schema.def.innerType, schema.def.defaultValue)
      : mended(schema.def.innerType, value)
  }
  if (schema instanceof z.ZodPipe) return mended(schema.def.out, value)
  if (schema instanceof z.ZodObject) return mendedFields(schema.shape, fields.safeParse(value).data ?? {})
  if (schema instanceof z.ZodArray) return mendedItems(schema.element, Array.isArray(value) ? value : [])
  return standIn(schema, value)
}

function mendedFields(shape: Readonly<Record<string, unknown>>, values: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => [name, mended(schema, values[name])] as const),
  )
}

/** Items that are groups are mended, those that are lines are kept as typed; a wrong choice or number is left out. */
function mendedItems(element: unknown, items: readonly unknown[]): unknown[] {
  if (!(element instanceof z.ZodType)) return []
  return items.flatMap((item) => {
    const parsed = element.safeParse(item)
    if (parsed.success) return [parsed.data]
    const isGroup = element instanceof z.ZodObject && fields.safeParse(item).success
    return isGroup || (element instanceof z.ZodString && typeof item === 'string')
      ? [mended(element, item)]
      : []
  })
}

/** What stands where a single value is missing or wrong. */
function standIn(schema: z.ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodUUID) return notChosen
  if (schema instanceof z.ZodISODate) return londonDate(Date.now())
  if (schema instanceof z.ZodEnum) return schema.options[0]
  if (schema instanceof z.ZodLiteral) return [...schema.values][0]
  if (schema instanceof z.ZodNumber) return typeof value === 'number' ? value : 0
  if (schema instanceof z.ZodBoolean) return false
  if (schema instanceof z.ZodUnion) return mended(schema.options[0], value)
  return typeof value === 'string' ? value : ''
}

const fields = z.record(z.string(), z.unknown())
