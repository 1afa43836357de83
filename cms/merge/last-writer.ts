import type { ActionContext } from '../action-context.ts'
import type { Draft } from '../drafts/drafts.ts'
import { mainOf } from '../git/main-branch.ts'
import { versionsOf } from '../history/versions.ts'
import { contentPath, type Place } from '../records/place.ts'

/** Who wrote what stands there now, and when: the draft where there is one, otherwise what is published. */
export async function lastWriter(
  { repository }: Pick<ActionContext, 'repository'>,
  place: Place,
  draft: Draft | undefined,
): Promise<Writer | undefined> {
  if (draft) return { ...draft.state.savedBy, at: draft.state.savedAt }
  const newest = { from: 0, most: 1 }
  const [version] = await versionsOf(repository.git, await mainOf(repository), contentPath(place), newest)
  return version && { ...(version.writers[0] ?? version.author), at: version.at }
}

export interface Writer {
  readonly role: string
  readonly accountId: string
  /** ms UTC */
  readonly at: number
}
