import type { FastifyInstance, FastifyReply } from 'fastify'
import { fieldsOf, textOf } from '#platform/pages/sent-fields.ts'
import { londonDate } from '#records/london-date.ts'
import { type Service, serviceRecord } from '#records/service.ts'
import { reviewDueOn } from '#records/service-review.ts'
import type { ActionContext } from '../../action-context.ts'
import { confirmService } from '../../actions/confirm-service.ts'
import { readStillCorrectLink } from '../../fresh/still-correct-link.ts'
import { mainOf } from '../../git/main-branch.ts'
import { stillCorrectPath } from '../../page-addresses.ts'
import type { StoredRecord } from '../../records/stored-records.ts'
import { CmsRefusal } from '../../refusals.ts'
import { actorOf } from '../../rights/actor.ts'
import { may } from '../../rights/rights.ts'
import { type PageParts, refuseForeignPage, sendOpenPage } from '../page-parts.ts'
import { askPage, checkedPage, deadLinkPage } from './still-correct-pages.ts'

/** The page behind the link of a reminder. The link says who asks and of which service; it is their right that counts. */
export function stillCorrectRoutes(app: FastifyInstance, parts: PageParts): void {
  const { shared, tokens } = parts

  /** Undefined when the link opens nothing, or its person may not confirm this service any more. */
  async function openLink(token: string): Promise<Opened | undefined> {
    const link = readStillCorrectLink(tokens, token, shared.clock())
    if (!link) return undefined
    const { accountId } = link
    const actor = await actorOf(shared, { accountId, grants: await parts.grantsOf(accountId) })
    const services = await shared.records.all(await mainOf(shared.repository), 'services')
    const record = services.find(({ facts }) => facts.id === link.service)
    if (!actor || !record || !may(actor, 'confirm', record.facts)) return undefined
    const service = serviceRecord.schema.safeParse(record.content.data).data
    if (!service) return undefined
    const isDone = reviewDueOn(service.review) !== link.dueOn
    return { context: { ...shared, actor }, record, service, isDone }
  }

  function show(reply: FastifyReply, link: string, opened: Opened | undefined, refusal?: Refused) {
    if (!opened) return sendOpenPage(parts, reply, deadLinkPage(), 404)
    const { service, record } = opened
    const { slug, blob: seen } = record
    const today = londonDate(shared.clock())
    if (opened.isDone) return sendOpenPage(parts, reply, checkedPage(service, slug, today))
    const problem = refusal && { problem: refusal.message }
    return sendOpenPage(
      parts,
      reply,
      askPage({ service, slug, today, seen, link, ...problem }),
      refusal?.status,
    )
  }

  app.get(stillCorrectPath, async (request, reply) => {
    const link = textOf(fieldsOf(request.query), 'link')
    return show(reply, link, await openLink(link))
  })

  app.post(stillCorrectPath, async (request, reply) => {
    refuseForeignPage(parts, request)
    const fields = fieldsOf(request.body)
    const link = textOf(fields, 'link')
    const opened = await openLink(link)
    if (!opened || opened.isDone) return show(reply, link, opened)
    try {
      await confirmService(opened.context, opened.record.slug, textOf(fields, 'seen'))
    } catch (error) {
      if (!(error instanceof CmsRefusal)) throw error
      const status = error.kind === 'changed-meanwhile' ? 409 : 422
      return show(reply, link, await openLink(link), { message: error.message, status })
    }
    return reply.redirect(`${stillCorrectPath}?${new URLSearchParams({ link })}`, 303)
  })
}

interface Opened {
  readonly context: ActionContext
  readonly record: StoredRecord
  readonly service: Service
  readonly isDone: boolean
}

interface Refused {
  readonly message: string
  readonly status: number
}
