import { type Html, html } from '../pages/html.ts'
import { home, type Page } from '../pages/shell.ts'
import type { DemonstrationRole } from './demonstration.ts'
import { type SingleSignOnShown, singleSignOnPart } from './single-sign-on/single-sign-on-pages.ts'

/** Where staff ask for a sign-in link; with a problem, it keeps what was typed. */
export function signInPage(view: {
  email?: string
  problem?: string
  next?: string | undefined
  demonstrationRoles: readonly DemonstrationRole[]
  /** where staff can sign in with the council's own accounts */
  singleSignOn?: SingleSignOnShown | undefined
}): Page {
  const { email = '', problem, next, demonstrationRoles, singleSignOn } = view
  const heading = 'Sign in for staff and providers'
  return {
    title: problem === undefined ? heading : `Error: ${heading}`,
    breadcrumbs: home,
    body: html`${problem !== undefined && errorSummary(problem)}
<h1 class="govuk-heading-l">${heading}</h1>
${singleSignOn && singleSignOnPart(singleSignOn, next)}
<p class="govuk-body">We will email you a link. You do not need a password.</p>
<form method="post" action="/sign-in/" novalidate>
${nextField(next)}
<div class="govuk-form-group${problem !== undefined && ' govuk-form-group--error'}">
<label class="govuk-label" for="email">Email address</label>
<div id="email-hint" class="govuk-hint">Use the address that the council knows you by.</div>
${problem !== undefined && html`<p id="email-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${problem}</p>`}
<input class="govuk-input${problem !== undefined && ' govuk-input--error'}" id="email" name="email" type="email" autocomplete="email" spellcheck="false" value="${email}" aria-describedby="email-hint${problem !== undefined && ' email-error'}"${problem !== undefined && html` aria-invalid="true"`}>
</div>
<button type="submit" class="govuk-button">Email me a link</button>
</form>
${demonstrationRoles.length > 0 && demonstration(demonstrationRoles, next)}
<p class="govuk-body">Families and young people do not need to sign in. <a class="govuk-link" href="/">Go to the Local Offer</a>.</p>`,
  }
}

/** The same whether or not the address is known, so that nobody can find out who works here. */
export function linkSentPage(minutes: number): Page {
  return {
    title: 'Check your email',
    breadcrumbs: signIn,
    body: html`<h1 class="govuk-heading-l">Check your email</h1>
<p class="govuk-body">If we know your address, we have sent a link to it. It works once, for ${minutes} minutes.</p>
<p class="govuk-body">Nothing there? Look in your junk mail, check the address, or <a class="govuk-link" href="/sign-in/">ask for another link</a>.</p>`,
  }
}

/** Where the link in the email leads: only its button signs in, so mail scanners cannot use the link up. */
export function confirmPage(token: string, next: string | undefined): Page {
  return {
    title: 'Finish signing in',
    breadcrumbs: signIn,
    body: html`<h1 class="govuk-heading-l">Finish signing in</h1>
<p class="govuk-body">Did you ask for this link? Then press the button. If you did not, close this page.</p>
<form method="post" action="/sign-in/confirm/">
<input type="hidden" name="token" value="${token}">
${nextField(next)}
<button type="submit" class="govuk-button">Sign in</button>
</form>`,
  }
}

/** For a link that is unknown, used or too old. */
export function linkRefusedPage(minutes: number): Page {
  return {
    title: 'This link does not work any more',
    breadcrumbs: signIn,
    body: html`<h1 class="govuk-heading-l">This link does not work any more</h1>
<p class="govuk-body">Each link works once, for ${minutes} minutes. You can ask for a new one now.</p>
<p class="govuk-body"><a class="govuk-link" href="/sign-in/">Ask for a new link</a></p>`,
  }
}

/** For a form that another site sent, or that was too old to be trusted. */
export function notOursPage(publicUrl: string): Page {
  return {
    title: 'We could not do that',
    breadcrumbs: signIn,
    body: html`<h1 class="govuk-heading-l">We could not do that</h1>
<p class="govuk-body">The form did not come from a page that you have open here. Nothing was changed.</p>
<p class="govuk-body"><a class="govuk-link" href="${publicUrl}/sign-in/">Open the sign-in page</a> and try again.</p>`,
  }
}

/** For too many links in a short time. */
export function tooManyLinksPage(minutes: number): Page {
  return {
    title: 'Too many links',
    breadcrumbs: signIn,
    body: html`<h1 class="govuk-heading-l">Too many links</h1>
<p class="govuk-body">Many links were asked for in a short time. Look in your email for the last one, or try again in ${minutes} minutes.</p>`,
  }
}

/** Asks before signing out, and works without scripts. */
export function signOutPage(name: string, csrfToken: string): Page {
  return {
    title: 'Sign out',
    breadcrumbs: home,
    body: html`<h1 class="govuk-heading-l">Sign out</h1>
<p class="govuk-body">You are signed in as ${name}.</p>
<form method="post" action="/sign-out/">
<input type="hidden" name="csrf" value="${csrfToken}">
<button type="submit" class="govuk-button">Sign out</button>
</form>`,
  }
}

/** What whoever has just signed out sees, with the way back in. */
export function signedOutPage(): Page {
  return {
    title: 'You are signed out',
    breadcrumbs: home,
    body: html`<h1 class="govuk-heading-l">You are signed out</h1>
<p class="govuk-body"><a class="govuk-link" href="/sign-in/">Sign in again</a> or <a class="govuk-link" href="/">go to the Local Offer</a>.</p>`,
  }
}

/** For somebody who is signed in, but without the right that a page asks for. `menu` leads to the pages they may open. */
export function notAllowedPage(name: string, menu: Html | null): Page {
  return {
    title: 'You cannot open this page',
    breadcrumbs: home,
    body: html`${menu}<h1 class="govuk-heading-l">You cannot open this page</h1>
<p class="govuk-body">You are signed in as ${name}. This page is for people with another role.${menu !== null && ' The menu above leads to your own pages.'}</p>
<p class="govuk-body">If you need it for your work, ask your manager. Or <a class="govuk-link" href="/sign-out/">sign out</a> and sign in as somebody else.</p>`,
  }
}

const signIn = [...home, { text: 'Sign in', href: '/sign-in/' }]

function errorSummary(problem: string): Html {
  return html`<div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert">
<h2 class="govuk-error-summary__title">There is a problem</h2>
<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list"><li><a href="#email">${problem}</a></li></ul></div>
</div></div>`
}

function nextField(next: string | undefined): Html | false {
  return next !== undefined && html`<input type="hidden" name="next" value="${next}">`
}

function demonstration(roles: readonly DemonstrationRole[], next: string | undefined): Html {
  return html`<h2 class="govuk-heading-m">Try the demonstration</h2>
<p class="govuk-body">On this machine you can look round without an account.</p>
<form method="post" action="/sign-in/demonstration/">
${nextField(next)}
<div class="govuk-button-group">${roles.map(
    (role) =>
      html`<button type="submit" class="govuk-button govuk-button--secondary" name="role" value="${role}">Sign in as ${role}</button>`,
  )}</div>
</form>`
}
