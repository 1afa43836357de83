import { type FormState, lineField, problemSummary, textField } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import { type Card, cardKindWords } from '#protocol/cards.ts'
import type { Message } from '#protocol/conversation.ts'
import { addresses } from '#protocol/http.ts'
import { linksInText, type TextPart } from '#protocol/links-in-text.ts'
import type { Area } from '#records/area.ts'
import { nameOf, sayWhen } from '../conversation-copy.ts'
import { callBackWhenHint, callLink, dangerNotice, textHint } from './message-page.ts'

/** What the page of a conversation shows. */
export interface ConversationPageState extends FormState<ConversationField> {
  reference: string
  ended: boolean
  /** where it stands, in sentences */
  standing: string
  messages: readonly Message[]
  /** an address for answers is known */
  emailLeft: boolean
  /** asked for already */
  callBack: boolean
  /** made with the page, so that pressing Send twice stores one answer */
  clientMessageId: string
  /** the same for a new message, when this one takes no more */
  clientConversationId: string
  done: Done | undefined
}

/** What can be done on the page, as its address tells it afterwards. */
export const doneWords = {
  sent: 'We have your answer',
  'call-back': 'You have asked us to ring you',
  'emails-stopped': 'We will not email you again',
} as const
export type Done = keyof typeof doneWords

export const conversationFields = ['text', 'telephone', 'callBackWhen'] as const
export type ConversationField = (typeof conversationFields)[number]

/** A conversation to read and continue, without JavaScript. */
export function conversationBody(area: Area, state: ConversationPageState): Html {
  return html`${problemSummary(state)}${state.done && html`<div class="notice notice--done" role="status"><p>${doneWords[state.done]}.</p></div>`}
<h1>Your conversation</h1>
<p>Your reference number is <strong class="reference">${state.reference}</strong>.</p>
<p>${state.standing}</p>
<h2>What was said</h2>
<ol class="said">${state.messages.map(messageItem)}</ol>
${state.ended ? afterTheEnd(state) : whatToDo(area, state)}
<h2>Keep a copy</h2>
<p><a href="${addresses.conversation}copy/">Download a copy as plain text</a></p>
<h2>Close it on this device</h2>
<p>On a device that others use, close the conversation when you have finished. Nobody can then read it here without a private link.</p>
<form method="post" action="${addresses.conversation}close/"><button type="submit" class="govuk-button govuk-button--secondary">Close it on this device</button></form>
${state.emailLeft && stopEmails}
${dangerNotice(area)}`
}

const stopEmails = html`<h2>Stop the emails</h2>
<p>Does somebody else read your email? We can remove your address. Then we do not email you again, and the private links in our emails open nothing any more.</p>
<form method="post" action="${addresses.conversation}stop-emails/"><button type="submit" class="govuk-button govuk-button--secondary">Stop the emails</button></form>`

/** The field and button that send words on as a message of their own, so that they are not lost. */
export function sendAsNewMessage(text: string, clientConversationId: string): Html {
  const state: FormState<'text'> = { typed: { text }, problems: [] }
  return html`<h2>What you wrote was not sent</h2>
<form method="post" action="${addresses.messageForm}" novalidate>
<input type="hidden" name="clientConversationId" value="${clientConversationId}">
${textField(state, 'text', 'Your message', { hint: textHint, rows: 8 })}
<button type="submit" class="govuk-button">Send it as a new message</button>
</form>`
}

function messageItem(message: Message): Html {
  const when = html`<span class="note">${sayWhen(message.sentAt)}</span>`
  if (message.author === 'notice')
    return html`<li class="said__item said__item--notice"><p>${message.text} ${when}</p></li>`
  return html`<li class="said__item${message.author === 'visitor' && ' said__item--own'}"><p><strong>${nameOf(message)}</strong> ${when}</p>
${message.text !== '' && html`<p class="said__text" dir="auto">${linksInText(message.text).map(textPart)}</p>`}
${message.card && cardPart(message.card)}</li>`
}

function cardPart({ kind, path, title, summary }: Card): Html {
  return html`<div class="said__card"><p class="note">${cardKindWords[kind]}</p>
<p><a href="${path}">${title}</a></p>
${summary !== '' && html`<p>${summary}</p>`}</div>`
}

function textPart({ text, href }: TextPart): Html {
  if (href === null) return html`${text}`
  return html`<a href="${href}" rel="noopener noreferrer nofollow">${text}</a>`
}

function afterTheEnd(state: ConversationPageState): Html {
  const { text } = state.typed
  if (text) return sendAsNewMessage(text, state.clientConversationId)
  return html`<h2>Write to us again</h2>
<p><a href="${addresses.messageForm}">Send us a new message</a> or <a href="/chat/">start a new chat</a>. If you like, you can let the navigator see what is written here. Then you need not say it all again.</p>`
}

function whatToDo(area: Area, state: ConversationPageState): Html {
  return html`<h2>Write to us</h2>
<form method="post" action="${addresses.conversation}answer/" novalidate>
<input type="hidden" name="clientMessageId" value="${state.clientMessageId}">
${textField(state, 'text', 'Your message', { hint: textHint, rows: 6 })}
<button type="submit" class="govuk-button">Send</button>
</form>
<p>In our opening hours you can also <a href="/chat/">talk to us in the chat</a>. It shows this conversation. Or call us on ${callLink(area.contact.telephone)}.</p>
<h2>Shall we ring you?</h2>
${state.callBack && html`<p>You have asked us to ring you. You can change the number or the time here.</p>`}
<form method="post" action="${addresses.conversation}call-back/" novalidate>
${lineField(state, 'telephone', 'Your telephone number', { type: 'tel', autocomplete: 'tel' })}
${lineField(state, 'callBackWhen', 'When can we ring you? (you can leave this out)', { type: 'text', autocomplete: 'off', hint: callBackWhenHint })}
<button type="submit" class="govuk-button govuk-button--secondary">Please ring me</button>
</form>`
}
