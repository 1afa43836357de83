import { type FormState, lineField, problemSummary, textField, tickBox } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import { longestMessage } from '#protocol/conversation.ts'
import { addresses } from '#protocol/http.ts'
import type { Area } from '#records/area.ts'
import { telephoneLink } from '#records/telephone.ts'

/** Below the field of a message, wherever one is written on a page of ours. */
export const textHint = `Up to ${longestMessage.toLocaleString('en-GB')} characters. Do not write bank details or passwords.`
const emailHint =
  'We email you when there is an answer. The answer itself is never in an email: a private link opens it.'
export const callBackWhenHint = 'For example “after 4pm” or “not on Fridays”.'

export interface MessageFormState extends FormState<MessageField> {
  clientConversationId: string
  /** when somebody reads it, in one sentence */
  whoReads: string
  /** the last day for the answer, like "Tuesday 24 November"; null when it cannot be promised */
  answeredBy: string | null
  /** the number of the conversation that this device has open; undefined when it has none */
  earlierReference: string | undefined
}

export const messageFields = [
  'about',
  'text',
  'name',
  'email',
  'telephone',
  'callBack',
  'callBackWhen',
  'showEarlier',
] as const
export type MessageField = (typeof messageFields)[number]

/** The form that works without JavaScript. */
export function messageFormBody(area: Area, state: MessageFormState): Html {
  return html`${problemSummary(state)}
<h1>Send us a message</h1>
${beforeYouWrite(area, state)}
<form method="post" action="/message/" novalidate>
<input type="hidden" name="clientConversationId" value="${state.clientConversationId}">
${lineField(state, 'about', 'What it is about (you can leave this out)', { type: 'text', autocomplete: 'off' })}
${textField(state, 'text', 'Your message', { hint: textHint, rows: 8 })}
${lineField(state, 'name', 'Your name (you can leave this out)', { type: 'text', autocomplete: 'name' })}
${lineField(state, 'email', 'Your email address (you can leave this out)', { type: 'email', autocomplete: 'email', hint: emailHint })}
${lineField(state, 'telephone', 'Your telephone number (you can leave this out)', { type: 'tel', autocomplete: 'tel' })}
${tickBox(state, 'callBack', 'Please ring me', 'We need your telephone number for this.')}
${lineField(state, 'callBackWhen', 'When can we ring you? (you can leave this out)', { type: 'text', autocomplete: 'off', hint: callBackWhenHint })}
${state.earlierReference !== undefined && tickBox(state, 'showEarlier', 'Let the navigator see what we wrote before', showEarlierHint(state.earlierReference))}
<button type="submit" class="govuk-button">Send message</button>
</form>`
}

/** The box is never ticked by itself, and says which conversation it is about. */
function showEarlierHint(reference: string): string {
  return `Then you need not say it all again. It is about ${reference}, which is open on this device. Only tick this if it is yours.`
}

/** The page after sending. */
export function messageSentBody(area: Area, sent: MessageSent): Html {
  return html`<h1>We have your message</h1>
<p>Your reference number is <strong class="reference">${sent.reference}</strong>. Write it down if you want to ask about it later.</p>
<h2>What happens next</h2>
<p>A navigator reads your message.${sent.answeredBy && ` We answer by the end of ${sent.answeredBy}.`}</p>
${howWeAnswer(area, sent)}
<p>You can <a href="${addresses.conversation}">read your message again and add to it</a> on this device for 7 days.</p>
${dangerNotice(area)}`
}

/** What was stored, and how it can be answered. */
export interface MessageSent {
  reference: string
  /** the last day for the answer, like "Tuesday 24 November"; null when it cannot be promised */
  answeredBy: string | null
  email: boolean
  telephone: boolean
  callBack: boolean
}

function howWeAnswer(area: Area, { email, telephone, callBack }: MessageSent): Html {
  const ring = callBack && html`<p>You asked us to ring you. We use the number that you gave.</p>`
  if (email)
    return html`<p>We have sent you an email with a private link. We email you again when there is an answer.</p>${ring}`
  if (ring) return ring
  if (telephone) return html`<p>We use the telephone number that you gave to answer you.</p>`
  return html`<p>You gave no email address or telephone number. For 7 days you can read our answer on this device, on the <a href="${addresses.conversation}">page of your conversation</a>. Or call us on ${callLink(area.contact.telephone)}.</p>`
}

function beforeYouWrite(area: Area, state: MessageFormState): Html {
  const answer = state.answeredBy && `We answer by the end of ${state.answeredBy}.`
  return html`${dangerNotice(area)}
<p>${state.whoReads} ${answer}</p>
<p>${area.helpdesk.privacyPromise}</p>
<p>We remove the text after ${area.helpdesk.retentionDays} days.</p>`
}

/** What to do when somebody is in danger now. */
export function dangerNotice(area: Area): Html {
  const { call, childConcern, childConcernLink, childConcernTelephone, outOfHoursTelephone } = area.emergency
  return html`<div class="notice notice--danger">
<p class="notice__title">This is not an emergency service</p>
<p>If someone is in danger now, call ${callLink(call)}.</p>
<p>${childConcernLink ? html`<a href="${childConcernLink}">${childConcern}</a>` : childConcern}${childConcernTelephone && html` Call ${callLink(childConcernTelephone)}.`}${outOfHoursTelephone && html` In the evening, at night and at weekends call ${callLink(outOfHoursTelephone)}.`}</p>
</div>`
}

/** A telephone number that can be pressed. */
export function callLink(telephone: string): Html {
  return html`<a href="${telephoneLink(telephone)}">${telephone}</a>`
}
