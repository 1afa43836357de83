import type { FastifyInstance } from 'fastify'
import type { SignedIn } from '#platform/accounts/grants.ts'
import { holds } from '#platform/accounts/grants.ts'
import { fieldProblems, type Problem, typedFields } from '#platform/pages/form-fields.ts'
import { csrfField, type ShownPage } from '#platform/pages/staff-page-routes.ts'
import { type LogEntry, logEntrySchema } from '#protocol/call-log.ts'
import { clientIdSchema } from '#protocol/conversation.ts'
import { mayRead } from '../domain/concern.ts'
import { deskPerson } from '../transport/admission.ts'
import { parseInput } from '../transport/parse-input.ts'
import { referenceIn } from './address-values.ts'
import { createCalmRoutes } from './calm-routes.ts'
import type { DeskPagesParts } from './desk-pages.ts'
import { excerptOf, type LogField, type LogLine, logFields, logPage, logPath } from './log-page.ts'

/** How many entries the page shows. */
const shown = 50

/** The page at /desk/log/: a form for calls and visits, and the latest of them. Officers see what they wrote alone. */
export function logPages(app: FastifyInstance, parts: DeskPagesParts): void {
  const { stores, newId } = parts
  const { records, callLog } = parts.keeping
  const routes = createCalmRoutes(app, parts, {
    roles: ['navigator', 'lead', 'officer'],
    back: { path: logPath, label: 'Back to calls, visits and paper' },
  })

  async function linesFor(signedIn: SignedIn): Promise<LogLine[]> {
    const isOfficer = isOfficerOnly(signedIn)
    const ids = await records.callLog.newest(shown, isOfficer ? signedIn.accountId : null)
    const lines = await stores.reader.lines(ids)
    // What navigators added since is not for officers.
    const own = isOfficer ? await records.callLog.firstWords(ids) : undefined
    const readable = lines.filter(({ conversation }) => mayRead(conversation, deskPerson(signedIn)))
    return readable
      .toSorted((one, other) => other.conversation.arrival - one.conversation.arrival)
      .map(({ conversation, lastMessage }) => {
        const text = (own ? own.get(conversation.id) : lastMessage?.text) ?? ''
        return { conversation, excerpt: text === '' ? null : excerptOf(text) }
      })
  }

  async function show(signedIn: SignedIn, form: Partial<ShownForm> = {}): Promise<ShownPage> {
    return logPage({
      typed: form.typed ?? { channel: 'telephone', next: 'done' },
      problems: form.problems ?? [],
      clientConversationId: form.clientConversationId ?? newId(),
      csrf: csrfField(signedIn),
      lines: await linesFor(signedIn),
      isOfficer: isOfficerOnly(signedIn),
      saved: form.saved,
      now: stores.clock(),
    })
  }

  routes.get(logPath, async ({ signedIn, fields }) => {
    return show(signedIn, { saved: referenceIn(fields['saved']) })
  })

  routes.post(logPath, async ({ signedIn, fields }) => {
    const typed = typedFields(['clientConversationId', ...logFields], fields)
    try {
      const entry = entryFrom(typed, signedIn)
      const { reference } = await callLog.add(signedIn, entry)
      return { goTo: `${logPath}?${new URLSearchParams({ saved: reference })}` }
    } catch (error) {
      const problems = fieldProblems(logFields, error)
      if (problems === null) throw error
      const clientConversationId = clientIdSchema.safeParse(typed.clientConversationId).data
      return show(signedIn, {
        typed,
        problems: problems.map(onItsField),
        ...(clientConversationId === undefined ? {} : { clientConversationId }),
      })
    }
  })
}

interface ShownForm {
  typed: Partial<Record<LogField, string>>
  problems: readonly Problem<LogField>[]
  clientConversationId: string
  saved: string | undefined
}

/** What is wrong with the day is said beside the day. */
function onItsField(problem: Problem<LogField>): Problem<LogField> {
  return problem.field === 'next' && /day/.test(problem.message) ? { ...problem, field: 'on' } : problem
}

function entryFrom(
  typed: Readonly<Record<LogField | 'clientConversationId', string>>,
  by: SignedIn,
): LogEntry {
  const orNull = (text: string) => (text.trim() === '' ? null : text)
  const is = isOfficerOnly(by) && typed.next === 'mine' ? 'others' : typed.next
  return parseInput(logEntrySchema, {
    clientConversationId: typed.clientConversationId,
    channel: typed.channel,
    name: orNull(typed.name),
    tag: orNull(typed.tag),
    text: typed.text,
    reach: orNull(typed.reach),
    next: is === 'mine' ? { is, on: typed.on } : { is },
  })
}

/** Whether somebody works no conversations: then they see what they wrote themselves alone. */
function isOfficerOnly(signedIn: SignedIn): boolean {
  const area = { kind: 'area' } as const
  return !holds(signedIn, 'navigator', area) && !holds(signedIn, 'lead', area)
}
