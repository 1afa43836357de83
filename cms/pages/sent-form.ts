import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Html, html } from '#platform/pages/html.ts'
import { fieldsOf } from '#platform/pages/sent-fields.ts'
import { CmsRefusal } from '../refusals.ts'
import { type Person, personOf } from '../rights/person-of.ts'
import { isOwnForm, type PageParts, refuseForeignPage, sendPage } from './page-parts.ts'

/**
 * Who sends a form that somebody typed into. When their sign-in has ended it is nobody, and the answer is a page that holds
 * all that they typed, to be sent to `address` once they are back.
 *
 * @throws CmsRefusal when the form comes from no page of ours, or the person may not work here
 */
export async function senderOf(
  parts: PageParts,
  request: FastifyRequest,
  reply: FastifyReply,
  address: string,
): Promise<Sender | undefined> {
  refuseForeignPage(parts, request)
  try {
    const person = await personOf(parts, request)
    return { ...person, isBack: !isOwnForm(parts, request, person.signedIn) }
  } catch (error) {
    if (!(error instanceof CmsRefusal && error.kind === 'not-signed-in')) throw error
    const body = signInToSendPage(address, pairsOf(fieldsOf(request.body)))
    sendPage(parts, reply, { title: 'Your sign-in has ended', body }, 401)
    return undefined
  }
}

export interface Sender extends Person {
  /** They have signed in again since the page of the form was opened: it is shown once more, and nothing is done. */
  readonly isBack: boolean
}

/** What the form says when its page was opened before they signed in again: nothing is done until they send it once more. */
export const signedInAgain = {
  field: 'form',
  message: 'You have signed in again. Look through what you typed and send it once more.',
} as const

function signInToSendPage(address: string, fields: readonly (readonly [string, string])[]): Html {
  return html`<h1>Your sign-in has ended</h1>
<p>Nothing that you typed is lost, as long as you leave this page open.</p>
<ol>
<li><a href="/sign-in/?next=${encodeURIComponent(address)}" target="_blank">Sign in (opens in a new tab)</a></li>
<li>Come back to this tab and press the button.</li>
</ol>
<form method="post" action="${address}">
${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button type="submit" class="govuk-button">I have signed in: go on</button>
</form>
<p>You cannot sign in? Ask an editor at the council whether you still have an account.</p>`
}

/** All fields of a form again, as a page keeps them. */
function pairsOf(fields: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().flatMap((each): [string, string][] => (typeof each === 'string' ? [[name, each]] : [])),
  )
}
