import type { z } from 'zod'

/** Said of whatever a schema has no sentence of its own for: such input comes from no page of ours. */
export const cannotRead = 'We cannot read what was sent.'

/**
 * Parses what came from outside. Throws `z.ZodError`, whose messages are all for people: a schema's own sentences, and
 * `cannotRead` in place of the words of zod.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  return schema.parse(input, { error: () => cannotRead })
}
