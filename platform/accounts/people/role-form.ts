import { z } from 'zod'
import { radioField, selectField } from '../../pages/choice-fields.ts'
import type { FormState, Problem } from '../../pages/form-fields.ts'
import { type Html, html } from '../../pages/html.ts'
import { type Grant, roles } from '../grants.ts'
import { type RolePlaces, roleWords } from './role-words.ts'

/** The fields that choose a role, with an organisation for a provider and a directorate for an editor. */
export const roleFieldNames = ['role', 'provider', 'directorate'] as const

export type RoleField = (typeof roleFieldNames)[number]

/** The roles as a choice of one, and what a provider or an editor works for, which counts for them alone. */
export function roleFields(state: FormState<string>, { organisations, directorates }: RolePlaces): Html {
  const choices = roles.map((id) => ({ id, label: `${roleWords[id].name}: ${roleWords[id].does}` }))
  return html`${radioField(state, 'role', 'Role', choices)}
${selectField(state, 'provider', 'Organisation, for a provider', {
  choices: organisations.map(({ id, name }) => ({ id, label: name })),
  none: 'None',
  hint: 'Leave it empty for every other role.',
})}
${
  directorates.length > 0 &&
  selectField(state, 'directorate', 'Directorate, for an editor', {
    choices: directorates.map(({ id, name }) => ({ id, label: name })),
    none: 'The whole area',
    hint: 'An editor for a directorate changes and publishes the pages of the organisations that it looks after, and no others.',
  })
}`
}

/** The role that was chosen, or what is wrong with the choice. */
export function readRole(
  fields: Readonly<Record<string, string>>,
  { organisations, directorates }: RolePlaces,
): { grant: Grant; problems: [] } | { grant: undefined; problems: Problem<RoleField>[] } {
  const role = z.enum(roles).safeParse(fields['role'])
  if (!role.success) return wrong('role', 'Choose a role')
  if (role.data === 'editor' && (fields['directorate'] ?? '') !== '') {
    const directorate = directorates.find(({ id }) => id === fields['directorate'])
    if (!directorate) return wrong('directorate', 'Choose a directorate from the list, or the whole area')
    return { grant: { role: 'editor', scope: { kind: 'directorate', id: directorate.id } }, problems: [] }
  }
  if (role.data !== 'provider') return { grant: { role: role.data, scope: { kind: 'area' } }, problems: [] }
  const chosen = organisations.find(({ id }) => id === fields['provider'])
  if (!chosen) return wrong('provider', 'Choose the organisation whose pages they keep')
  return { grant: { role: 'provider', scope: { kind: 'provider', id: chosen.id } }, problems: [] }
}

function wrong(field: RoleField, message: string): { grant: undefined; problems: Problem<RoleField>[] } {
  return { grant: undefined, problems: [{ field, message }] }
}
