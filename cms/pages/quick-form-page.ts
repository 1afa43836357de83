import { type FormState, problemSummary } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import type { Difference } from '../history/differences.ts'
import { differenceList } from './difference-list.ts'
import type { TypedForm } from './quick-form.ts'
import { contactFields, timesFields, typedById } from './times-fields.ts'

/** What stands at the top of the page when the form was not taken: what is wrong, or what somebody else has changed. */
export function quickFormNotice({ problems, conflict, address }: QuickFormView): Html {
  return html`${problemSummary({ typed: {}, problems })}${conflict !== undefined && conflictNotice(conflict, address)}`
}

/** The short form: regular times and contact, in plain HTML. */
export function quickForm(view: QuickFormView): Html {
  const { form, problems } = view
  const state: FormState<string> = { typed: typedById(form), problems }
  return html`<form method="post" action="${view.address}" novalidate>
<input type="hidden" name="csrf" value="${view.csrf}">
<input type="hidden" name="seen" value="${view.seen}">
<button type="submit" name="do" value="send" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Send to an editor</button>
<h3 id="times" tabindex="-1">Regular times</h3>
${timesFields(state, form, view.isNewRow)}
<h3>Contact</h3>
${contactFields(state)}
<p>An editor looks at it first. Until then the page stays as it is.</p>
<button type="submit" name="do" value="send" class="govuk-button">Send to an editor</button>
</form>`
}

/** Two people changed one page: says where, loses nothing, and leaves the choice to the second. */
function conflictNotice(conflict: readonly Difference[], address: string): Html {
  return html`<section class="notice" role="alert" aria-labelledby="conflict">
<h2 id="conflict">Somebody else changed this page after you opened it</h2>
<p>Nothing that you typed is lost, and nothing is saved yet.</p>
${
  conflict.length === 0
    ? html`<p>What you typed is the same as what is there now.</p>`
    : html`<p>This is where what is there now and what you typed differ:</p>${differenceList(conflict, { before: 'There now', after: 'You typed' })}`
}
<p>To keep what you typed, look through it once more and press “Send to an editor”. To keep what is there now, <a href="${address}">leave your changes out</a>.</p>
</section>`
}

export interface QuickFormView {
  readonly address: string
  readonly csrf: string
  /** The version of the text that the form shows, or changes. */
  readonly seen: string
  readonly form: TypedForm
  readonly problems: FormState<string>['problems']
  readonly conflict?: readonly Difference[]
  /** Whether the last set of hours was just added. */
  readonly isNewRow: boolean
}
