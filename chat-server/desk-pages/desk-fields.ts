import type { FormState, Problem } from '#platform/pages/form-fields.ts'
import { type Html, html } from '#platform/pages/html.ts'

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
  { choices, none, id = field }: { choices: readonly Choice[]; none: string; id?: string },
): Html {
  const problem = problemOf(state, field)
  const typed = state.typed[field]
  return html`<div class="govuk-form-group${problem && ' govuk-form-group--error'}">
<label class="govuk-label" for="${id}">${label}</label>
${problem && html`<p class="govuk-error-message" id="${id}-error"><span class="govuk-visually-hidden">Error:</span> ${problem}</p>`}
<select class="govuk-select" id="${id}" name="${field}"${problem && html` aria-describedby="${id}-error" aria-invalid="true"`}>
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
  return html`<fieldset class="govuk-fieldset govuk-form-group${problem && ' govuk-form-group--error'}">
<legend class="govuk-fieldset__legend">${legend}</legend>
${problem && html`<p class="govuk-error-message" id="${field}-error"><span class="govuk-visually-hidden">Error:</span> ${problem}</p>`}
${choices.map(
  (choice, place) => html`<div class="govuk-radios__item">
<input class="govuk-radios__input" type="radio" name="${field}" id="${place === 0 ? field : `${field}-${choice.id}`}" value="${choice.id}"${choice.id === state.typed[field] && html` checked`}>
<label class="govuk-label govuk-radios__label" for="${place === 0 ? field : `${field}-${choice.id}`}">${choice.label}</label>
</div>`,
)}
</fieldset>`
}

function problemOf<Field extends string>(
  { problems }: { problems: readonly Problem<Field>[] },
  field: Field,
): string | undefined {
  return problems.find((problem) => problem.field === field)?.message
}
