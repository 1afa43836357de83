import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Grant, rolesAnywhere, type SignedIn } from '#platform/accounts/grants.ts'
import type { OrganisationPeople } from '#platform/accounts/organisation-people/organisation-people.ts'
import { comesFromOurPages, isCsrfTokenOf } from '#platform/accounts/own-requests.ts'
import type { Audit } from '#platform/audit.ts'
import type { Config } from '#platform/config.ts'
import { fieldsOf } from '#platform/pages/sent-fields.ts'
import type { Page, Pages } from '#platform/pages/shell.ts'
import { betweenMenuAndFoot } from '#platform/pages/staff-pages.ts'
import type { SignedTokens } from '#platform/signed-tokens.ts'
import type { SentLetters } from '../fresh/sent-letters.ts'
import { contentRemotePath, myServicesPath, stillCorrectPath, weeklyListPath } from '../page-addresses.ts'
import type { Previews } from '../preview/previews.ts'
import type { ProgressParts } from '../publish/progress.ts'
import { notAllowed } from '../refusals.ts'
import type { RemoteChoice } from '../remote/remote-choice.ts'
import type { RemoteSync } from '../remote/remote-sync.ts'
import type { Person, PersonParts } from '../rights/person-of.ts'

/** What the plain pages of the CMS work with. */
export interface PageParts extends PersonParts {
  readonly pages: Pages
  readonly config: Pick<Config, 'publicUrl' | 'cmsOrigin'>
  readonly grantsOf: (accountId: string) => Promise<Grant[]>
  readonly organisationPeople: OrganisationPeople
  readonly tokens: SignedTokens
  readonly sentLetters: SentLetters
  readonly previews: Previews
  readonly audit: Pick<Audit, 'read'>
  readonly publication: ProgressParts['publication']
  readonly shownCommit: ProgressParts['shownCommit']
  /** Whether those who run the site went back to an earlier release. */
  readonly isRolledBack: () => boolean
  /** The remote repository, where there is one. */
  readonly remote?: RemoteParts | undefined
}

/** What the pages need of the remote repository. */
export type RemoteParts = Pick<RemoteSync, 'status' | 'request'> & { readonly choice: RemoteChoice }

/** Whether a form comes from a page of ours that this person's session opened. */
export function isOwnForm(
  { config }: PageParts,
  { headers, body }: FastifyRequest,
  signedIn: SignedIn,
): boolean {
  return comesFromOurPages(headers, config) && isCsrfTokenOf(signedIn, fieldsOf(body).csrf)
}

/** @throws CmsRefusal unless the form is one of ours, opened by this person's session */
export function refuseForeignForm(parts: PageParts, request: FastifyRequest, signedIn: SignedIn): void {
  refuseForeignPage(parts, request)
  if (!isOwnForm(parts, request, signedIn)) throw notAllowed(olderForm)
}

/** For forms that are answered without a session too. @throws CmsRefusal unless it comes from a page of ours */
export function refuseForeignPage({ config }: PageParts, { headers }: FastifyRequest): void {
  if (!comesFromOurPages(headers, config)) throw notAllowed(foreignForm)
}

const olderForm =
  'You have signed in again since you opened that page, so nothing was changed. Open it again and press the button there.'

const foreignForm = 'The form did not come from a page that you have open here. Nothing was changed.'

/** Sends a page of the CMS: never kept by a browser or a proxy. */
export function sendPage(parts: Pick<PageParts, 'pages'>, reply: FastifyReply, page: Page, status = 200) {
  return reply.code(status).type('text/html; charset=utf-8').send(parts.pages.render(page))
}

/** Sends a page that asks for a sign-in: under the menu of their pages, and it ends with who is signed in. */
export function sendOwnPage(
  parts: Pick<PageParts, 'pages'>,
  reply: FastifyReply,
  { signedIn }: Pick<Person, 'signedIn'>,
  page: Page,
  status = 200,
) {
  const body = betweenMenuAndFoot(page.body, signedIn, menuPathOf(signedIn, reply.request.url))
  return sendPage(parts, reply, { ...page, body }, status)
}

/** Sends a page that opens without a sign-in too; who is signed in gets it as one of their own. */
export async function sendOpenPage(
  parts: Pick<PageParts, 'pages' | 'whoIs'>,
  reply: FastifyReply,
  page: Page,
  status = 200,
) {
  const signedIn = await parts.whoIs(reply.request.headers)
  if (signedIn) return sendOwnPage(parts, reply, { signedIn }, page, status)
  return sendPage(parts, reply, page, status)
}

/** Under which page of the menu a page of the CMS stands that has no line of its own there. */
function menuPathOf({ grants }: Pick<SignedIn, 'grants'>, url: string): string {
  const isEditor = rolesAnywhere(grants).has('editor')
  // Editors have every service; theirs is the list of what is overdue.
  if ([myServicesPath, stillCorrectPath].some((path) => url.startsWith(path)))
    return isEditor ? weeklyListPath : myServicesPath
  if (url.startsWith('/records/services/') && !isEditor) return myServicesPath
  if (url.startsWith('/records/')) return '/admin/'
  return url.startsWith(contentRemotePath) ? weeklyListPath : url
}
