import { type Html, html } from '#platform/pages/html.ts'

/** When somebody sends the form after their sign-in has ended: a page that holds all that they typed. */
export function signInToSendPage(address: string, fields: readonly (readonly [string, string])[]): Html {
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
export function pairsOf(fields: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().flatMap((each): [string, string][] => (typeof each === 'string' ? [[name, each]] : [])),
  )
}
