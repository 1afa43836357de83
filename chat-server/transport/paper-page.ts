import { type FormState, lineField, problemSummary, textField, tickBox } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import { addresses } from '#protocol/http.ts'
import type { PaperChoice } from '#protocol/paper.ts'
import type { Area } from '#records/area.ts'
import type { PaperItem } from '../domain/paper.ts'
import { callLink, dangerNotice } from './message-page.ts'

export const paperFields = [
  'text',
  'name',
  'address',
  'postcode',
  'largePrint',
  'easyRead',
  'email',
  'telephone',
] as const
export type PaperField = (typeof paperFields)[number]

export interface PaperFormState extends FormState<PaperField> {
  clientConversationId: string
  /** what was chosen, as it travels with the form */
  choice: PaperChoice
  /** the pages among it that the site has */
  items: readonly PaperItem[]
  /** when somebody reads it, in one sentence */
  whoReads: string
  /** the last day for posting, like "Tuesday 24 November"; null when it cannot be promised */
  postedBy: string | null
}

/** The form for a copy by post. It works without JavaScript. */
export function paperFormBody(area: Area, state: PaperFormState): Html {
  const { choice, items } = state
  const hasItems = items.length > 0
  return html`${problemSummary(state)}
<h1>Post me a copy</h1>
<p>We print it and post it to you. It is free.${state.postedBy && ` We post it by the end of ${state.postedBy}.`}</p>
${dangerNotice(area)}
<p>${state.whoReads} Only navigators read what you write here. ${area.helpdesk.privacyPromise}</p>
<p>We remove your name and address after ${area.helpdesk.retentionDays} days.</p>
${
  hasItems &&
  html`<h2>What we post</h2>
<ul>${items.map(({ title }) => html`<li>${title}</li>`)}</ul>`
}
<form method="post" action="${addresses.paperForm}" novalidate>
<input type="hidden" name="clientConversationId" value="${state.clientConversationId}">
<input type="hidden" name="page" value="${choice.page}">
<input type="hidden" name="easy" value="${choice.easy}">
<input type="hidden" name="services" value="${choice.services.join(',')}">
${!hasItems && wordsField(state, 'What should we post?', 'For example the name of a guide, or services near you for a need. Write what you are looking for if you do not know the name.')}
${lineField(state, 'name', 'Your name', { type: 'text', autocomplete: 'name', hint: 'As it should stand on the envelope.' })}
${textField(state, 'address', 'Your address', { hint: 'House, street and town. Choose a place where it is safe for you to get post.', rows: 4 })}
${lineField(state, 'postcode', 'Postcode', { type: 'text', autocomplete: 'postal-code', hint: 'For example M33 2UG.' })}
${tickBox(state, 'largePrint', 'In large print', 'Letters about twice as big.')}
${tickBox(state, 'easyRead', 'In Easy Read', 'Short sentences with pictures, where we have it.')}
${lineField(state, 'telephone', 'Your telephone number (you can leave this out)', { type: 'tel', autocomplete: 'tel', hint: 'If we have a question.' })}
${lineField(state, 'email', 'Your email address (you can leave this out)', { type: 'email', autocomplete: 'email', hint: 'If we have a question.' })}
${hasItems && wordsField(state, 'Is there anything else? (you can leave this out)', 'Do not write bank details or passwords.')}
<button type="submit" class="govuk-button">Post it to me</button>
</form>`
}

/** The page after sending. */
export function paperSentBody(area: Area, sent: { reference: string; postedBy: string | null }): Html {
  return html`<h1>We will post it to you</h1>
<p>Your reference number is <strong class="reference">${sent.reference}</strong>. Write it down if you want to ask about it later.</p>
<h2>What happens next</h2>
<p>A navigator prints it and puts it in the post.${sent.postedBy && ` We post it by the end of ${sent.postedBy}.`} Then the post takes a few days.</p>
<p>Does it not come? Call us on ${callLink(area.contact.telephone)} and say the reference number.</p>
<p><a href="/">Go to the start page</a></p>
${dangerNotice(area)}`
}

function wordsField(state: PaperFormState, label: string, hint: string): Html {
  return textField(state, 'text', label, { hint, rows: 4 })
}
