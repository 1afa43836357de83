import type { IncomingHttpHeaders } from 'node:http'
import type { Config } from '../config.ts'
import { isLocal } from '../own-origins.ts'
import { wasForwarded } from '../proxy-trust.ts'
import type { Grant } from './grants.ts'

/** Who can be tried out without an account of one's own. */
export const demonstrationRoles = ['navigator', 'lead', 'editor', 'provider'] as const

export type DemonstrationRole = (typeof demonstrationRoles)[number]

/**
 * Whether demonstration accounts may be used in this request: only with DEMO, never in production, only where the
 * site is known by a name of this machine, and only when no proxy stood in between.
 */
export function allowsDemonstration(
  config: Pick<Config, 'demo' | 'production' | 'publicUrl'>,
  headers: IncomingHttpHeaders,
): boolean {
  return config.demo && !config.production && isLocal(config.publicUrl) && !wasForwarded(headers)
}

/** The account that a demonstration role signs in to. */
export function demonstrationPerson(
  role: DemonstrationRole,
  providerId: string | undefined,
): DemonstrationPerson {
  const scope: Grant['scope'] =
    role === 'provider' && providerId !== undefined ? { kind: 'provider', id: providerId } : { kind: 'area' }
  return {
    name: `Demonstration ${role}`,
    email: `${role}@demonstration.example.org`,
    grants: [{ role, scope }],
  }
}

/** The roles on offer: a provider needs an organisation to be the provider of. */
export function offeredRoles(providerId: string | undefined): readonly DemonstrationRole[] {
  return demonstrationRoles.filter((role) => role !== 'provider' || providerId !== undefined)
}

export interface DemonstrationPerson {
  name: string
  email: string
  grants: Grant[]
}
