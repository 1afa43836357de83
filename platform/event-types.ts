import { z } from 'zod'

/** What may happen, and what is told about it. Add a type here to publish it. */
export const eventPayloads = {
  /** a commit of the content is now the public site */
  published: z.object({ commit: z.string() }),
} as const

export type EventType = keyof typeof eventPayloads
export type EventPayload<Type extends EventType> = z.output<(typeof eventPayloads)[Type]>
