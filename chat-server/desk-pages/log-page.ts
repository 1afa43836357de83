import { type Choice, radioField, selectField } from '#platform/pages/choice-fields.ts'
import { type FormState, lineField, problemSummary, textField } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import type { ShownPage } from '#platform/pages/staff-page-routes.ts'
import { channelNames } from '#protocol/conversation.ts'
import { conversationTags, tagLabel } from '#records/conversation-tags.ts'
import { sayMoment } from '../domain/opening-hours.ts'
import type { StoredConversation } from '../storage/conversation-rows.ts'
import { deskPathOf } from './desk-path.ts'

export const logPath = '/desk/log/'

export const logFields = ['channel', 'text', 'name', 'tag', 'reach', 'next', 'on'] as const
export type LogField = (typeof logFields)[number]

/** One line of the log. */
export interface LogLine {
  conversation: StoredConversation
  /** the beginning of what was said; null when there is nothing to show */
  excerpt: string | null
}

export interface LogView extends FormState<LogField> {
  clientConversationId: string
  csrf: Html
  lines: readonly LogLine[]
  /** an officer leaves follow-ups to navigators, and sees their own entries */
  isOfficer: boolean
  /** the reference of what was just written down */
  saved: string | undefined
  /** ms UTC */
  now: number
}

/** The log: a form for a call or a visit, and what was written down last. */
export function logPage(view: LogView): ShownPage {
  const title = 'Calls, visits and paper'
  return {
    title: view.problems.length > 0 ? `Error: ${title}` : title,
    status: view.problems.length > 0 ? 400 : 200,
    body: html`${problemSummary(view)}
<h1>${title}</h1>
<p>Write down here what families say on the telephone or face to face, so that nobody has to ask them twice.</p>
${view.saved !== undefined && html`<div class="notice notice--done" role="status"><p>Written down as <strong class="reference">${view.saved}</strong>.</p></div>`}
<h2>Log a call or visit</h2>
${logForm(view)}
<h2>${view.isOfficer ? 'What you wrote down' : 'The latest'}</h2>
${view.lines.length === 0 ? html`<p>Nothing is written down yet.</p>` : html`<ul class="log-list">${view.lines.map((line) => logLine(line, view))}</ul>`}`,
  }
}

function logForm(view: LogView): Html {
  const next: readonly Choice[] = [
    { id: 'done', label: 'Nothing, it is done' },
    ...(view.isOfficer ? [] : [{ id: 'mine', label: 'I follow it up' }]),
    { id: 'others', label: 'A navigator follows it up' },
  ]
  return html`<form method="post" action="${logPath}" novalidate class="log-form">
${view.csrf}<input type="hidden" name="clientConversationId" value="${view.clientConversationId}">
${radioField(view, 'channel', 'What was it?', [
  { id: 'telephone', label: 'A call' },
  { id: 'visit', label: 'A visit' },
])}
${textField(view, 'text', 'What was said', { hint: 'In a few words. The family may ask to read it.', rows: 4 })}
${lineField(view, 'name', 'Who (you can leave this out)', { type: 'text', autocomplete: 'off' })}
${selectField(view, 'tag', 'What about (you can leave this out)', { choices: conversationTags, none: 'Not said' })}
${lineField(view, 'reach', 'How to reach them (you can leave this out)', { type: 'text', autocomplete: 'off', hint: 'A telephone number or an email address.' })}
${radioField(view, 'next', 'What is to be done?', next)}
${!view.isOfficer && lineField(view, 'on', 'Follow up on', { type: 'date', autocomplete: 'off', hint: 'If you follow it up yourself.' })}
<button type="submit" class="govuk-button">Save</button>
</form>`
}

function logLine({ conversation, excerpt }: LogLine, { now, isOfficer }: LogView): Html {
  const { id, channel, visitorName, tags, reference, startedAt } = conversation
  const facts = [channelNames[channel], visitorName ?? 'No name given', ...tags.map(tagLabel)]
  return html`<li class="log-line">
<p class="log-line__facts"><strong>${facts.join(' · ')}</strong></p>
${excerpt !== null && html`<p class="log-line__text">${excerpt}</p>`}
<p class="note">${sayMoment(startedAt, now)} · ${standingInWords(conversation)} · ${isOfficer ? reference : html`<a href="${deskPathOf(id)}">${reference}</a>`}</p>
</li>`
}

function standingInWords({ state, navigatorName }: StoredConversation): string {
  if (state === 'ended') return navigatorName === null ? 'Done' : `Done, ${navigatorName}`
  return state === 'waiting' ? 'Waits for a navigator' : `With ${navigatorName ?? 'a navigator'}`
}

/** How much is shown of what was said. */
export function excerptOf(text: string): string {
  const characters = Array.from(text)
  return characters.length <= 200 ? text : `${characters.slice(0, 199).join('')}…`
}
