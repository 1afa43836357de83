import { type Grant, holds, type SignedIn } from '#platform/accounts/grants.ts'
import type { ContentRepository } from '../git/content-repository.ts'
import { mainOf } from '../git/main-branch.ts'
import type { StoredRecords } from '../records/stored-records.ts'
import type { Actor } from './rights.ts'

/**
 * As what a signed-in person works in the CMS; undefined when none of their grants is for it. Read anew for every
 * request, so that a grant that is taken away ends at once. Which organisations a directorate looks after is what their
 * published records say.
 */
export async function actorOf(
  content: PublishedContent,
  { accountId, grants }: Pick<SignedIn, 'accountId' | 'grants'>,
): Promise<Actor | undefined> {
  if (holds({ grants }, 'editor', { kind: 'area' })) return { accountId, role: 'editor', providerIds: [] }
  const directorates = idsOf(grants, 'editor', 'directorate')
  const served = idsOf(grants, 'provider', 'provider')
  if (directorates.length > 0) {
    const providerIds = await providersUnder(content, directorates)
    const alsoServes = served.filter((id) => !providerIds.includes(id))
    return { accountId, role: 'directorate-editor', providerIds, directorates, alsoServes }
  }
  return served.length > 0 ? { accountId, role: 'provider', providerIds: served } : undefined
}

function idsOf(grants: readonly Grant[], role: Grant['role'], kind: Grant['scope']['kind']): string[] {
  return grants.flatMap((grant) =>
    grant.role === role && grant.scope.kind === kind && grant.scope.kind !== 'area' ? [grant.scope.id] : [],
  )
}

async function providersUnder(
  { records, repository }: PublishedContent,
  directorates: readonly string[],
): Promise<string[]> {
  const providers = await records.all(await mainOf(repository), 'providers')
  return providers.flatMap(({ facts: { id, directorate } }) =>
    id !== undefined && directorate !== undefined && directorates.includes(directorate) ? [id] : [],
  )
}

/** What is published now. */
interface PublishedContent {
  readonly records: StoredRecords
  readonly repository: ContentRepository
}
