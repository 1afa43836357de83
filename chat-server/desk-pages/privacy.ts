import type { FastifyInstance } from 'fastify'
import { typedFields } from '#platform/pages/form-fields.ts'
import { createStaffPageRoutes, csrfField, type PageRequest } from '#platform/pages/staff-page-routes.ts'
import { emailAddress, storedIdSchema } from '#protocol/conversation.ts'
import { londonDate } from '#records/london-date.ts'
import { readRemovals } from '../nightly-removals.ts'
import { recordsAsData, recordsAsPage } from '../record-files.ts'
import type { StoredConversation } from '../storage/conversation-rows.ts'
import { findById, findConversationsOf, type PersonClue } from '../storage/kept-conversations.ts'
import { readStillKept } from '../storage/retention.ts'
import { type ErasureReason, eraseText, erasureReasons, exportRecords } from '../subject-access.ts'
import type { DeskPagesParts } from './desk-pages.ts'
import {
  confirmPage,
  type FindField,
  findFields,
  foundPage,
  privacyPage,
  privacyPath,
  removedPage,
} from './privacy-page.ts'

/**
 * What leads do when somebody asks for what we keep about them, or asks us to remove it. What they are looked for by is
 * posted, so it stands in no address, no log and not in the audit.
 */
export function privacyPages(app: FastifyInstance, parts: DeskPagesParts): void {
  const { stores, audit, area, config, announcer } = parts
  const access = { stores, audit, publicUrl: config.publicUrl }
  const routes = createStaffPageRoutes(app, parts, ['lead'])

  async function start({ signedIn }: PageRequest, typed: Typed, problems: Problems) {
    const now = stores.clock()
    const { oldestStart } = await readStillKept(stores.database.kysely, now)
    const removals = await readRemovals(audit, now, oldestStart)
    const { retentionDays } = area().helpdesk
    return privacyPage({ typed, problems }, { csrf: csrfField(signedIn), removals, retentionDays })
  }

  async function chosenIn({ fields }: PageRequest): Promise<StoredConversation[]> {
    const ids = Object.keys(fields).flatMap((name) => (name.startsWith('take-') ? [name.slice(5)] : []))
    const sound = ids.filter((id) => storedIdSchema.safeParse(id).success)
    return findById(stores.database.kysely, sound.slice(0, mostAtOnce))
  }

  const nothingChosen = (request: PageRequest) =>
    start(request, {}, [
      { field: 'form', message: 'Nothing was chosen. Find the conversations again and tick them.' },
    ])

  routes.get(privacyPath, (request) => start(request, {}, []))
  for (const step of ['find/', 'copy/', 'remove/', 'removed/'])
    routes.get(`${privacyPath}${step}`, async () => ({ goTo: privacyPath }))

  routes.post(`${privacyPath}find/`, async (request) => {
    const typed = typedFields(findFields, request.fields)
    const clue = clueIn(typed)
    if (!('by' in clue)) return start(request, typed, [clue])
    const found = await findConversationsOf(stores.database.kysely, clue)
    await stores.database.write((trx) =>
      audit.record(trx, {
        actor: request.signedIn.accountId,
        action: 'privacy-find',
        subject: 'person',
        detail: { by: clue.by, found: found.length },
      }),
    )
    return foundPage(found, csrfField(request.signedIn))
  })

  routes.post(`${privacyPath}copy/`, async (request) => {
    const free = (await chosenIn(request)).filter(({ held }) => !held)
    if (free.length === 0) return nothingChosen(request)
    const records = await exportRecords(access, free, request.signedIn.accountId)
    const now = stores.clock()
    const isData = request.fields['form'] === 'data'
    const name = `what-we-keep-${londonDate(now)}.${isData ? 'json' : 'html'}`
    request.reply
      .type(isData ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .send(isData ? recordsAsData(records, now) : recordsAsPage(records, now, area().authority))
    return undefined
  })

  routes.post(`${privacyPath}remove/`, async (request) => {
    const free = (await chosenIn(request)).filter(({ held }) => !held)
    if (free.length === 0) return nothingChosen(request)
    return confirmPage(free, csrfField(request.signedIn), { typed: {}, problems: [] })
  })

  routes.post(`${privacyPath}removed/`, async (request) => {
    const chosen = await chosenIn(request)
    if (chosen.length === 0) return nothingChosen(request)
    const { reason = '' } = request.fields
    if (!isReason(reason)) {
      const problems = [{ field: 'reason', message: 'Choose why it is removed.' }] as const
      return confirmPage(chosen, csrfField(request.signedIn), { typed: {}, problems })
    }
    const removed: StoredConversation[] = []
    for (const conversation of chosen) {
      if (!(await eraseText(access, conversation.id, request.signedIn.accountId, reason))) continue
      removed.push(conversation)
      await announcer.conversation(conversation.id)
    }
    return removedPage(
      removed,
      chosen.filter((one) => !removed.includes(one)),
    )
  })
}

/** One person has no more; each is looked at and removed by itself. */
const mostAtOnce = 500

type Typed = Partial<Record<FindField, string>>
type Problems = Parameters<typeof privacyPage>[0]['problems']

/** What to look for, or what is wrong with what was typed. */
function clueIn(typed: Record<FindField, string>): PersonClue | Problems[number] {
  const [reference, email, telephone] = findFields.map((field) => typed[field].trim())
  const given = [reference, email, telephone].filter((value) => value !== '')
  if (given.length === 0)
    return {
      field: 'reference',
      message: 'Fill in a reference number, an email address or a telephone number.',
    }
  if (given.length > 1)
    return { field: 'reference', message: 'Fill in one of the three. Look for the others afterwards.' }
  if (reference)
    return /^[\w-]{1,100}$/.test(reference)
      ? { by: 'reference', reference }
      : { field: 'reference', message: 'Enter a whole reference number, like LO-7KQ4-2M9X.' }
  if (email) {
    const known = emailAddress.safeParse(email)
    return known.success
      ? { by: 'email', email }
      : { field: 'email', message: 'Enter an email address in the right form, like name@example.org.' }
  }
  return (telephone ?? '').replace(/\D/g, '').length >= 6
    ? { by: 'telephone', telephone: telephone ?? '' }
    : { field: 'telephone', message: 'Enter a telephone number with 6 digits or more.' }
}

function isReason(reason: string): reason is ErasureReason {
  return Object.hasOwn(erasureReasons, reason)
}
