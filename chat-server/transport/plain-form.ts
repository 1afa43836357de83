import type { FastifyReply } from 'fastify'
import type { Log } from '#platform/log.ts'
import { fieldProblems, type Problem } from '#platform/pages/form-fields.ts'
import { clientIdSchema } from '#protocol/conversation.ts'
import type { Area } from '#records/area.ts'
import { sayDate } from '#records/london-time.ts'
import { replyBy } from '../domain/opening-hours.ts'
import { httpStatus, refusalFor } from './refusals.ts'

/** Sends a page of a form that works without JavaScript; nothing keeps a copy of it. */
export function sendPage(reply: FastifyReply, page: string) {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page)
}

/** The day, in words, by which a family is answered who writes at `now` (ms UTC); null when no day is known. */
export function promisedDay(area: Area, now: number): string | null {
  const date = replyBy(area, now, area.helpdesk.replyWorkingDays)
  return date && sayDate(date)
}

/**
 * Why a form was refused, for its page to say beside what was typed.
 *
 * @param options.sentId the id that the page sent along; it is not given back when it takes no more
 * @param options.button what the button to press once more is called
 */
export function refusedForm<Field extends string>(
  error: unknown,
  { fields, sentId, button, log }: { fields: readonly Field[]; sentId: string; button: string; log: Log },
): { status: number; problems: Problem<Field>[]; clientConversationId: string | undefined } {
  const { code, ...refusal } = refusalFor(error, log)
  // The page's id belongs to what takes no more: a new one makes the next press work.
  const isSpent = code === 'not-found' || code === 'ended'
  const message = isSpent ? `This page was open for a long time. Press ${button} once more.` : refusal.message
  return {
    status: httpStatus[code],
    problems: fieldProblems(fields, error) ?? [{ field: 'form', message }],
    clientConversationId: isSpent ? undefined : clientIdSchema.safeParse(sentId).data,
  }
}
