import { z } from 'zod'

/** The fields of a form or of a query as they came, unchecked; none when what came is neither. */
export function fieldsOf(sent: unknown): Readonly<Record<string, unknown>> {
  return sentFields.safeParse(sent).data ?? {}
}

/** A field as text; empty when it did not come, or not as text. */
export function textOf(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

const sentFields = z.record(z.string(), z.unknown())
