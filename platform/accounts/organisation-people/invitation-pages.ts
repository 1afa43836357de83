import { html } from '../../pages/html.ts'
import { home, type Page } from '../../pages/shell.ts'
import { invitationDays } from './invitations.ts'

const signIn = [...home, { text: 'Sign in', href: '/sign-in/' }]

/** Where the link of an invitation leads while it works. */
export function invitationPage(name: string, link: string): Page {
  return {
    title: 'You are invited',
    breadcrumbs: signIn,
    body: html`<h1 class="govuk-heading-l">You are invited, ${name}</h1>
<p class="govuk-body">The council asks you to keep your organisation’s pages right. Press the button to sign in and see your list. You do not need a password.</p>
<form method="post" action="/sign-in/invitation/">
<input type="hidden" name="link" value="${link}">
<button type="submit" class="govuk-button">Sign in</button>
</form>
<p class="govuk-body">Is that not you? Then close this page.</p>`,
  }
}

/** For a link after which another was sent. */
export function newerInvitationPage(): Page {
  return {
    title: 'There is a newer invitation',
    breadcrumbs: signIn,
    body: html`<h1 class="govuk-heading-l">There is a newer invitation</h1>
<p class="govuk-body">We sent you another email after this one. Use the newest email: only its link works.</p>
<p class="govuk-body">You cannot find it? We can email you a new link.</p>
<p class="govuk-body"><a class="govuk-button" href="/sign-in/?next=%2Fmy-services%2F">Ask for a link</a></p>`,
  }
}

/** For a link that was used, is too old, or belongs to nobody any more. */
export function invitationOverPage(): Page {
  return {
    title: 'This invitation does not work any more',
    breadcrumbs: signIn,
    body: html`<h1 class="govuk-heading-l">This invitation does not work any more</h1>
<p class="govuk-body">Its link works once, for ${invitationDays} days. You can still get in: we email a new link to the address that you were invited with.</p>
<p class="govuk-body"><a class="govuk-button" href="/sign-in/?next=%2Fmy-services%2F">Ask for a link</a></p>
<p class="govuk-body">No email after a few minutes? Then ask the council to invite you again.</p>`,
  }
}
