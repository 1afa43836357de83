import { holds, type SignedIn } from '#platform/accounts/grants.ts'
import type { Actor } from './rights.ts'

/**
 * As what a signed-in person works in the CMS; undefined when none of their grants is for it. Read anew for every
 * request, so that a grant that is taken away ends at once.
 */
export function actorOf({ accountId, grants }: Pick<SignedIn, 'accountId' | 'grants'>): Actor | undefined {
  if (holds({ grants }, 'editor', { kind: 'area' })) return { accountId, role: 'editor', providerIds: [] }
  const providerIds = grants.flatMap(({ role, scope }) =>
    role === 'provider' && scope.kind === 'provider' ? [scope.id] : [],
  )
  return providerIds.length > 0 ? { accountId, role: 'provider', providerIds } : undefined
}
