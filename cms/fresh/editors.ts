import type { Holder } from '#platform/accounts/accounts.ts'
import type { Grant } from '#platform/accounts/grants.ts'
import type { ContentRepository } from '../git/content-repository.ts'
import type { StoredRecords } from '../records/stored-records.ts'
import { actorOf } from '../rights/actor.ts'
import { type Actor, isEditor } from '../rights/rights.ts'

/** Everybody who edits, for the whole area or for a directorate, each once, with what they may do. */
export async function editorsOf(parts: EditorParts): Promise<Editor[]> {
  const byAccount = Map.groupBy(await parts.accounts.holdersOf('editor'), ({ accountId }) => accountId)
  const editors = await Promise.all(
    [...byAccount].map(async ([accountId, [holder, ...more]]): Promise<Editor[]> => {
      if (!holder) return []
      const grants = [holder, ...more].map(({ scope }): Grant => ({ role: 'editor', scope }))
      const actor = await actorOf(parts, { accountId, grants })
      return actor && isEditor(actor) ? [{ accountId, email: holder.email, actor }] : []
    }),
  )
  return editors.flat()
}

/** Whom of them to tell about what an organisation runs: those of its directorate or, where it has none, of the area. */
export function editorsFor(editors: readonly Editor[], provider: string | undefined): readonly Editor[] {
  const ofDirectorate = editors.filter(
    ({ actor }) => provider !== undefined && actor.role !== 'editor' && actor.providerIds.includes(provider),
  )
  return ofDirectorate.length > 0 ? ofDirectorate : editors.filter(({ actor }) => actor.role === 'editor')
}

export interface Editor {
  readonly accountId: string
  readonly email: string
  readonly actor: Actor
}

interface EditorParts {
  readonly repository: ContentRepository
  readonly records: StoredRecords
  readonly accounts: { holdersOf(role: 'editor' | 'provider'): Promise<Holder[]> }
}
