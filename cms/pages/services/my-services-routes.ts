import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { fieldsOf, textOf } from '#platform/pages/sent-fields.ts'
import { londonDate } from '#records/london-date.ts'
import { confirmService } from '../../actions/confirm-service.ts'
import { draftsFor } from '../../drafts/find-draft.ts'
import { type OpenService, openService } from '../../drafts/open-service.ts'
import { mainOf } from '../../git/main-branch.ts'
import { myServicePath, myServicesPath, weeklyListPath } from '../../page-addresses.ts'
import { titleOf } from '../../records/stored-records.ts'
import { type Person, personOf } from '../../rights/person-of.ts'
import { isEditor, may } from '../../rights/rights.ts'
import { sendShortForm } from '../../short-form/send-short-form.ts'
import { formOf, readForm, withOneMore } from '../../short-form/short-form.ts'
import { type PageParts, refuseForeignForm, sendOwnPage } from '../page-parts.ts'
import { slugIn } from '../record-in-address.ts'
import { senderOf, signedInAgain } from '../sent-form.ts'
import { type Done, myServicePage, myServicesPage } from './my-services-pages.ts'
import { type ShortFormView, shortForm, shortFormNotice } from './short-form-page.ts'

/** A provider's own services: what is overdue and missing, "still correct", and the short form. */
export function myServicesRoutes(app: FastifyInstance, parts: PageParts): void {
  const today = () => londonDate(parts.shared.clock())

  function show(reply: FastifyReply, person: Person, service: OpenService, shown: Shown = {}) {
    const { signedIn } = person
    const { status = 200, done, ...changed } = shown
    const mayPublish = may(person.actor, 'publish', service.current.facts)
    const view = {
      ...{ address: myServicePath(service.slug), csrf: signedIn.csrfToken, seen: service.current.blob },
      ...{ form: formOf(service.current.content.data), problems: [], isNewRow: false, ...changed },
      ...{ mayPublish, isNew: service.published === undefined },
    }
    const hasProblem = (changed.problems ?? []).length > 0
    const page = myServicePage({
      ...{ service, today: today(), csrf: signedIn.csrfToken, done, hasProblem, mayPublish },
      ...{ notice: shortFormNotice(view), form: shortForm(view) },
    })
    return sendOwnPage(parts, reply, person, page, status)
  }

  app.get(myServicesPath, async (request, reply) => {
    const person = await personOf(parts, request)
    const { actor, context } = person
    // Editors have every service; theirs is the list of what is overdue.
    if (isEditor(actor)) return reply.redirect(weeklyListPath, 303)
    const published = await context.records.all(await mainOf(context.repository), 'services')
    const drafts = (await draftsFor(context)).filter(({ collection }) => collection === 'services')
    const own = published.filter(({ facts }) => may(actor, 'save', facts))
    const slugs = [...own, ...drafts].map(({ slug }) => slug)
    const services = await Promise.all([...new Set(slugs)].map((slug) => openService(context, slug)))
    return sendOwnPage(parts, reply, person, myServicesPage(services, today(), await organisationsOf(person)))
  })

  app.get(`${myServicesPath}:slug/`, async (request, reply) => {
    const person = await personOf(parts, request)
    const { done } = doneQuery.parse(request.query)
    return show(reply, person, await openService(person.context, slugIn(request)), done && { done })
  })

  app.post(`${myServicesPath}:slug/`, async (request, reply) => {
    const fields = fieldsOf(request.body)
    const person = await senderOf(parts, request, reply, myServicePath(slugIn(request)))
    if (!person) return reply
    const service = await openService(person.context, slugIn(request))
    const form = readForm(request.body)
    const seen = textOf(fields, 'seen')
    if (person.isBack) {
      return show(reply, person, service, { form, seen, status: 403, problems: [signedInAgain] })
    }
    if (textOf(fields, 'do') === 'more')
      return show(reply, person, service, { form: withOneMore(form), seen, isNewRow: true })

    const sent = await sendShortForm(person.context, service, form, seen)
    const done = sent.outcome === 'sent' && sent.isTogether ? 'together' : 'sent'
    if (sent.outcome === 'sent') return reply.redirect(`${myServicePath(service.slug)}?done=${done}`, 303)
    return show(reply, person, service, { form, seen, problems: sent.problems, status: 422 })
  })

  app.post(`${myServicesPath}:slug/still-correct/`, async (request, reply) => {
    const { signedIn, context } = await personOf(parts, request)
    refuseForeignForm(parts, request, signedIn)
    const slug = slugIn(request)
    await confirmService(context, slug, textOf(fieldsOf(request.body), 'seen'))
    return reply.redirect(`${myServicePath(slug)}?done=confirmed`, 303)
  })
}

/** What the organisations are called, by id, of somebody who serves several. */
async function organisationsOf({ actor, context }: Person): Promise<ReadonlyMap<string, string>> {
  if (actor.providerIds.length < 2) return new Map()
  const providers = await context.records.all(await mainOf(context.repository), 'providers')
  return new Map(providers.flatMap((record) => (record.facts.id ? [[record.facts.id, titleOf(record)]] : [])))
}

const doneQuery = z.object({
  done: z.enum(['sent', 'together', 'published', 'confirmed']).optional().catch(undefined),
})

interface Shown extends Partial<Pick<ShortFormView, 'form' | 'seen' | 'problems' | 'isNewRow'>> {
  readonly status?: number
  readonly done?: Done
}
