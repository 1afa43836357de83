import type { FastifyInstance } from 'fastify'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { AuditAction } from '#platform/accounts/audit-words.ts'
import type { SignedIn } from '#platform/accounts/grants.ts'
import { fieldProblems, type Problem, typedFields } from '#platform/pages/form-fields.ts'
import { csrfField, type PageRequest, type ShownPage } from '#platform/pages/staff-page-routes.ts'
import { clientIdSchema } from '#protocol/conversation.ts'
import { savedReplyForm } from '#protocol/saved-replies.ts'
import { refuseOthersThanLeads } from '../domain/concern.ts'
import { SavedReplyChanged, SavedReplyNotFound } from '../domain/errors.ts'
import { maySeeReply, refuseChangingReply } from '../domain/saved-reply.ts'
import type { NewReply, StoredReply } from '../storage/saved-replies.ts'
import { deskPerson } from '../transport/admission.ts'
import { idIn } from './address-values.ts'
import { createCalmRoutes } from './calm-routes.ts'
import type { DeskPagesParts } from './desk-pages.ts'
import {
  type ReplyField,
  type ReplyFormView,
  repliesPath,
  replyFields,
  replyFormPage,
  replyListPage,
} from './saved-reply-pages.ts'

/** The pages at /desk/replies/: read, write, change and remove saved replies, the team's and one's own. */
export function savedReplyPages(app: FastifyInstance, parts: DeskPagesParts): void {
  const { stores, audit, newId } = parts
  const { savedReplies } = stores
  const routes = createCalmRoutes(app, parts, {
    roles: ['navigator', 'lead'],
    back: { path: repliesPath, label: 'Go to the saved replies' },
  })

  /** The reply that the address names, which this person may change. */
  async function ofAddress({ params, signedIn }: PageRequest): Promise<StoredReply> {
    const reply = await savedReplies.find(idIn(params['id']))
    refuseChangingReply(reply, deskPerson(signedIn))
    return reply
  }

  async function readable(id: string | undefined, signedIn: SignedIn): Promise<StoredReply | undefined> {
    if (id === undefined) return undefined
    const reply = await savedReplies.find(idIn(id))
    return maySeeReply(reply, deskPerson(signedIn)) ? reply : undefined
  }

  /** Gives what `work` gives: false when it changed nothing, of which nothing is recorded. */
  async function write(
    { signedIn }: PageRequest,
    action: AuditAction,
    id: string,
    work: (trx: Transaction<unknown>) => Promise<boolean>,
  ): Promise<boolean> {
    return stores.database.write(async (trx) => {
      const changed = await work(trx)
      if (changed)
        await audit.record(trx, { actor: signedIn.accountId, action, subject: `saved-reply:${id}` })
      return changed
    })
  }

  /** Stores a new reply once, however often its form is sent. Gives its id. */
  async function add(request: PageRequest, id: string, reply: Omit<NewReply, 'id'>): Promise<string> {
    if (await write(request, 'saved-reply-add', id, (trx) => savedReplies.add(trx, { id, ...reply })))
      return id
    // Somebody who went back to the form and filled it in anew means another reply.
    return isStored(reply, await savedReplies.find(id)) ? id : add(request, newId(), reply)
  }

  async function list({ signedIn, fields }: PageRequest): Promise<ShownPage> {
    const all = await savedReplies.list(signedIn.accountId)
    const { done: what, id } = doneQuery.parse(fields)
    const reply = what === undefined ? undefined : await readable(id, signedIn)
    return replyListPage({
      team: all.filter(({ ownerId }) => ownerId === null),
      own: all.filter(({ ownerId }) => ownerId !== null),
      isLead: deskPerson(signedIn).isLead,
      csrf: csrfField(signedIn),
      done: what && reply && { what, reply },
    })
  }

  /** Does what a form says; shows the form again with what is wrong, and with what somebody else wrote meanwhile. */
  async function save(
    request: PageRequest,
    view: Pick<ReplyFormView, 'newId' | 'team' | 'action' | 'seen'>,
    store: (fields: z.output<typeof savedReplyForm>) => Promise<string>,
  ) {
    const typed = typedFields(replyFields, request.fields)
    try {
      const id = await store(savedReplyForm.parse(typed))
      return { goTo: `${repliesPath}?done=saved&id=${id}` }
    } catch (error) {
      const problems = problemsOf(error)
      if (problems === null) throw error
      const now = error instanceof SavedReplyChanged ? await ofAddress(request) : undefined
      const theirs = now?.removed ? undefined : now
      const seen = theirs?.changedAt ?? view.seen
      return replyFormPage({
        ...view,
        ...{ state: { typed, problems }, csrf: csrfField(request.signedIn), theirs, seen },
      })
    }
  }

  routes.get(repliesPath, list)

  routes.get(`${repliesPath}new/`, async ({ signedIn, fields }) => {
    const team = fields['for'] === 'team'
    if (team) refuseOthersThanLeads(deskPerson(signedIn))
    const from = await readable(fields['from'], signedIn)
    return replyFormPage({
      ...{ newId: newId(), team, csrf: csrfField(signedIn), action: `${repliesPath}new/` },
      ...{ state: { typed: from ? typedOf(from) : {}, problems: [] }, seen: undefined, theirs: undefined },
    })
  })

  routes.post(`${repliesPath}new/`, (request) => {
    const { signedIn, fields } = request
    const team = fields['for'] === 'team'
    const id = clientIdSchema.catch(newId).parse(fields['id'])
    const view = { newId: id, team, action: `${repliesPath}new/`, seen: undefined }
    return save(request, view, async (reply) => {
      if (team) refuseOthersThanLeads(deskPerson(signedIn))
      const by = signedIn.accountId
      return add(request, id, { ...reply, ownerId: team ? null : by, by })
    })
  })

  routes.get(`${repliesPath}:id/`, async (request) => {
    const reply = await ofAddress(request)
    if (reply.removed) throw new SavedReplyNotFound()
    return replyFormPage({
      ...{ newId: undefined, team: reply.ownerId === null, action: `${repliesPath}${reply.id}/` },
      ...{ state: { typed: typedOf(reply), problems: [] }, csrf: csrfField(request.signedIn) },
      ...{ seen: reply.changedAt, theirs: undefined },
    })
  })

  routes.post(`${repliesPath}:id/`, async (request) => {
    const { id, ownerId } = await ofAddress(request)
    const seen = z.coerce.number().int().nonnegative().catch(0).parse(request.fields['seen'])
    const view = { newId: undefined, team: ownerId === null, action: `${repliesPath}${id}/`, seen }
    return save(request, view, async (reply) => {
      await write(request, 'saved-reply-change', id, async (trx) => {
        await savedReplies.change(trx, id, { seen, by: request.signedIn.accountId, ...reply })
        return true
      })
      return id
    })
  })

  for (const what of ['remove', 'restore'] as const)
    routes.post(`${repliesPath}:id/${what}/`, async (request) => {
      const { id } = await ofAddress(request)
      const by = request.signedIn.accountId
      await write(request, `saved-reply-${what}`, id, (trx) =>
        savedReplies.setRemoved(trx, id, what === 'remove', by),
      )
      return { goTo: `${repliesPath}?done=${what}d&id=${id}` }
    })
}

/** What the form shows as wrong; null for what is nobody's mistake. */
function problemsOf(error: unknown): Problem<ReplyField>[] | null {
  if (error instanceof SavedReplyChanged) return [{ field: 'form', message: error.message }]
  return fieldProblems(replyFields, error)
}

function isStored(reply: Omit<NewReply, 'id'>, there: StoredReply): boolean {
  const isSame = there.title === reply.title && there.text === reply.text
  const isSameInEasyWords = there.easyText === (reply.easyText ?? null)
  return isSame && isSameInEasyWords && there.ownerId === reply.ownerId && !there.removed
}

function typedOf({ title, text, easyText }: StoredReply): Record<ReplyField, string> {
  return { title, text, easyText: easyText ?? '' }
}

const doneQuery = z.object({
  done: z.enum(['saved', 'removed', 'restored']).optional().catch(undefined),
  id: z.string().optional(),
})
