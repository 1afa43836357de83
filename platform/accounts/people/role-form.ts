import { z } from 'zod'
import type { FormState, Problem } from '../../pages/form-fields.ts'
import { type Html, html } from '../../pages/html.ts'
import { type Grant, roles } from '../grants.ts'
import { type Organisation, roleWords } from './role-words.ts'

/** The fields that choose a role, with an organisation for a provider. */
export const roleFieldNames = ['role', 'provider'] as const

export type RoleField = (typeof roleFieldNames)[number]

/** The roles as a choice of one, and the organisations, which count for a provider alone. */
export function roleFields(state: FormState<string>, organisations: readonly Organisation[]): Html {
  const problem = (field: RoleField) => state.problems.find((each) => each.field === field)?.message
  const [forRole, forProvider] = [problem('role'), problem('provider')]
  return html`<div class="govuk-form-group${forRole !== undefined && ' govuk-form-group--error'}"><fieldset class="govuk-fieldset"${forRole !== undefined && html` aria-describedby="role-error"`}>
<legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Role</legend>
${forRole !== undefined && fieldProblem('role', forRole)}
${roles.map(
  (role, index) => html`<div class="govuk-radios__item">
<input class="govuk-radios__input" id="${index === 0 ? 'role' : `role-${role}`}" name="role" type="radio" value="${role}"${state.typed['role'] === role && html` checked`}>
<label class="govuk-radios__label" for="${index === 0 ? 'role' : `role-${role}`}">${roleWords[role].name}: ${roleWords[role].does}</label>
</div>`,
)}
</fieldset></div>
<div class="govuk-form-group${forProvider !== undefined && ' govuk-form-group--error'}">
<label class="govuk-label" for="provider">Organisation, for a provider</label>
<div id="provider-hint" class="govuk-hint">Leave it empty for every other role.</div>
${forProvider !== undefined && fieldProblem('provider', forProvider)}
<select class="govuk-select" id="provider" name="provider" aria-describedby="provider-hint${forProvider !== undefined && ' provider-error'}">
<option value="">None</option>
${organisations.map(
  ({ id, name }) =>
    html`<option value="${id}"${state.typed['provider'] === id && html` selected`}>${name}</option>`,
)}
</select>
</div>`
}

/** The role that was chosen, or what is wrong with the choice. */
export function readRole(
  fields: Readonly<Record<string, string>>,
  organisations: readonly Organisation[],
): { grant: Grant; problems: [] } | { grant: undefined; problems: Problem<RoleField>[] } {
  const role = z.enum(roles).safeParse(fields['role'])
  if (!role.success) return wrong('role', 'Choose a role')
  if (role.data !== 'provider') return { grant: { role: role.data, scope: { kind: 'area' } }, problems: [] }
  const chosen = organisations.find(({ id }) => id === fields['provider'])
  if (!chosen) return wrong('provider', 'Choose the organisation whose pages they keep')
  return { grant: { role: 'provider', scope: { kind: 'provider', id: chosen.id } }, problems: [] }
}

function wrong(field: RoleField, message: string): { grant: undefined; problems: Problem<RoleField>[] } {
  return { grant: undefined, problems: [{ field, message }] }
}

function fieldProblem(field: RoleField, message: string): Html {
  return html`<p id="${field}-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${message}</p>`
}
