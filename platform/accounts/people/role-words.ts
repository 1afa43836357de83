import type { Grant, Role } from '../grants.ts'

/** What each role is for, in the order in which they are offered. */
export const roleWords: Readonly<Record<Role, { name: string; does: string }>> = {
  navigator: { name: 'Navigator', does: 'answers families at the desk' },
  lead: {
    name: 'Lead',
    does: 'safeguarding, reports, requests about personal data, the audit log, and all that navigators do',
  },
  officer: { name: 'Officer', does: 'looks after quality: logs, tasks and reports, never transcripts' },
  editor: { name: 'Editor', does: 'writes and publishes every page' },
  provider: { name: 'Provider', does: 'keeps the pages of one organisation right' },
  admin: { name: 'Admin', does: 'looks after these accounts, and reads the audit log' },
}

/** An organisation whose pages somebody can keep. */
export interface Organisation {
  id: string
  name: string
}

/** What a role can be for, where it is not for the whole area; each by name. */
export interface RolePlaces {
  organisations: readonly Organisation[]
  /** parts of the council that look after organisations of their own; none where all editors look after all */
  directorates: readonly Organisation[]
}

/** `Navigator`, `Provider of Example Play Club`, `Editor for Education`. */
export function grantInWords({ role, scope }: Grant, { organisations, directorates }: RolePlaces): string {
  const { name } = roleWords[role]
  if (scope.kind === 'area') return name
  const known = scope.kind === 'provider' ? organisations : scope.kind === 'directorate' ? directorates : []
  const whose = known.find(({ id }) => id === scope.id)?.name ?? `${scope.kind} ${scope.id}`
  return `${name} ${scope.kind === 'provider' ? 'of' : 'for'} ${whose}`
}
