import { z } from 'zod'

/**
 * What went wrong, for a program to act on:
 * - `invalid`: the request does not have the agreed shape or breaks a limit; `message` says which
 * - `not-allowed`: this person may not do that, or is no longer signed in
 * - `not-found`: there is no such conversation, or it is not theirs to open
 * - `taken`: another navigator was first
 * - `ended`: the conversation has ended, nothing more can be written
 * - `conflict`: the conversation is not in a state that allows this
 * - `slow-down`: too many at once; `retryAfterMs` says when to try again
 * - `unavailable`: it could not be done just now; send it again, nothing is doubled
 */
export const refusalCodes = [
  'invalid',
  'not-allowed',
  'not-found',
  'taken',
  'ended',
  'conflict',
  'slow-down',
  'unavailable',
] as const

/** A request that was not done. `message` is a plain sentence that can be shown as it is. */
export const refusalSchema = z.object({
  ok: z.literal(false),
  code: z.enum(refusalCodes),
  message: z.string(),
  /** milliseconds to wait before trying again */
  retryAfterMs: z.number().int().nonnegative().optional(),
})

/** The reply to a request: `{ ok: true, ...fields }`, sent only after it is stored, or a refusal. */
export function replyOf<Fields extends z.ZodRawShape>(fields: Fields) {
  return z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), ...fields }), refusalSchema])
}

export type RefusalCode = (typeof refusalCodes)[number]
export type Refusal = z.output<typeof refusalSchema>

/** Requests that a client may send on a socket, each with its payload and its reply. */
export type Requests = Record<string, { payload: z.ZodType; reply: z.ZodType }>
/** Events without a reply, in either direction. */
export type Signals = Record<string, z.ZodType>

/** Types for socket.io: what a client may emit. */
export type EventsToServer<R extends Requests, S extends Signals> = {
  [E in keyof R]: (payload: z.input<R[E]['payload']>, reply: (reply: z.output<R[E]['reply']>) => void) => void
} & { [E in keyof S]: (payload: z.input<S[E]>) => void }

/** Types for socket.io: what the server may push. */
export type EventsToClient<P extends Signals> = { [E in keyof P]: (payload: z.output<P[E]>) => void }

/** The good reply to request `E`, without `ok`. */
export type Answer<R extends Requests, E extends keyof R> = Omit<
  Extract<z.output<R[E]['reply']>, { ok: true }>,
  'ok'
>
