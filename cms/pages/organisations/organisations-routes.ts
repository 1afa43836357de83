import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { invitedPerson } from '#platform/accounts/people/invited-person.ts'
import { PeopleRefusal } from '#platform/accounts/people/people-deeds.ts'
import { type FormState, fieldProblems } from '#platform/pages/form-fields.ts'
import { createStaffPageRoutes, type PageRequest } from '#platform/pages/staff-page-routes.ts'
import { createRateLimit } from '#platform/rate-limit.ts'
import { londonDate } from '#records/london-date.ts'
import { type Organisation, readOrganisations } from '../../organisations/read-organisations.ts'
import { organisationPath, organisationsPath } from '../../page-addresses.ts'
import { notAllowed, notFound, tooOften } from '../../refusals.ts'
import { actorOf } from '../../rights/actor.ts'
import type { PageParts } from '../page-parts.ts'
import { type Done, type InviteField, organisationPage, removalPage } from './organisation-page.ts'
import { organisationsPage } from './organisations-page.ts'

/** Organisations and the people who keep their records: editors change them, a provider's people see their own. */
export function organisationsRoutes(app: FastifyInstance, parts: PageParts): void {
  const { shared, organisationPeople } = parts
  const routes = createStaffPageRoutes(app, parts, [])
  const today = () => londonDate(shared.clock())
  const letters = createRateLimit({ points: 60, seconds: 600 })
  const lettersAgain = createRateLimit({ points: 5, seconds: 3600 })

  async function organisationsFor({ signedIn }: PageRequest): Promise<Organisation[]> {
    const actor = await actorOf(shared, signedIn)
    if (!actor)
      throw notAllowed('Organisations are for editors at the council, and for those who keep their pages.')
    return readOrganisations({ ...shared, actor }, await organisationPeople.list(), today())
  }

  /** The organisation that the address names, for whoever may see it, or may change its people. */
  async function findOrganisation(request: PageRequest, mustChange = true) {
    const all = await organisationsFor(request)
    const organisation = all.find(({ id }) => id === request.params['id'])
    if (!organisation) throw notFound('There is no such organisation here, or it is not one of yours.')
    if (mustChange && !organisation.mayChange) throw notAllowed(onlyEditors)
    return { organisation, names: new Map(all.map(({ id, name }) => [id, name])) }
  }

  async function show(request: PageRequest, shown: Shown) {
    const { signedIn } = request
    const { state = untouched, done } = shown
    const found = await findOrganisation(request, false)
    return organisationPage({ ...found, signedIn, state, done, today: today() })
  }

  routes.get(organisationsPath, async (request) => {
    const organisations = await organisationsFor(request)
    const [only, ...others] = organisations
    if (only && others.length === 0) return { goTo: organisationPath(only.id) }
    const { find, page } = listQuery.parse(request.fields)
    return organisationsPage({ organisations, find, page })
  })

  routes.get(`${organisationsPath}:id/`, (request) =>
    show(request, { done: doneQuery.parse(request.fields).done }),
  )

  routes.post(`${organisationsPath}:id/invite/`, async (request) => {
    const { organisation } = await findOrganisation(request)
    const { signedIn, fields } = request
    const typed = { name: fields['name'] ?? '', email: fields['email'] ?? '' }
    const person = invitedPerson.safeParse(typed)
    if (!person.success)
      return show(request, { state: { typed, problems: fieldProblems(inviteFields, person.error) ?? [] } })
    if (!letters.count(signedIn.accountId).allowed)
      return show(request, { state: { typed, problems: [{ field: 'email', message: tooManyLetters }] } })
    try {
      const done = await organisationPeople.invite(signedIn.accountId, person.data, organisation)
      return { goTo: `${organisationPath(organisation.id)}?done=${done}` }
    } catch (error) {
      if (!(error instanceof PeopleRefusal)) throw error
      return show(request, { state: { typed, problems: [{ field: 'email', message: error.message }] } })
    }
  })

  routes.post(`${organisationsPath}:id/invite-again/`, async (request) => {
    const { organisation } = await findOrganisation(request)
    const person = personOf(organisation, request.fields['person'])
    if (!lettersAgain.count(person.accountId).allowed) throw tooOften(tooOftenAgain)
    if (!letters.count(request.signedIn.accountId).allowed) throw tooOften(tooManyLetters)
    await organisationPeople.inviteAgain(request.signedIn.accountId, person.accountId, organisation)
    return { goTo: `${organisationPath(organisation.id)}?done=again` }
  })

  const removal = `${organisationsPath}:id/people/:person/remove/`

  routes.get(removal, async (request) => {
    const { organisation } = await findOrganisation(request)
    return removalPage(request.signedIn, organisation, personOf(organisation, request.params['person']))
  })

  routes.post(removal, async (request) => {
    const { organisation } = await findOrganisation(request)
    const person = personOf(organisation, request.params['person'])
    await organisationPeople.remove(request.signedIn.accountId, person.accountId, organisation)
    return { goTo: `${organisationPath(organisation.id)}?done=removed` }
  })
}

function personOf({ people }: Organisation, accountId: string | undefined) {
  const person = people.find((each) => each.accountId === accountId)
  if (!person) throw notFound('This person does not keep these pages, or does not any more.')
  return person
}

const onlyEditors = 'An editor at the council decides who keeps these pages. Ask them to change this.'
const tooManyLetters = 'You sent many invitations in a short time. Wait ten minutes, and then send this one.'
const tooOftenAgain =
  'This person was sent the invitation several times within an hour. Ask them to look for it, also among spam.'
const inviteFields: readonly InviteField[] = ['name', 'email']
const untouched: FormState<InviteField> = { typed: {}, problems: [] }

const listQuery = z.object({
  find: z.string().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

const doneQuery = z.object({
  done: z.enum(['invited', 'was-there', 'again', 'removed']).optional().catch(undefined),
})

interface Shown {
  readonly state?: FormState<InviteField>
  readonly done?: Done | undefined
}
