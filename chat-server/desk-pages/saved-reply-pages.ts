import { type FormState, lineField, problemSummary, textField } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import type { ShownPage } from '#platform/pages/staff-page-routes.ts'
import { placeholders } from '#protocol/reply-placeholders.ts'
import type { StoredReply } from '../storage/saved-replies.ts'

export const repliesPath = '/desk/replies/'

export const replyFields = ['title', 'text', 'easyText'] as const
export type ReplyField = (typeof replyFields)[number]

/** The team's replies and one's own. */
export function replyListPage(view: ReplyListView): ShownPage {
  const { team, own, isLead, csrf } = view
  return {
    title: 'Saved replies',
    body: html`${doneNotice(view)}
<h1>Saved replies</h1>
<p>Words that you use again and again. In a conversation, press “Saved replies” above the box, or type / at its start. You can change the words before you send them.</p>
<h2>The team’s replies</h2>
<p>${isLead ? 'Everybody at the desk uses these. They speak for the council, so only leads change them.' : 'Everybody at the desk uses these. Leads change them; you can make your own copy of any.'}</p>
${isLead && html`<p><a class="govuk-button govuk-button--secondary" href="${repliesPath}new/?for=team">Add a reply for the team</a></p>`}
${team.length === 0 ? html`<p>The team has no replies yet.</p>` : team.map((reply) => replyItem(reply, { mayChange: isLead, csrf }))}
<h2>Your own replies</h2>
<p>Only you see these.</p>
<p><a class="govuk-button govuk-button--secondary" href="${repliesPath}new/">Add a reply of your own</a></p>
${own.length === 0 ? html`<p>You have none yet.</p>` : own.map((reply) => replyItem(reply, { mayChange: true, csrf }))}`,
  }
}

export interface ReplyListView {
  team: readonly StoredReply[]
  own: readonly StoredReply[]
  isLead: boolean
  /** the hidden field of a form */
  csrf: Html
  /** what was done just now, and to which reply */
  done: { what: 'saved' | 'removed' | 'restored'; reply: StoredReply } | undefined
}

/** The form to write or change a reply. */
export function replyFormPage(view: ReplyFormView): ShownPage {
  const { state, newId, team, csrf, action, theirs } = view
  const isNew = newId !== undefined
  const heading = isNew ? 'Add a saved reply' : 'Change a saved reply'
  return {
    title: `${state.problems.length > 0 ? 'Error: ' : ''}${heading}`,
    ...(state.problems.length > 0 && { status: theirs === undefined ? 400 : 409 }),
    body: html`${problemSummary(state)}
<h1>${heading}</h1>
<p>${team ? 'Everybody at the desk will use this.' : 'Only you will see this.'}</p>
${theirs && html`<section aria-labelledby="theirs"><h2 id="theirs">As it is now</h2>${replyTexts(theirs)}</section><h2>What you wrote</h2>`}
<form method="post" action="${action}" novalidate>
${csrf}
${view.seen !== undefined && html`<input type="hidden" name="seen" value="${view.seen}">`}
${isNew && html`<input type="hidden" name="id" value="${newId}">`}
${team && isNew && html`<input type="hidden" name="for" value="team">`}
${lineField(state, 'title', 'Title', { type: 'text', autocomplete: 'off', hint: 'A few words by which you find it again. Families do not see it.' })}
${textField(state, 'text', 'Reply', { hint: 'Short sentences. You can use the words in curly brackets below.', rows: 6 })}
${textField(state, 'easyText', 'The same in Easy Read words (you can leave this out)', { hint: 'One idea in each sentence. For families who told us that they use Easy Read or short sentences, this comes first.', rows: 6 })}
<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Words in curly brackets that we fill in</span></summary>
<div class="govuk-details__text"><dl class="staff-facts">${Object.entries(placeholders).map(
      ([name, meaning]) => html`<div><dt>{${name}}</dt><dd>${meaning}</dd></div>`,
    )}</dl>
<p>When a family gave no name, “Hello {name},” becomes “Hello,”. A sentence with anything else that we do not know is left out.</p></div></details>
<button type="submit" class="govuk-button">Save</button>
</form>
<p><a href="${repliesPath}">Go back without saving</a></p>`,
  }
}

export interface ReplyFormView {
  state: FormState<ReplyField>
  /** the id that a new one will have, however often its form is sent; undefined when one is changed */
  newId: string | undefined
  /** it is one of the team, or will be */
  team: boolean
  csrf: Html
  /** where the form goes */
  action: string
  /** when the version that was opened had been changed, ms UTC; undefined for a new one */
  seen: number | undefined
  /** as somebody else has changed it meanwhile */
  theirs: StoredReply | undefined
}

function doneNotice({ done, csrf }: ReplyListView): Html | null {
  if (!done) return null
  const { what, reply } = done
  if (what !== 'removed')
    return html`<div class="notice notice--done" role="status"><p>“${reply.title}” ${what === 'saved' ? 'is saved' : 'is back in the list'}.</p></div>`
  return html`<div class="notice notice--done"><p role="status">“${reply.title}” is removed.</p>
<form method="post" action="${repliesPath}${reply.id}/restore/">${csrf}<button type="submit" class="govuk-button govuk-button--secondary">Put it back</button></form></div>`
}

function replyItem(reply: StoredReply, { mayChange, csrf }: { mayChange: boolean; csrf: Html }): Html {
  const { id, title } = reply
  const which = html`<span class="govuk-visually-hidden"> “${title}”</span>`
  return html`<article class="saved-reply" aria-labelledby="reply-${id}">
<h3 id="reply-${id}">${title}</h3>
${replyTexts(reply)}
<div class="govuk-button-group">${
    mayChange
      ? html`<a class="govuk-button govuk-button--secondary" href="${repliesPath}${id}/">Change${which}</a>
<form method="post" action="${repliesPath}${id}/remove/">${csrf}<button type="submit" class="govuk-button govuk-button--secondary">Remove${which}</button></form>`
      : html`<a class="govuk-button govuk-button--secondary" href="${repliesPath}new/?from=${id}">Make my own copy${which}</a>`
  }</div>
</article>`
}

function replyTexts({ text, easyText }: StoredReply): Html {
  return html`<p class="saved-reply__text">${text}</p>
${easyText === null ? html`<p class="note">There are no Easy Read words yet.</p>` : html`<p class="note">In Easy Read words</p><p class="saved-reply__text">${easyText}</p>`}`
}
