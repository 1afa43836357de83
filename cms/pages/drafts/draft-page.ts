import { type FormState, problemSummary } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import { instantInWords } from '#platform/pages/instant-in-words.ts'
import { home, type Page } from '#platform/pages/shell.ts'
import { answeredInWords } from '#records/completeness.ts'
import { fieldNames } from '../../merge/conflict-in-words.ts'
import {
  choicePath,
  draftsPath,
  editorPath,
  historyPath,
  myServicePath,
  previewPath,
} from '../../page-addresses.ts'
import { personInWords } from '../../people-in-words.ts'
import { differenceList } from '../difference-list.ts'
import { statusInWords, untilThen, whoseInWords } from './draft-in-words.ts'
import type { ShownDraft } from './read-draft.ts'
import { rolledBackNotice } from './site-notice.ts'
import { noteForm, scheduleForm, stepButtons } from './step-forms.ts'

/** What a draft would change, where it stands, what was written about it, and all that the person may do with it. */
export function draftPage(draft: ShownDraft, view: DraftView): Page {
  const { place, title, isNew, state, differences } = draft
  const heading = isNew ? `New: “${title}”` : `Change of “${title}”`
  const prefix = view.form.problems.length > 0 ? 'Error: ' : view.done ? `${view.done.short} – ` : ''
  return {
    title: `${prefix}${heading}`,
    breadcrumbs: [...home, { text: 'Drafts', href: draftsPath }],
    body: html`${problemSummary(view.form)}<h1>${heading}</h1>
${view.done && html`<div class="govuk-inset-text" role="status"><p>${view.done.words}</p></div>`}
<p><span class="govuk-tag">${statusInWords(state)}</span>${!state.scheduled && ` since ${instantInWords(draft.since)}`}</p>
<p>${draft.kind}. ${whoseInWords(draft)}</p>
${whatWaits(draft)}
${whatIsAsked(draft)}
<ul class="staff-links">
<li><a href="${editorPath(place)}">Change it in the editor</a></li>
${place.collection === 'services' && html`<li><a href="${myServicePath(place.slug)}">Change times or contact in the short form</a></li>`}
<li><a href="${previewPath(place)}">See the page as it will look</a></li>
${!isNew && html`<li><a href="${historyPath(place)}">Who changed this page before</a></li>`}
${draft.steps.size > 0 && html`<li><a href="#steps">What you can do</a></li>`}
<li><a href="#notes">Notes: ${draft.notes.length}</a></li>
</ul>
<h2>What would change</h2>
${
  differences.length === 0
    ? html`<p>It says the same as what is published.</p>`
    : differenceList(differences, { before: isNew ? null : 'On the site', after: 'In the draft' })
}
${completenessWords(draft)}
${view.isRolledBack && draft.steps.has('publish') && rolledBackNotice}
${stepButtons(draft, view)}
${draft.steps.has('schedule') && scheduleForm(draft, view)}
<h2 id="notes">Notes</h2>
${draft.notes.length === 0 && html`<p>There are no notes yet. ${draft.organisation === undefined ? 'Editors read what is written here.' : 'Its provider and the editors read what is written here.'} Notes go when the change is published.</p>`}
${draft.notes.map(
  ({ by, at, text }) => html`<article class="panel staff-card">
<h3 class="staff-note__who">${personInWords(by)}, ${instantInWords(at)}</h3>
<p class="staff-note__text">${text}</p></article>`,
)}
${draft.steps.has('note') && noteForm(draft, view)}`,
  }
}

/** What an editor asked for when they gave the draft back: whoever wrote it need not look for it further down. */
function whatIsAsked({ state, notes }: ShownDraft): Html | undefined {
  const asked = state.sentBack && notes.findLast(({ by }) => by.role === 'editor')
  return (
    asked &&
    html`<div class="govuk-inset-text"><p>${personInWords(asked.by)} asks:</p>
<p class="staff-note__text">${asked.text}</p>
<p><a href="#notes">All notes, and where to answer</a></p></div>`
  )
}

/** What stands in the way of a draft, and when it will be published. */
function whatWaits({ place, state, conflict, scheduledBy, isNew }: ShownDraft): Html {
  const { scheduled, notPublished } = state
  return html`${
    scheduled &&
    scheduledBy &&
    html`<div class="govuk-inset-text"><p>This will be published on ${instantInWords(scheduled.for)}. ${personInWords(scheduledBy)} set the time. ${untilThen({ isNew })}</p></div>`
  }${
    notPublished &&
    html`<div class="notice notice--danger"><p>This was not published on ${instantInWords(notPublished.for)}. ${notPublished.why}</p></div>`
  }${
    conflict &&
    html`<div class="notice notice--danger"><p>${
      conflict.kind === 'removed'
        ? 'The page was removed from the site after this draft was begun.'
        : `Somebody published another change of ${fieldNames(conflict.fields)} after this draft was begun.`
    } It cannot be published before somebody chooses what stands. <a href="${choicePath(place)}">Choose what stands</a></p></div>`
  }`
}

function completenessWords({ completeness }: ShownDraft): Html | undefined {
  if (!completeness) return undefined
  const { before, after } = completeness
  const missing = after.missing.map(({ words }) => words)
  const was =
    before && before.answered !== after.answered && ` Now, on the site, it answers ${before.answered}.`
  return html`<h2>How complete the page would be</h2>
<p>${answeredInWords(after)}${was}</p>
${missing.length > 0 && html`<p>Families still ask: ${missing.join(', ')}.</p>`}`
}

/** The fields of the forms on the page. */
export const draftFields = ['text', 'date', 'time'] as const

export type DraftField = (typeof draftFields)[number]

export interface DraftView {
  readonly csrf: string
  readonly form: FormState<DraftField>
  /** Whether those who run the site went back to an earlier release. */
  readonly isRolledBack: boolean
  /** What was just done. */
  readonly done: { readonly short: string; readonly words: string } | undefined
}
