import { type Html, html } from '#platform/pages/html.ts'
import { longestMessage } from '#protocol/conversation.ts'
import type { Area } from '#records/area.ts'
import { telephoneLink } from '#records/telephone.ts'

/** What the form shows: what was typed before, and what is wrong with it. */
export interface MessageFormState {
  clientConversationId: string
  typed: Partial<Record<MessageField, string>>
  problems: readonly { field: MessageField | 'form'; message: string }[]
  /** when somebody reads it, in one sentence */
  whoReads: string
  /** the last day for the answer, like "Tuesday 24 November"; null when it cannot be promised */
  answeredBy: string | null
}

export type MessageField = 'about' | 'text' | 'name' | 'email' | 'telephone'

/** The form that works without JavaScript. */
export function messageFormBody(area: Area, state: MessageFormState): Html {
  return html`${problemSummary(state)}
<h1>Send us a message</h1>
${beforeYouWrite(area, state)}
<form method="post" action="/message/" novalidate>
<input type="hidden" name="clientConversationId" value="${state.clientConversationId}">
${lineField(state, 'about', 'What it is about (you can leave this out)', { type: 'text', autocomplete: 'off' })}
${textField(state)}
${lineField(state, 'name', 'Your name (you can leave this out)', { type: 'text', autocomplete: 'name' })}
${lineField(state, 'email', 'Your email address (you can leave this out)', { type: 'email', autocomplete: 'email' })}
${lineField(state, 'telephone', 'Your telephone number (you can leave this out)', { type: 'tel', autocomplete: 'tel' })}
<button type="submit" class="govuk-button">Send message</button>
</form>`
}

/** The page after sending. */
export function messageSentBody(
  area: Area,
  sent: { reference: string; answeredBy: string | null; canReach: boolean },
): Html {
  return html`<h1>We have your message</h1>
<p>Your reference number is <strong>${sent.reference}</strong>. Write it down if you want to ask about it later.</p>
<h2>What happens next</h2>
<p>A navigator reads your message.${sent.answeredBy && ` We answer by the end of ${sent.answeredBy}.`}</p>
${
  sent.canReach
    ? html`<p>We use the email address or telephone number that you gave to answer you.</p>`
    : html`<p>You gave no email address or telephone number. For 7 days you can read our answer on this device, on the <a href="/chat/">chat page</a>. Or call us on ${callLink(area.contact.telephone)}.</p>`
}
${dangerNotice(area)}`
}

function beforeYouWrite(area: Area, state: MessageFormState): Html {
  const answer = state.answeredBy && `We answer by the end of ${state.answeredBy}.`
  return html`${dangerNotice(area)}
<p>${state.whoReads} ${answer}</p>
<p>${area.helpdesk.privacyPromise}</p>
<p>We remove the text after ${area.helpdesk.retentionDays} days.</p>`
}

function dangerNotice(area: Area): Html {
  const { call, childConcern, childConcernLink, childConcernTelephone } = area.emergency
  return html`<div class="notice notice--danger">
<p class="notice__title">This is not an emergency service</p>
<p>If someone is in danger now, call ${callLink(call)}.</p>
<p>${childConcernLink ? html`<a href="${childConcernLink}">${childConcern}</a>` : childConcern}${childConcernTelephone && html` Call ${callLink(childConcernTelephone)}.`}</p>
</div>`
}

function callLink(telephone: string): Html {
  return html`<a href="${telephoneLink(telephone)}">${telephone}</a>`
}

function problemSummary({ problems }: MessageFormState): Html | null {
  if (problems.length === 0) return null
  return html`<div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert">
<h2 class="govuk-error-summary__title">There is a problem</h2>
<ul class="govuk-list govuk-error-summary__list">${problems.map(({ field, message }) =>
    field === 'form' ? html`<li>${message}</li>` : html`<li><a href="#${field}">${message}</a></li>`,
  )}</ul>
</div></div>`
}

function textField(state: MessageFormState): Html {
  const problem = problemOf(state, 'text')
  const described = problem ? 'text-hint text-error' : 'text-hint'
  return html`<div class="govuk-form-group${problem && ' govuk-form-group--error'}">
<label class="govuk-label govuk-label--m" for="text">Your message</label>
<div id="text-hint" class="govuk-hint">Up to ${longestMessage.toLocaleString('en-GB')} characters. Do not write bank details or passwords.</div>
${problem && errorMessage('text', problem)}
<textarea class="govuk-textarea${problem && ' govuk-textarea--error'}" id="text" name="text" rows="8" aria-describedby="${described}">${state.typed.text}</textarea>
</div>`
}

function lineField(
  state: MessageFormState,
  field: MessageField,
  label: string,
  input: { type: string; autocomplete: string },
): Html {
  const problem = problemOf(state, field)
  return html`<div class="govuk-form-group${problem && ' govuk-form-group--error'}">
<label class="govuk-label" for="${field}">${label}</label>
${problem && errorMessage(field, problem)}
<input class="govuk-input${problem && ' govuk-input--error'}" id="${field}" name="${field}" type="${input.type}" autocomplete="${input.autocomplete}" value="${state.typed[field]}"${problem && html` aria-describedby="${field}-error"`}>
</div>`
}

function errorMessage(field: MessageField, problem: string): Html {
  return html`<p id="${field}-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${problem}</p>`
}

function problemOf(state: MessageFormState, field: MessageField): string | undefined {
  return state.problems.find((problem) => problem.field === field)?.message
}
