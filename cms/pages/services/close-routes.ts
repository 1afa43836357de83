import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '#platform/pages/form-fields.ts'
import { fieldsOf, textOf } from '#platform/pages/sent-fields.ts'
import {
  closedWords,
  closingOf,
  noticeOf,
  problemsOfClosing,
  problemsOnClosing,
  readClosing,
  type TypedClosing,
} from '../../close/closing.ts'
import { pagesNaming } from '../../close/pages-naming.ts'
import { saveStanding } from '../../close/save-standing.ts'
import { type OpenService, openService } from '../../drafts/open-service.ts'
import { mainOf } from '../../git/main-branch.ts'
import { closeServicePath, myServicePath, reopenServicePath } from '../../page-addresses.ts'
import { titleOf } from '../../records/stored-records.ts'
import { CmsRefusal, invalid } from '../../refusals.ts'
import { type Person, personOf } from '../../rights/person-of.ts'
import { may } from '../../rights/rights.ts'
import { type PageParts, sendOwnPage } from '../page-parts.ts'
import { slugIn } from '../record-in-address.ts'
import { senderOf, signedInAgain } from '../sent-form.ts'
import { closePage, lookBeforeClosingPage, reopenPage } from './close-page.ts'

/** A service is closed for now or for good, and opened again. */
export function closeRoutes(app: FastifyInstance, parts: PageParts): void {
  app.get(closeServicePath(':slug'), async (request, reply) => {
    const person = await personOf(parts, request)
    const service = await publishedService(person, request)
    const form = closingOf(service.current.content.data)
    return sendOwnPage(parts, reply, person, closePage({ ...viewOf(person, service), form }))
  })

  app.post(closeServicePath(':slug'), async (request, reply) => {
    const person = await senderOf(parts, request, reply, closeServicePath(slugIn(request)))
    if (!person) return reply
    const service = await publishedService(person, request)
    const fields = fieldsOf(request.body)
    const form = readClosing(request.body)
    const sent = { reply, person, service }
    if (person.isBack) return sendForm(sent, form, [signedInAgain], 403)
    const problems = problemsOfClosing(form)
    const step = textOf(fields, 'do')
    if (step === 'back' || problems.length > 0) return sendForm(sent, form, step === 'back' ? [] : problems)
    const seen = textOf(fields, 'seen')
    if (step === 'look') return sendLook(sent, form, { seen })
    const wanted = { status: form.status, notice: noticeOf(form), seen }
    return save(sent, { ...wanted, way: wayOf(step) }, (refusal) =>
      refusal.problems.length > 0
        ? sendForm(sent, form, problemsOnClosing(refusal.problems))
        : sendLook(sent, form, { refusal }),
    )
  })

  app.get(reopenServicePath(':slug'), async (request, reply) => {
    const person = await personOf(parts, request)
    const service = await publishedService(person, request)
    const closed = closedOf(service)
    if (!closed) return reply.redirect(myServicePath(service.slug), 303)
    const page = reopenPage({ ...viewOf(person, service), closed, notice: '' })
    return sendOwnPage(parts, reply, person, page)
  })

  app.post(reopenServicePath(':slug'), async (request, reply) => {
    const person = await senderOf(parts, request, reply, reopenServicePath(slugIn(request)))
    if (!person) return reply
    const service = await publishedService(person, request)
    const fields = fieldsOf(request.body)
    const notice = textOf(fields, 'notice').replaceAll('\r\n', '\n').trim()
    const again = (problems: Problem<string>[], status: number) => {
      const closed = closedOf(service) ?? { words: 'Open', notice: '' }
      const page = reopenPage({ ...viewOf(person, service), closed, notice, problems })
      return sendOwnPage(parts, reply, person, page, status)
    }
    if (person.isBack) return again([signedInAgain], 403)
    const seen = textOf(fields, 'seen')
    const wanted = { status: 'open', notice: notice === '' ? undefined : notice, seen }
    const way = wayOf(textOf(fields, 'do'))
    return save({ reply, person, service }, { ...wanted, way }, (refusal) => {
      const problems =
        refusal.problems.length > 0
          ? problemsOnClosing(refusal.problems).map((each) =>
              each.field === 'why' ? { ...each, field: 'notice' } : each,
            )
          : [{ field: 'form', message: refusal.message }]
      return again(problems, statusOf(refusal))
    })
  })

  function sendForm(
    { reply, person, service }: Sent,
    form: TypedClosing,
    problems: readonly Problem<string>[],
    status = problems.length > 0 ? 422 : 200,
  ) {
    const page = closePage({ ...viewOf(person, service), form, problems })
    return sendOwnPage(parts, reply, person, page, status)
  }

  /** What families will read. After a refusal it is shown on the page as it is now. */
  async function sendLook(
    { reply, person, service }: Sent,
    form: TypedClosing,
    { seen = service.current.blob, refusal }: { seen?: string; refusal?: CmsRefusal },
  ) {
    const { records, repository } = person.context
    const isForGood = form.status === 'closed'
    const naming = isForGood ? await pagesNaming(records, await mainOf(repository), [service.current]) : []
    const problems = refusal ? [{ field: 'form', message: refusal.message }] : []
    const page = lookBeforeClosingPage({ ...viewOf(person, service), seen, form, naming, problems })
    return sendOwnPage(parts, reply, person, page, refusal ? statusOf(refusal) : 200)
  }
}

async function save(
  { reply, person, service }: Sent,
  wanted: Parameters<typeof saveStanding>[2],
  whenRefused: (refusal: CmsRefusal) => unknown,
) {
  try {
    await saveStanding(person.context, service, wanted)
  } catch (error) {
    // One with an address leads to a choice.
    if (!(error instanceof CmsRefusal) || error.address !== undefined) throw error
    if (error.kind === 'invalid' || error.kind === 'changed-meanwhile') return whenRefused(error)
    throw error
  }
  const done = wanted.way === 'publish' ? 'published' : 'sent'
  return reply.redirect(`${myServicePath(service.slug)}?done=${done}`, 303)
}

/** @throws CmsRefusal unless the service is the person's own and on the site */
async function publishedService({ context }: Person, request: FastifyRequest): Promise<OpenService> {
  const service = await openService(context, slugIn(request))
  if (!service.published)
    throw invalid('This service is not on the site yet. Throw its draft away if it will not come.')
  return service
}

function viewOf(person: Person, { slug, current, draft }: OpenService) {
  return {
    service: { slug, name: titleOf(current) },
    ...{ csrf: person.signedIn.csrfToken, seen: current.blob, problems: [] },
    mayPublish: may(person.actor, 'publish', current.facts),
    hasDraft: draft !== undefined,
  }
}

function closedOf({ current }: OpenService): { words: string; notice: string } | undefined {
  const { status, notice } = current.content.data
  const words = closedWords(status)
  return words === undefined ? undefined : { words, notice: typeof notice === 'string' ? notice : '' }
}

/** A form that somebody sent about a service of theirs, and what answers it. */
interface Sent {
  readonly reply: FastifyReply
  readonly person: Person
  readonly service: OpenService
}

const wayOf = (step: string) => (step === 'publish' ? ('publish' as const) : ('review' as const))

const statusOf = ({ kind }: CmsRefusal) => (kind === 'changed-meanwhile' ? 409 : 422)
