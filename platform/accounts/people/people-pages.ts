import { inFigures } from '#records/counted.ts'
import { type FormState, lineField, problemSummary } from '../../pages/form-fields.ts'
import { type Html, html } from '../../pages/html.ts'
import { instantInWords } from '../../pages/instant-in-words.ts'
import { csrfField, type ShownPage } from '../../pages/staff-page-routes.ts'
import type { Grant, SignedIn } from '../grants.ts'
import type { OpenSession } from '../session-store.ts'
import { sessionList } from '../sessions-page.ts'
import type { PersonWithAccount } from './people-store.ts'
import { roleFieldNames, roleFields } from './role-form.ts'
import { grantInWords, type RolePlaces } from './role-words.ts'

/** Everybody with an account, or those whose name or address holds what is looked for. */
export function peoplePage(view: {
  people: readonly PersonWithAccount[]
  /** what is looked for; empty for everybody */
  find: string
  places: RolePlaces
  done: Html | null
}): ShownPage {
  const { people, find, places, done } = view
  const wanted = find.trim().toLowerCase()
  const found = people.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted))
  return {
    title: 'People',
    body: html`<h1>People</h1>
${done}
<p>Everybody who can sign in: ${people.length === 1 ? '1 person' : `${inFigures(people.length)} people`}. There are no passwords. People sign in with a link by email, or with their council account where the council has set that up.</p>
<p><a class="govuk-button" href="/people/invite/">Invite somebody</a></p>
<form method="get" action="/people/" class="people-filter"><div class="govuk-form-group"><label class="govuk-label" for="find">Name or email address</label><input class="govuk-input" id="find" name="find" type="search" autocomplete="off" value="${find}"></div>
<button type="submit" class="govuk-button govuk-button--secondary">Find</button></form>
${wanted !== '' && html`<p role="status">${found.length === 0 ? 'Nobody fits.' : `${inFigures(found.length)} of ${inFigures(people.length)} fit.`} <a href="/people/">Show everybody</a></p>`}
<ul class="people">${found.map(
      (person) => html`<li class="people__one">
<h2 class="people__name"><a href="/people/${person.id}/">${person.name}</a>${person.isDemonstration && html` <span class="govuk-tag govuk-tag--grey">Demonstration</span>`}</h2>
<p class="people__email">${person.email}</p>
<p>${rolesInWords(person.grants, places)}</p>
<p class="note">${lastSignIn(person)}</p>
</li>`,
    )}</ul>`,
  }
}

/** The fields of the form that invites somebody: who they are, and what they may do. */
export const inviteFields = ['name', 'email', ...roleFieldNames] as const

export type InviteField = (typeof inviteFields)[number]

/** Where somebody is invited. */
export function invitePage(signedIn: SignedIn, state: FormState<InviteField>, places: RolePlaces): ShownPage {
  return {
    title: `${state.problems.length > 0 ? 'Error: ' : ''}Invite somebody`,
    status: state.problems.length > 0 ? 400 : 200,
    body: html`${problemSummary(state)}<p><a href="/people/">All people</a></p>
<h1>Invite somebody</h1>
<p>They get an email with the address of the sign-in page. You can give them more roles afterwards.</p>
<form method="post" action="/people/invite/" novalidate>
${csrfField(signedIn)}
${lineField(state, 'name', 'Name', { type: 'text', autocomplete: 'off', hint: 'Families see it when a navigator answers them.' })}
${lineField(state, 'email', 'Work email address', { type: 'email', autocomplete: 'off' })}
${roleFields(state, places)}
<button type="submit" class="govuk-button">Invite</button>
</form>`,
  }
}

/** One person: what they may do, where they are signed in, and how their account ends. */
export function personPage(view: PersonView): ShownPage {
  const { signedIn, person, sessions, places, state, done } = view
  const here = `/people/${person.id}/`
  const isSelf = person.id === signedIn.accountId
  return {
    title: `${state.problems.length > 0 ? 'Error: ' : ''}${person.name}`,
    status: state.problems.length > 0 ? 400 : 200,
    body: html`${problemSummary(state)}<p><a href="/people/">All people</a></p>
<h1>${person.name}</h1>
${done}
<p class="people__email">${person.email}</p>
<p>${lastSignIn(person)}</p>
<h2>What ${isSelf ? 'you' : 'they'} may do</h2>
${
  person.grants.length === 0
    ? html`<p>Nothing yet: this account has no role.</p>`
    : html`<ul class="people__roles">${person.grants.map(
        (grant) => html`<li><span>${grantInWords(grant, places)}</span>
<form method="post" action="${here}take-role/">${csrfField(signedIn)}
<input type="hidden" name="role" value="${grant.role}"><input type="hidden" name="scope" value="${grant.scope.kind}"><input type="hidden" name="id" value="${grant.scope.kind === 'area' ? '' : grant.scope.id}">
<button type="submit" class="govuk-button govuk-button--secondary">Take away<span class="govuk-visually-hidden"> the role ${grantInWords(grant, places)}</span></button></form></li>`,
      )}</ul>`
}
<details class="govuk-details"${state.problems.length > 0 && html` open`}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Give another role</span></summary>
<div class="govuk-details__text"><form method="post" action="${here}give-role/" novalidate>
${csrfField(signedIn)}
${roleFields(state, places)}
<button type="submit" class="govuk-button">Give this role</button>
</form></div></details>
<h2>Where ${isSelf ? 'you are' : 'they are'} signed in</h2>
${sessionList({ sessions, current: signedIn.sessionId, action: `${here}end-session/`, csrf: csrfField(signedIn) })}
${
  !isSelf &&
  html`<h2>Remove this account</h2>
<p><a href="${here}remove/">Remove ${person.name}</a></p>`
}`,
  }
}

/** Asks before an account is removed. */
export function removePage(signedIn: SignedIn, person: PersonWithAccount): ShownPage {
  return {
    title: `Remove ${person.name}?`,
    body: html`<h1>Remove ${person.name}?</h1>
<p>They are signed out everywhere at once and cannot sign in again. Chats they were answering go back to the queue within a minute.</p>
<p>What they did stays in the audit log, without their name. You can invite them again later, as a new account.</p>
<form method="post" action="/people/${person.id}/remove/">${csrfField(signedIn)}
<div class="govuk-button-group"><button type="submit" class="govuk-button govuk-button--warning">Remove this account</button>
<a href="/people/${person.id}/">Keep it</a></div></form>`,
  }
}

interface PersonView {
  signedIn: SignedIn
  person: PersonWithAccount
  sessions: readonly OpenSession[]
  places: RolePlaces
  state: FormState<string>
  done: Html | null
}

function rolesInWords(grants: readonly Grant[], places: RolePlaces): string {
  return grants.length === 0 ? 'No role' : grants.map((grant) => grantInWords(grant, places)).join(', ')
}

function lastSignIn({ signedInAt }: PersonWithAccount): string {
  return signedInAt === undefined ? 'Has not signed in yet.' : `Last signed in ${instantInWords(signedInAt)}.`
}
