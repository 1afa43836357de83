import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Choice } from '#platform/pages/choice-fields.ts'
import { fieldsOf, textOf } from '#platform/pages/sent-fields.ts'
import { londonDate } from '#records/london-date.ts'
import { openService } from '../../drafts/open-service.ts'
import { mainOf } from '../../git/main-branch.ts'
import { proposedPath, proposeServicePath } from '../../page-addresses.ts'
import { emptyProposal, problemsOnProposal, readProposal, recordOf } from '../../propose/proposal.ts'
import { proposeService } from '../../propose/propose-service.ts'
import { usualRoutes } from '../../propose/usual-routes.ts'
import { factsOf, titleOf } from '../../records/stored-records.ts'
import { CmsRefusal, notAllowed } from '../../refusals.ts'
import { type Person, personOf } from '../../rights/person-of.ts'
import { may } from '../../rights/rights.ts'
import { withOneMore } from '../../short-form/short-form.ts'
import { type PageParts, sendOwnPage } from '../page-parts.ts'
import { slugIn } from '../record-in-address.ts'
import { senderOf, signedInAgain } from '../sent-form.ts'
import { type ProposeView, proposedPage, proposePage } from './propose-page.ts'

/** A new service, proposed without the editor. */
export function proposeRoutes(app: FastifyInstance, parts: PageParts): void {
  async function show(reply: FastifyReply, person: Person, shown: Shown = {}) {
    const { context, signedIn } = person
    const [organisations, main] = [await organisationsOf(person), await mainOf(context.repository)]
    const [only, ...others] = organisations
    if (only === undefined)
      throw notAllowed('There is no organisation here that you could propose a service for.')
    const services = await context.records.all(main, 'services')
    const provider = others.length === 0 ? only.id : ''
    const form =
      shown.form ?? emptyProposal({ id: context.newId(), provider, routes: usualRoutes(services, provider) })
    const routes = await choicesFrom(person, 'routes')
    const { problems = [], isNewRow = false, status = 200 } = shown
    const view = { ...{ form, problems, isNewRow, organisations, routes }, csrf: signedIn.csrfToken }
    return sendOwnPage(parts, reply, person, proposePage(view), status)
  }

  app.get(proposeServicePath, async (request, reply) => show(reply, await personOf(parts, request)))

  app.post(proposeServicePath, async (request, reply) => {
    const fields = fieldsOf(request.body)
    const person = await senderOf(parts, request, reply, proposeServicePath)
    if (!person) return reply
    const form = readProposal(request.body)
    if (person.isBack) {
      return show(reply, person, { form, status: 403, problems: [signedInAgain] })
    }
    if (textOf(fields, 'do') === 'more')
      return show(reply, person, {
        form: { ...form, shortForm: withOneMore(form.shortForm) },
        isNewRow: true,
      })

    const isProvider = person.actor.role === 'provider'
    const source = (await organisationsOf(person)).find(({ id }) => id === form.lines.provider)?.label
    const { content, rows } = recordOf(form, {
      today: londonDate(person.context.clock()),
      checkedBy: isProvider ? 'the provider' : 'the council',
      source: source ?? 'The provider',
    })
    if (isProvider && !person.context.newServices.count(person.actor.accountId).allowed)
      return show(reply, person, { form, status: 429, problems: [{ field: 'form', message: tooMany }] })
    try {
      const slug = await proposeService(person.context, { id: form.id, content })
      return reply.redirect(proposedPath(slug), 303)
    } catch (error) {
      if (!(error instanceof CmsRefusal) || error.kind !== 'invalid') throw error
      const problems =
        error.problems.length > 0
          ? problemsOnProposal(error.problems, rows)
          : [{ field: 'form', message: error.message }]
      return show(reply, person, { form, problems, status: 422 })
    }
  })

  app.get(proposedPath(':slug'), async (request, reply) => {
    const person = await personOf(parts, request)
    const { slug, current } = await openService(person.context, slugIn(request))
    const page = proposedPage({ name: titleOf(current), slug, isEditor: person.actor.role !== 'provider' })
    return sendOwnPage(parts, reply, person, page)
  })
}

const tooMany =
  'You proposed many services in a short time. What you typed is still here. Wait an hour, and then send it.'

/** The organisations for which the person may propose a service, by name. */
async function organisationsOf(person: Person): Promise<Choice[]> {
  const { actor } = person
  return (await choicesFrom(person, 'providers')).filter(({ id }) =>
    may(actor, 'create', factsOf('services', { data: { provider: id }, body: '' })),
  )
}

async function choicesFrom({ context }: Person, collection: 'providers' | 'routes'): Promise<Choice[]> {
  const records = await context.records.all(await mainOf(context.repository), collection)
  return records
    .flatMap((record) =>
      record.facts.id === undefined ? [] : [{ id: record.facts.id, label: titleOf(record) }],
    )
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'))
}

interface Shown extends Partial<Pick<ProposeView, 'form' | 'problems' | 'isNewRow'>> {
  readonly status?: number
}
