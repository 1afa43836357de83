import { described, errorMessage, type FormState, problemOf } from './form-fields.ts'
import { type Html, html } from './html.ts'

/** A value that can be chosen, and what it is called. */
export interface Choice {
  id: string
  label: string
}

/** A list to choose from; `none` is what choosing nothing is called. */
export function selectField<Field extends string>(
  state: FormState<Field>,
  field: Field,
  label: string,
  { choices, none, hint }: { choices: readonly Choice[]; none: string; hint?: string },
): Html {
  const problem = problemOf(state, field)
  const typed = state.typed[field]
  return html`<div class="govuk-form-group${problem && ' govuk-form-group--error'}">
<label class="govuk-label" for="${field}">${label}</label>
${hint !== undefined && html`<div id="${field}-hint" class="govuk-hint">${hint}</div>`}
${problem && errorMessage(field, problem)}
<select class="govuk-select${problem && ' govuk-select--error'}" id="${field}" name="${field}"${described(field, hint, problem)}>
<option value="">${none}</option>
${choices.map((choice) => html`<option value="${choice.id}"${choice.id === typed && html` selected`}>${choice.label}</option>`)}
</select>
</div>`
}

/** One of a few things, all to be seen. */
export function radioField<Field extends string>(
  state: FormState<Field>,
  field: Field,
  legend: string,
  choices: readonly Choice[],
): Html {
  const problem = problemOf(state, field)
  // The first has the name of the field: what is wrong with it leads there.
  const idOf = (choice: Choice, place: number) => (place === 0 ? field : `${field}-${choice.id}`)
  return html`<fieldset class="govuk-fieldset govuk-form-group${problem && ' govuk-form-group--error'}"${problem && html` aria-describedby="${field}-error"`}>
<legend class="govuk-fieldset__legend">${legend}</legend>
${problem && errorMessage(field, problem)}
${choices.map(
  (choice, place) => html`<div class="govuk-radios__item">
<input class="govuk-radios__input" type="radio" name="${field}" id="${idOf(choice, place)}" value="${choice.id}"${choice.id === state.typed[field] && html` checked`}>
<label class="govuk-label govuk-radios__label" for="${idOf(choice, place)}">${choice.label}</label>
</div>`,
)}
</fieldset>`
}
