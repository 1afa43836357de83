import type { z } from 'zod'

/** A handler for something pushed: parses it first; what does not parse calls `onStrange`, so that it can be fetched again. */
export function parsedPush<Schema extends z.ZodType>(
  schema: Schema,
  onStrange: () => void,
  handle: (value: z.output<Schema>) => void,
): (payload: unknown) => void {
  return (payload) => {
    const parsed = schema.safeParse(payload)
    if (parsed.success) handle(parsed.data)
    else onStrange()
  }
}
