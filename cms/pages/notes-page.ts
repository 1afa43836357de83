import { type FormState, problemSummary, textField } from '#platform/pages/form-fields.ts'
import { html } from '#platform/pages/html.ts'
import { instantInWords } from '#platform/pages/instant-in-words.ts'
import { home, type Page } from '#platform/pages/shell.ts'
import type { Place } from '../drafts.ts'
import { historyPath, notesPath } from '../page-addresses.ts'
import { type PersonShown, personInWords } from '../people-in-words.ts'
import { type DraftStatus, statusNames } from '../workflow.ts'

/** What was written about a draft, and a form to write more. */
export function notesPage(place: Place, view: NotesView): Page {
  const { title, status, notes, form } = view
  const done = view.isSent ? 'Sent – ' : ''
  return {
    title: `${form.problems.length > 0 ? 'Error: ' : done}Notes about “${title}”`,
    breadcrumbs: home,
    body: html`${problemSummary(form)}<h1>Notes about “${title}”</h1>
${view.isSent && html`<div class="govuk-inset-text" role="status"><p>Your note is saved. The people it is for get an email that says so.</p></div>`}
<p>The change is ${statusNames[status]}. Its provider and the editors read these notes. They go when the change is published or thrown away.</p>
<p><a href="${historyPath(place)}">See what would change</a></p>
${notes.length === 0 && html`<p>There are no notes yet.</p>`}
${notes.map(
  ({ by, at, text }) => html`<article class="panel staff-card">
<h2 class="staff-note__who">${personInWords(by)}, ${instantInWords(at)}</h2>
<p class="staff-note__text">${text}</p></article>`,
)}
<form method="post" action="${notesPath(place)}" novalidate>
<input type="hidden" name="csrf" value="${view.csrf}">
${textField(form, 'text', 'Write a note', { hint: 'For example: “Is the new number right?” No names of children or families.', rows: 4 })}
<button type="submit" class="govuk-button">Send the note</button>
</form>`,
  }
}

interface NotesView {
  readonly title: string
  readonly status: DraftStatus
  readonly notes: readonly { readonly by: PersonShown; readonly at: number; readonly text: string }[]
  readonly form: FormState<'text'>
  readonly csrf: string
  readonly isSent: boolean
}
