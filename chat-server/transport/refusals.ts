import { z } from 'zod'
import { errorCode } from '#platform/error-code.ts'
import type { Log } from '#platform/log.ts'
import type { Refusal, RefusalCode } from '#protocol/contract.ts'
import { counted } from '#records/counted.ts'
import { HelpdeskError } from '../domain/errors.ts'
import { cannotRead } from './parse-input.ts'

/** Somebody asks too often. The message says when to try again. */
export class TooManyRequests extends HelpdeskError {
  override readonly name = 'TooManyRequests'
  readonly retryAfterMs: number
  constructor(what: string, retryAfterMs: number) {
    const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000))
    super(`${what} Try again in ${counted(seconds, 'second')}.`)
    this.retryAfterMs = retryAfterMs
  }
}

/** A request from another site's page, or for something that does not exist. */
export class NotAccepted extends HelpdeskError {
  override readonly name = 'NotAccepted'
}

/**
 * The one place where an error becomes a reply. An error that is nobody's mistake is logged with its cause, without
 * what the person wrote, and asks them to try again.
 */
export function refusalFor(error: unknown, log: Log): Refusal {
  if (error instanceof z.ZodError) {
    return { ok: false, code: 'invalid', message: error.issues[0]?.message ?? cannotRead }
  }
  if (error instanceof TooManyRequests) {
    return {
      ok: false,
      code: 'slow-down',
      message: error.message,
      retryAfterMs: Math.ceil(error.retryAfterMs),
    }
  }
  if (error instanceof HelpdeskError) {
    return { ok: false, code: codes[error.name] ?? 'invalid', message: error.message }
  }
  const status = senderStatus(error)
  if (status !== undefined)
    return { ok: false, code: 'invalid', message: status === 413 ? tooLong : cannotRead }
  log.error({ failure: withoutText(error) }, 'the helpdesk could not do what was asked')
  return { ok: false, code: 'unavailable', message: 'We could not do this just now. Please try again.' }
}

const tooLong = 'What you sent is too long. Make it shorter and send it again.'

/** The status of Fastify's own refusals, which are the sender's mistake: no JSON, no form, too long. */
function senderStatus(error: unknown): number | undefined {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  return status >= 400 && status < 500 ? status : undefined
}

/** The HTTP status that says the same as a refusal's code. */
export const httpStatus: Readonly<Record<RefusalCode, number>> = {
  invalid: 400,
  'not-allowed': 403,
  'not-found': 404,
  taken: 409,
  ended: 409,
  conflict: 409,
  'slow-down': 429,
  unavailable: 503,
}

const codes: Readonly<Record<string, RefusalCode>> = {
  ConversationNotFound: 'not-found',
  ConversationEnded: 'ended',
  ConversationGoesOn: 'conflict',
  AlreadyTaken: 'taken',
  NotYetTaken: 'conflict',
  OfferOver: 'conflict',
  ColleagueNotThere: 'conflict',
  InvitationOver: 'conflict',
  FollowUpNotFound: 'not-found',
  TextRemoved: 'ended',
  MessageIdInUse: 'conflict',
  NotANavigator: 'not-allowed',
  NotTheLead: 'not-allowed',
  ConversationHeld: 'not-allowed',
  ConcernNotFound: 'not-found',
  ConcernClosed: 'conflict',
  ConcernStillOpen: 'conflict',
  SavedReplyNotFound: 'not-found',
  SavedReplyChanged: 'conflict',
  NoWayToAnswer: 'invalid',
  NobodyToTell: 'conflict',
  NoDayToPromise: 'conflict',
  ConversationBlocked: 'conflict',
  ConcernNeedsLead: 'not-allowed',
  DevicePaused: 'not-allowed',
  NotAccepted: 'not-allowed',
}

/** Databases put the values of a row into an error's details, so only these fields may be logged. */
function withoutText(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error }
  return { name: error.name, code: errorCode(error), stack: error.stack?.split('\n    at ').slice(1, 6) }
}
