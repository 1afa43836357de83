import type { Actor } from './rights.ts'

/**
 * As what a signed-in person works in the CMS; undefined when none of their grants is for it. Read anew for every
 * request, so that a grant that is taken away ends at once.
 */
export function actorOf({ accountId, grants }: SignedInGrants): Actor | undefined {
  if (grants.some(({ role, scope }) => role === 'editor' && scope.kind === 'area')) {
    return { accountId, role: 'editor', providerIds: [] }
  }
  const providerIds = grants.flatMap(({ role, scope }) =>
    role === 'provider' && scope.kind === 'provider' && scope.id !== undefined ? [scope.id] : [],
  )
  return providerIds.length > 0 ? { accountId, role: 'provider', providerIds } : undefined
}

/** What the CMS needs to know of a signed-in person. */
export interface SignedInGrants {
  readonly accountId: string
  readonly grants: readonly {
    readonly role: string
    readonly scope: { readonly kind: string; readonly id?: string }
  }[]
}
