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

/** `Navigator`, `Provider of Example Play Club`. */
export function grantInWords({ role, scope }: Grant, organisations: readonly Organisation[]): string {
  const { name } = roleWords[role]
  if (scope.kind === 'area') return name
  const whose = organisations.find(({ id }) => id === scope.id)?.name ?? `${scope.kind} ${scope.id}`
  return `${name} ${scope.kind === 'provider' ? 'of' : 'for'} ${whose}`
}
