import type { IncomingHttpHeaders } from 'node:http'
import type { Config } from '../config.ts'
import { isLocal, isLocalHost } from '../own-origins.ts'
import { wasForwarded } from '../proxy-trust.ts'
import type { Grant } from './grants.ts'

/** Who can be tried out without an account of one's own. */
export const demonstrationRoles = ['navigator', 'lead', 'officer', 'editor', 'provider', 'admin'] as const

export type DemonstrationRole = (typeof demonstrationRoles)[number]

/** Whether this installation has demonstration accounts at all: with DEMO, not in production, for this machine alone. */
export function hasDemonstration(config: DemonstrationConfig): boolean {
  const isOfThisMachine = isLocal(config.publicUrl) && isLocal(`http://${bracketed(config.host)}`)
  return config.demo && !config.production && isOfThisMachine
}

/**
 * Whether demonstration accounts may be used in this request: where the installation has them, and, as far as the headers
 * show, no proxy or tunnel stood in between.
 */
export function allowsDemonstration(config: DemonstrationConfig, headers: IncomingHttpHeaders): boolean {
  if (!hasDemonstration(config) || wasForwarded(headers)) return false
  return headers.host === undefined || isLocalHost(headers.host)
}

type DemonstrationConfig = Pick<Config, 'demo' | 'production' | 'publicUrl' | 'host'>

/** IPv6 addresses stand in brackets in a web address. */
function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
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
