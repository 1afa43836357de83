import { type FormState, problemSummary } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'
import type { TypedForm } from '../../short-form/short-form.ts'
import { untilThen } from '../drafts/draft-in-words.ts'
import { contactFields, timesFields, typedById } from './times-fields.ts'

/** What stands at the top of the page when the form was not taken: what is wrong. */
export function shortFormNotice({ problems }: ShortFormView): Html {
  return html`${problemSummary({ typed: {}, problems })}`
}

/** The short form: regular times and contact, in plain HTML. */
export function shortForm(view: ShortFormView): Html {
  const { form, problems } = view
  const sends = sendLabel(view.mayPublish)
  const state: FormState<string> = { typed: typedById(form), problems }
  return html`<form method="post" action="${view.address}" novalidate>
<input type="hidden" name="csrf" value="${view.csrf}">
<input type="hidden" name="seen" value="${view.seen}">
<button type="submit" name="do" value="send" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true">${sends}</button>
<h3>Regular times</h3>
${timesFields(state, form, view.isNewRow)}
<h3>Contact</h3>
${contactFields(state)}
<p>${view.mayPublish ? 'It goes to review, and you can publish it there.' : 'An editor looks at it first.'} ${untilThen(view)}</p>
<button type="submit" name="do" value="send" class="govuk-button">${sends}</button>
</form>`
}

/** What sending a change is called for those who may publish it, and for those who may not. */
export function sendLabel(mayPublish: boolean): string {
  return mayPublish ? 'Put it in review' : 'Send to an editor'
}

export interface ShortFormView {
  readonly address: string
  readonly csrf: string
  /** The version of the text that the form shows, or changes. */
  readonly seen: string
  readonly form: TypedForm
  /** Whether families do not see the service yet. */
  readonly isNew: boolean
  /** Whether the person may publish it: then it waits for no other editor. */
  readonly mayPublish: boolean
  readonly problems: FormState<string>['problems']
  /** Whether the last set of hours was just added. */
  readonly isNewRow: boolean
}
