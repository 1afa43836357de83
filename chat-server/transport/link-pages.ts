import { html } from '#platform/pages/html.ts'
import { home, type Page } from '#platform/pages/shell.ts'
import { addresses } from '#protocol/http.ts'
import type { Area } from '#records/area.ts'
import { sendAsNewMessage } from './conversation-page.ts'
import { callLink, dangerNotice } from './message-page.ts'

/** Where a private link leads: only its button opens anything, so that mail scanners open nothing. */
export function confirmPage(area: Area, view: ConfirmView): Page {
  const { secret, reference, otherReference } = view
  return {
    title: 'Open your conversation',
    breadcrumbs: home,
    body: html`<h1>Open your conversation</h1>
<p>This link opens the conversation <strong class="reference">${reference}</strong>.</p>
${otherReference !== undefined && html`<p>This device has another conversation open, <strong>${otherReference}</strong>. This one takes its place here.</p>`}
<form method="post" action="${addresses.conversation}open/">
<input type="hidden" name="link" value="${secret}">
<button type="submit" class="govuk-button">Read and answer</button>
</form>
<p>This device then remembers it for 7 days, with one cookie. You can close it at any time.</p>
<p>Is this link not for you? Then close this page.</p>
${dangerNotice(area)}`,
  }
}

export interface ConfirmView {
  secret: string
  reference: string
  /** of the conversation that this device has open now, when it is another */
  otherReference: string | undefined
}

/** For a link that opens nothing: too old, replaced, cut in two by a mail program, or made up. */
export function deadLinkPage(area: Area): Page {
  return {
    title: 'This link does not open anything',
    breadcrumbs: home,
    body: html`<h1>This link does not open anything</h1>
<p>That can have good reasons. We remove what was said after ${area.helpdesk.retentionDays} days, and the link ends with it. A link also ends when another email address was left, or when the emails were stopped. Sometimes a part of the link is missing: copy the whole link from the email.</p>
${waysOn(area)}`,
  }
}

/** When this device has no conversation: never had, closed, or 7 days over. Words that were to be sent are kept. */
export function nothingHerePage(area: Area, unsent: { text: string; clientConversationId: string }): Page {
  return {
    title: 'No conversation is open on this device',
    breadcrumbs: home,
    body: html`<h1>No conversation is open on this device</h1>
<p>A device remembers a conversation for 7 days, or until it is closed. If you left an email address, the private link in our email opens it again.</p>
${unsent.text !== '' && sendAsNewMessage(unsent.text, unsent.clientConversationId)}
${waysOn(area)}`,
  }
}

/** For what could not be done; `message` says why. */
export function notDonePage(area: Area, message: string): Page {
  return {
    title: 'We could not do that',
    breadcrumbs: home,
    body: html`<h1>We could not do that</h1>
<p>${message}</p>
<p><a href="${addresses.conversation}">Go to your conversation</a></p>
${waysOn(area)}`,
  }
}

/** After closing. */
export function closedPage(area: Area): Page {
  return {
    title: 'The conversation is closed on this device',
    breadcrumbs: home,
    body: html`<h1>The conversation is closed on this device</h1>
<p>Nobody can read it here now. If you left an email address, the private link in our email still opens it.</p>
<p><a href="/">Go to the start page</a></p>
${dangerNotice(area)}`,
  }
}

function waysOn(area: Area) {
  return html`<h2>How to reach us</h2>
<ul>
<li><a href="${addresses.messageForm}">Send us a message</a>. If you have a reference number, like LO-7KQ4-2M9X, write it there.</li>
<li>Call us on ${callLink(area.contact.telephone)}.</li>
</ul>
${dangerNotice(area)}`
}
