import type { SignedIn } from '#platform/accounts/grants.ts'
import type { OrganisationPerson } from '#platform/accounts/organisation-people/organisation-people.ts'
import { type FormState, lineField, problemSummary } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import { instantInWords } from '#platform/pages/instant-in-words.ts'
import { csrfField, type ShownPage } from '#platform/pages/staff-page-routes.ts'
import { counted } from '#records/counted.ts'
import { dateInWords } from '#records/dates-in-words.ts'
import { joined } from '#records/joined.ts'
import type { Organisation } from '../../organisations/read-organisations.ts'
import { editorPath, myServicePath, organisationPath, organisationsPath } from '../../page-addresses.ts'

export type InviteField = 'name' | 'email'

/** One organisation: who keeps its pages, a form to invite somebody, and its services. */
export function organisationPage(view: OrganisationView): ShownPage {
  const { organisation, names, state, done, signedIn, today } = view
  const { name, people, services, overdue, mayChange, slug, directorate } = organisation
  const before =
    state.problems.length > 0 ? 'Error: ' : done === undefined ? '' : `${doneWords[done].title} – `
  return {
    title: `${before}${name}`,
    status: state.problems.length > 0 ? 400 : 200,
    body: html`${problemSummary(state)}${names.size > 1 && html`<p><a href="${organisationsPath}">All organisations</a></p>`}
<h1>${name}</h1>
${done !== undefined && html`<div class="notice notice--done" role="status"><p>${doneWords[done].says}</p></div>`}
<p>${counted(services.length, 'service')}${overdue > 0 && `, ${overdue} overdue for a check`}.${directorate !== undefined && ` Looked after by ${directorate}.`} <a href="${editorPath({ collection: 'providers', slug })}">Change what its page says in the full editor</a></p>
<h2>Who keeps its pages</h2>
${people.length === 0 ? html`<p>Nobody yet.${mayChange && ' Invite somebody below. Until then, reminders about its services go to editors.'}</p>` : html`<ul class="people">${people.map((person) => personCard(person, view))}</ul>`}
${mayChange ? inviteForm(organisation, state, signedIn) : html`<p>Is somebody missing, or has somebody left? Ask an editor at the council to change this. <a href="/contact/">How to reach the council</a></p>`}
<h2>Its services</h2>
${
  services.length === 0
    ? html`<p>It has none in the Local Offer.</p>`
    : html`<ul>${services
        .slice(0, mostServices)
        .map(
          (service) =>
            html`<li><a href="${myServicePath(service.slug)}">${service.name}</a>, ${service.dueOn < today ? html`<span class="govuk-tag govuk-tag--late">Overdue</span> since ${dateInWords(service.dueOn)}` : `check due by ${dateInWords(service.dueOn)}`}</li>`,
        )}</ul>${services.length > mostServices && html`<p>And ${services.length - mostServices} more. Those whose check is due first come first.</p>`}`
}`,
  }
}

function personCard(person: OrganisationPerson, view: OrganisationView): Html {
  const { organisation, names, signedIn } = view
  const { accountId, name, email, serves, signedInAt } = person
  const others = serves.filter((id) => id !== organisation.id)
  const known = others.flatMap((id) => names.get(id) ?? [])
  if (!organisation.mayChange)
    return html`<li class="people__one"><h3 class="people__name">${name}${accountId === signedIn.accountId && ' (you)'}</h3></li>`
  return html`<li class="people__one">
<h3 class="people__name">${name}${person.isDemonstration && html` <span class="govuk-tag govuk-tag--grey">Demonstration</span>`}</h3>
<p class="people__email">${email}</p>
<p class="note">${signedInAt === undefined ? 'Invited. Has not signed in yet.' : `Last signed in ${instantInWords(signedInAt)}.`}${known.length > 0 && ` Also keeps the pages of ${joined(known)}.`}${others.length > known.length && ' Also keeps pages of other organisations.'}${person.hasOtherRoles && ' Also works for the council here.'}</p>
<div class="govuk-button-group">${
    signedInAt === undefined &&
    html`<form method="post" action="${organisationPath(organisation.id)}invite-again/">${csrfField(signedIn)}<input type="hidden" name="person" value="${accountId}"><button type="submit" class="govuk-button govuk-button--secondary">Send the invitation again<span class="govuk-visually-hidden"> to ${name}</span></button></form>`
  }<a href="${removalPath(organisation.id, accountId)}">Remove<span class="govuk-visually-hidden"> ${name}</span></a></div>
</li>`
}

function inviteForm(organisation: Organisation, state: FormState<InviteField>, signedIn: SignedIn): Html {
  return html`<h2>Invite somebody</h2>
<p>They get an email with a link that signs them in. They can change the pages of ${organisation.name} and send them to you. Nothing is published without an editor.</p>
<form method="post" action="${organisationPath(organisation.id)}invite/" novalidate>
${csrfField(signedIn)}
${lineField(state, 'name', 'Name', { type: 'text', autocomplete: 'off', hint: 'As colleagues know them. Families do not see it.' })}
${lineField(state, 'email', 'Email address', { type: 'email', autocomplete: 'off', hint: 'Their own address, not one that several people read.' })}
<button type="submit" class="govuk-button">Invite</button>
</form>`
}

/** Asks before somebody is taken out of an organisation. */
export function removalPage(
  signedIn: SignedIn,
  { id, name }: Organisation,
  person: OrganisationPerson,
): ShownPage {
  const isLast = person.serves.length === 1 && !person.hasOtherRoles
  const title = `Remove ${person.name} from ${name}?`
  return {
    title,
    body: html`<h1>${title}</h1>
<p>They cannot see or change its pages any more, from their next click on. Drafts that they saved stay for the organisation.</p>
<p>${isLast ? 'They have nothing else to do here, so their account ends and they are signed out everywhere. What they did stays in the history, without their name.' : 'What else they may do here stays as it is.'}</p>
<form method="post" action="${removalPath(id, person.accountId)}">${csrfField(signedIn)}
<div class="govuk-button-group"><button type="submit" class="govuk-button govuk-button--warning">Remove from this organisation</button>
<a href="${organisationPath(id)}">Keep them</a></div></form>`,
  }
}

function removalPath(organisation: string, accountId: string): string {
  return `${organisationPath(organisation)}people/${accountId}/remove/`
}

const doneWords = {
  invited: { title: 'Invited', says: 'They are invited. The email is on its way.' },
  'was-there': {
    title: 'Nothing to do',
    says: 'Somebody with this address keeps these pages already. No email was sent.',
  },
  again: { title: 'Sent again', says: 'The invitation is on its way again.' },
  removed: { title: 'Removed', says: 'They are removed. That counts from their next click.' },
} as const

export type Done = keyof typeof doneWords

const mostServices = 50

interface OrganisationView {
  readonly organisation: Organisation
  /** What organisations are called that the reader may know of, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly signedIn: SignedIn
  readonly state: FormState<InviteField>
  readonly done: Done | undefined
  /** `YYYY-MM-DD` */
  readonly today: string
}
