import { type FormState, problemSummary } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import type { TypedForm } from '../../short-form/short-form.ts'
import { contactFields, timesFields, typedById } from './times-fields.ts'

/** What stands at the top of the page when the form was not taken: what is wrong. */
export function shortFormNotice({ problems }: ShortFormView): Html {
  return html`${problemSummary({ typed: {}, problems })}`
}

/** The short form: regular times and contact, in plain HTML. */
export function shortForm(view: ShortFormView): Html {
  const { form, problems } = view
  const state: FormState<string> = { typed: typedById(form), problems }
  return html`<form method="post" action="${view.address}" novalidate>
<input type="hidden" name="csrf" value="${view.csrf}">
<input type="hidden" name="seen" value="${view.seen}">
<button type="submit" name="do" value="send" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">Send to an editor</button>
<h3>Regular times</h3>
${timesFields(state, form, view.isNewRow)}
<h3>Contact</h3>
${contactFields(state)}
<p>An editor looks at it first. Until then the page stays as it is.</p>
<button type="submit" name="do" value="send" class="govuk-button">Send to an editor</button>
</form>`
}

export interface ShortFormView {
  readonly address: string
  readonly csrf: string
  /** The version of the text that the form shows, or changes. */
  readonly seen: string
  readonly form: TypedForm
  readonly problems: FormState<string>['problems']
  /** Whether the last set of hours was just added. */
  readonly isNewRow: boolean
}
