import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Html, html } from '#platform/pages/html.ts'
import { fieldsOf } from '#platform/pages/sent-fields.ts'
import { CmsRefusal } from '../refusals.ts'
import { type Person, personOf } from '../rights/person-of.ts'
import { type PageParts, sendPage } from './page-parts.ts'

/** Who sends a form. When their sign-in has ended it is nobody, and the answer is a page that holds all that they typed. */
export async function senderOf(
  parts: PageParts,
  request: FastifyRequest,
  reply: FastifyReply,
  address: string,
): Promise<Person | undefined> {
  try {
    return await personOf(parts, request)
  } catch (error) {
    if (!(error instanceof CmsRefusal && error.kind === 'not-signed-in')) throw error
    const body = signInToSendPage(address, pairsOf(fieldsOf(request.body)))
    sendPage(parts, reply, { title: 'Your sign-in has ended', body }, 401)
    return undefined
  }
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
</form>`
}

/** All fields of a form again, as a page keeps them. */
function pairsOf(fields: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().flatMap((each): [string, string][] => (typeof each === 'string' ? [[name, each]] : [])),
  )
}
