import { z } from 'zod'
import { type Html, html } from './html.ts'
import { fieldsOf, textOf } from './sent-fields.ts'

/** What a form shows: what was typed before, and what is wrong with it. */
export interface FormState<Field extends string> {
  typed: Partial<Record<Field, string>>
  problems: readonly Problem<Field>[]
}

/** One thing that is wrong; `form` when it is no field's fault. */
export interface Problem<Field extends string> {
  field: Field | 'form'
  message: string
}

/** The fields of a form as they came, for the page to show again; empty where one did not come as text. */
export function typedFields<Field extends string>(
  names: readonly Field[],
  body: unknown,
): Record<Field, string> {
  const came = fieldsOf(body)
  return z
    .record(z.enum(names), z.string())
    .parse(Object.fromEntries(names.map((name) => [name, textOf(came, name)])))
}

/** What zod says is wrong, by the fields that the page has; null when the fields are not what is wrong. */
export function fieldProblems<Field extends string>(
  names: readonly Field[],
  error: unknown,
): Problem<Field>[] | null {
  if (!(error instanceof z.ZodError)) return null
  return error.issues.map(({ path, message }) => {
    const field = names.find((name) => name === path[0])
    return field === undefined
      ? { field: 'form', message: 'The form was out of date. Please send it again.' }
      : { field, message }
  })
}

/** All that is wrong, at the top of the page, each with a link to its field. */
export function problemSummary({ problems }: FormState<string>): Html | null {
  if (problems.length === 0) return null
  return html`<div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert">
<h2 class="govuk-error-summary__title">There is a problem</h2>
<ul class="govuk-list govuk-error-summary__list">${problems.map(({ field, message }) =>
    field === 'form' ? html`<li>${message}</li>` : html`<li><a href="#${field}">${message}</a></li>`,
  )}</ul>
</div></div>`
}

/** A field of one line. */
export function lineField<Field extends string>(
  state: FormState<Field>,
  field: Field,
  label: string,
  input: { type: string; autocomplete: string; hint?: string },
): Html {
  const problem = problemOf(state, field)
  return html`<div class="govuk-form-group${problem && ' govuk-form-group--error'}">
<label class="govuk-label" for="${field}">${label}</label>
${input.hint !== undefined && html`<div id="${field}-hint" class="govuk-hint">${input.hint}</div>`}
${problem && errorMessage(field, problem)}
<input class="govuk-input${problem && ' govuk-input--error'}" id="${field}" name="${field}" type="${input.type}" autocomplete="${input.autocomplete}" value="${state.typed[field]}"${described(field, input.hint, problem)}>
</div>`
}

/** A field of several lines. */
export function textField<Field extends string>(
  state: FormState<Field>,
  field: Field,
  label: string,
  area: { hint: string; rows: number },
): Html {
  const problem = problemOf(state, field)
  return html`<div class="govuk-form-group${problem && ' govuk-form-group--error'}">
<label class="govuk-label" for="${field}">${label}</label>
<div id="${field}-hint" class="govuk-hint">${area.hint}</div>
${problem && errorMessage(field, problem)}
<textarea class="govuk-textarea${problem && ' govuk-textarea--error'}" id="${field}" name="${field}" rows="${area.rows}"${described(field, area.hint, problem)}>${state.typed[field]}</textarea>
</div>`
}

/** A box to tick; what it sends when ticked is `yes`. */
export function tickBox<Field extends string>(
  state: FormState<Field>,
  field: Field,
  label: string,
  hint: string,
): Html {
  return html`<div class="govuk-form-group"><div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="${field}" name="${field}" type="checkbox" value="yes" aria-describedby="${field}-hint"${state.typed[field] === 'yes' && html` checked`}>
<label class="govuk-checkboxes__label" for="${field}">${label}</label>
</div>
<div id="${field}-hint" class="govuk-hint">${hint}</div></div>`
}

/** The attributes that tie a field to its hint and to what is wrong with it. */
export function described(field: string, hint: string | undefined, problem: string | undefined): Html | null {
  const ids = [hint !== undefined && `${field}-hint`, problem !== undefined && `${field}-error`]
  const named = ids.filter((id) => id !== false).join(' ')
  return named === ''
    ? null
    : html` aria-describedby="${named}"${problem !== undefined && html` aria-invalid="true"`}`
}

/** What is wrong with a field, above it. */
export function errorMessage(field: string, problem: string): Html {
  return html`<p id="${field}-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${problem}</p>`
}

/** What is wrong with a field, in one sentence. */
export function problemOf<Field extends string>(state: FormState<Field>, field: Field): string | undefined {
  return state.problems.find((problem) => problem.field === field)?.message
}
