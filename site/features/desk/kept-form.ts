import { useState } from 'preact/hooks'
import type { z } from 'zod'
import { parseJson } from '../conversation/outbox.ts'

/** What is typed and not stored, by name, kept through a reload. */
export type Drafts = {
  load: (name: string) => string
  save: (name: string, text: string) => void
}

/** Fields as they were left; those of `empty` when nothing was kept that can be read. */
export function keptFields<Fields extends object>(
  drafts: Drafts,
  name: string,
  schema: z.ZodType<Fields>,
  empty: Fields,
): Fields {
  const kept = drafts.load(name)
  return parseJson(kept === '' ? null : kept, schema) ?? empty
}

/** The fields of a form that survive a reload; `change(empty)` forgets them. */
export function useKeptFields<Fields extends object>(
  drafts: Drafts,
  name: string,
  schema: z.ZodType<Fields>,
  empty: Fields,
) {
  const [fields, setFields] = useState(() => keptFields(drafts, name, schema, empty))
  const change = (part: Partial<Fields>) => {
    const next = { ...fields, ...part }
    setFields(next)
    drafts.save(name, isSame(next, empty) ? '' : JSON.stringify(next))
  }
  return [fields, change] as const
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
