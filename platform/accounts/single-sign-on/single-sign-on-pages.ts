import { type Html, html } from '../../pages/html.ts'
import { home, type Page } from '../../pages/shell.ts'

/** What the sign-in page says about the council's own accounts: the button, or that it does not answer right now. */
export function singleSignOnPart({ name, isUnreachable }: SingleSignOnShown, next: string | undefined): Html {
  const address = next === undefined ? startPath : `${startPath}?${new URLSearchParams({ next })}`
  return html`<p class="govuk-body"><a class="govuk-button" href="${address}" rel="nofollow">Sign in with ${name}</a></p>
${isUnreachable && html`<p class="govuk-body">That does not answer right now. You can try it, or use a link by email.</p>`}
<h2 class="govuk-heading-m">Or get a link by email</h2>`
}

/** Where signing in with the identity provider begins. */
export const startPath = '/sign-in/council/'

export interface SingleSignOnShown {
  /** completes “Sign in with …” */
  name: string
  /** it did not answer when it was asked last */
  isUnreachable: boolean
}

/** Why nobody was signed in, each with a way on. */
export type NotSignedIn = 'unreachable' | 'stale' | 'refused' | 'nobody' | 'unverified' | 'linked-to-another'

/** Says why nobody was signed in, with its status. */
export function notSignedInPage(why: NotSignedIn, name: string): { page: Page; status: number } {
  const { title, sentence, status } = reasons[why]
  return {
    status,
    page: {
      title,
      breadcrumbs: [...home, { text: 'Sign in', href: '/sign-in/' }],
      body: html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${sentence(name)}</p>
<p class="govuk-body"><a class="govuk-link" href="/sign-in/">Go to the sign-in page</a></p>`,
    },
  }
}

const reasons: Readonly<
  Record<NotSignedIn, { title: string; sentence: (name: string) => string; status: number }>
> = {
  unreachable: {
    title: 'That does not answer right now',
    sentence: (name) =>
      `We could not reach the service that checks ${name}. Try again in a few minutes, or ask for a link by email on the sign-in page.`,
    status: 503,
  },
  stale: {
    title: 'Please sign in again',
    sentence: () =>
      'This sign-in was used already, took too long, or was begun in another browser. Nothing is wrong with your account.',
    status: 400,
  },
  refused: {
    title: 'You are not signed in',
    sentence: (name) =>
      `Signing in with ${name} was stopped or did not work. You can try again, or ask for a link by email.`,
    status: 400,
  },
  nobody: {
    title: 'There is no account for you here yet',
    sentence: (name) =>
      `You signed in with ${name}, but nobody has invited you to the Local Offer. Ask whoever looks after accounts at your council to invite you, with the same email address.`,
    status: 403,
  },
  unverified: {
    title: 'We could not be sure who you are',
    sentence: (name) =>
      `The service that checks ${name} did not confirm your email address. Ask for a link by email instead, and tell whoever looks after accounts at your council.`,
    status: 403,
  },
  'linked-to-another': {
    title: 'This account belongs to another sign-in',
    sentence: () =>
      'Somebody else signed in with this email address before. Ask whoever looks after accounts at your council to remove the old account and invite you.',
    status: 403,
  },
}
