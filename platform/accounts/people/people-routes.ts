import type { FastifyInstance } from 'fastify'
import type { FormState, Problem } from '../../pages/form-fields.ts'
import { type Html, html } from '../../pages/html.ts'
import {
  createStaffPageRoutes,
  type GoTo,
  type PageRequest,
  type ShownPage,
  sentencePage,
} from '../../pages/staff-page-routes.ts'
import type { AccountParts } from '../account-parts.ts'
import { grantSchema } from '../grants.ts'
import { invitedPerson } from './invited-person.ts'
import { describeGrant, PeopleRefusal } from './people-deeds.ts'
import {
  type InviteField,
  inviteFields,
  invitePage,
  peoplePage,
  personPage,
  removePage,
} from './people-pages.ts'
import type { PersonWithAccount } from './people-store.ts'
import { readRole } from './role-form.ts'

/** The pages on which admins look after accounts. */
export function addPeopleRoutes(app: FastifyInstance, parts: AccountParts): void {
  const { people, deeds, sessionStore, places } = parts
  const routes = createStaffPageRoutes(app, parts, ['admin'])

  /** Does something about the person that the address names. */
  function aboutPerson(work: (request: PageRequest, person: PersonWithAccount) => Promise<ShownPage | GoTo>) {
    return async (request: PageRequest): Promise<ShownPage | GoTo> => {
      const { id = '' } = request.params
      const person = isId(id) ? await people.find(id) : undefined
      if (!person) return gone
      try {
        return await work(request, person)
      } catch (error) {
        if (!(error instanceof PeopleRefusal)) throw error
        return { ...(await show(request, person, wrong(error.message))), status: 409 }
      }
    }
  }

  async function show(
    { signedIn, fields }: PageRequest,
    person: PersonWithAccount,
    state: FormState<string>,
  ) {
    return personPage({
      ...{ signedIn, person, state },
      sessions: await sessionStore.openOf(person.id),
      places: places(),
      done: doneInWords(fields['done']),
    })
  }

  routes.get('/people/', async ({ fields }) =>
    peoplePage({
      people: await people.list(),
      find: (fields['find'] ?? '').slice(0, 100),
      places: places(),
      done: doneInWords(fields['done']),
    }),
  )

  routes.get('/people/invite/', async ({ signedIn }) =>
    invitePage(signedIn, { typed: {}, problems: [] }, places()),
  )

  routes.post('/people/invite/', async ({ signedIn, fields }) => {
    const typed = Object.fromEntries(inviteFields.map((name) => [name, fields[name] ?? '']))
    const person = invitedPerson.safeParse(fields)
    const role = readRole(fields, places())
    if (!person.success || !role.grant) {
      const problems: Problem<InviteField>[] = [
        ...(person.error?.issues ?? []).map(({ path, message }) => ({
          field: path[0] === 'name' ? ('name' as const) : ('email' as const),
          message,
        })),
        ...role.problems,
      ]
      return invitePage(signedIn, { typed, problems }, places())
    }
    await deeds.invite(signedIn.accountId, { ...person.data, grants: [role.grant] })
    return { goTo: '/people/?done=invited' }
  })

  routes.get(
    '/people/:id/',
    aboutPerson((request, person) => show(request, person, untouched)),
  )

  routes.post(
    '/people/:id/give-role/',
    aboutPerson(async (request, person) => {
      const { grant, problems } = readRole(request.fields, places())
      if (!grant) return show(request, person, { typed: request.fields, problems })
      await deeds.giveRole(request.signedIn.accountId, person.id, grant)
      return { goTo: `/people/${person.id}/?done=role` }
    }),
  )

  routes.post(
    '/people/:id/take-role/',
    aboutPerson(async ({ signedIn, fields }, person) => {
      const { role, scope: kind, id } = fields
      const named = grantSchema.safeParse({ role, scope: { kind, id } }).data
      const grant = person.grants.find((each) => named && describeGrant(each) === describeGrant(named))
      if (grant) await deeds.takeRole(signedIn.accountId, person.id, grant)
      return { goTo: `/people/${person.id}/?done=role` }
    }),
  )

  routes.post(
    '/people/:id/end-session/',
    aboutPerson(async ({ signedIn, fields }, person) => {
      const { session = '' } = fields
      if (isId(session)) await deeds.endSession(signedIn.accountId, person.id, session)
      return { goTo: `/people/${person.id}/?done=session` }
    }),
  )

  routes.get(
    '/people/:id/remove/',
    aboutPerson(async ({ signedIn }, person) => removePage(signedIn, person)),
  )

  routes.post(
    '/people/:id/remove/',
    aboutPerson(async ({ signedIn }, person) => {
      await deeds.remove(signedIn.accountId, person.id)
      return { goTo: '/people/?done=removed' }
    }),
  )
}

/** Whether it can be the id of an account or a session: PostgreSQL takes no other text for one. */
const isId = (text: string) => /^[\w-]{1,100}$/.test(text)

const untouched: FormState<string> = { typed: {}, problems: [] }

function wrong(message: string): FormState<string> {
  return { typed: {}, problems: [{ field: 'form', message }] }
}

const gone = sentencePage(
  'This account is gone',
  'Somebody has removed it, or the address is not right. Go back to the list of people.',
  404,
)

/** What was done, in a box that is read out. */
function doneInWords(done: string | undefined): Html | null {
  const words = done === undefined ? undefined : doneWords.get(done)
  return words === undefined
    ? null
    : html`<div class="notice notice--done" role="status"><p>${words}</p></div>`
}

const doneWords: ReadonlyMap<string, string> = new Map([
  ['invited', 'They are invited. The email is on its way.'],
  ['removed', 'The account is gone, and its owner is signed out everywhere.'],
  ['role', 'Changed. It counts from their next click.'],
  ['session', 'That session has ended.'],
])
