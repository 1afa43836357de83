import type { Choice } from '#platform/pages/choice-fields.ts'
import { described, errorMessage, type FormState, problemOf } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'

/** A list of which any number can be ticked. The first box has the name of the field: what is wrong leads there. */
export function checkboxesField(
  state: FormState<string>,
  field: string,
  legend: string,
  { choices, chosen, hint }: { choices: readonly Choice[]; chosen: readonly string[]; hint?: string },
): Html {
  const problem = problemOf(state, field)
  return html`<fieldset class="govuk-fieldset govuk-form-group${problem && ' govuk-form-group--error'}"${described(field, hint, problem)}>
<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${legend}</legend>
${hint !== undefined && html`<div id="${field}-hint" class="govuk-hint">${hint}</div>`}
${problem && errorMessage(field, problem)}
${choices.map(
  ({ id, label }, place) => html`<div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" type="checkbox" name="${field}" id="${place === 0 ? field : `${field}-${id}`}" value="${id}"${chosen.includes(id) && html` checked`}>
<label class="govuk-checkboxes__label" for="${place === 0 ? field : `${field}-${id}`}">${label}</label>
</div>`,
)}
</fieldset>`
}
