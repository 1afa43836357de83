import type { Fields, OpenReferralContext, OpenReferralPart, RecordDefinition } from './define-record.ts'

/**
 * A record as an Open Referral UK 3.0 entity, made from the mapping that each field states. Properties without a value
 * are left out, never null or empty, as the standard's validator asks.
 * `uuidV5(name, namespace)` makes the ids of nested entities.
 */
export function toOpenReferral<F extends Fields>(
  definition: RecordDefinition<F>,
  record: { readonly id: string },
  body: string,
  uuidV5: (name: string, namespace: string) => string,
): OpenReferralPart {
  const context: OpenReferralContext = {
    id: record.id,
    nestedId: (kind, key) => uuidV5(`${kind}/${key}`, record.id),
  }
  const parts: OpenReferralPart[] = [{ id: record.id }]
  for (const [name, field] of Object.entries(definition.fields)) {
    const value: unknown = Reflect.get(record, name)
    if (field.openReferral === null || value === undefined) continue
    parts.push(
      typeof field.openReferral === 'string'
        ? { [field.openReferral]: value }
        : field.openReferral(value, context),
    )
  }
  if (body.trim() !== '') parts.push({ description: body.trim() })
  return withoutBlanks(joined(parts))
}

function joined(parts: readonly OpenReferralPart[]): OpenReferralPart {
  const whole: { [property: string]: unknown } = {}
  for (const [property, value] of parts.flatMap((part) => Object.entries(part))) {
    const before = whole[property]
    whole[property] = Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : value
  }
  return whole
}

function withoutBlanks(part: OpenReferralPart): OpenReferralPart {
  const kept = Object.entries(part)
    .map(([property, value]): [string, unknown] => [property, blanksRemoved(value)])
    .filter(([, value]) => value !== undefined)
  return Object.fromEntries(kept)
}

function blanksRemoved(value: unknown): unknown {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return undefined
  if (Array.isArray(value)) return value.map(blanksRemoved)
  return typeof value === 'object' && value !== undefined ? withoutBlanks({ ...value }) : value
}
