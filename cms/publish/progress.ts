import { isObjectId, isWithin } from '../git/commits.ts'
import type { ContentRepository } from '../git/content-repository.ts'
import type { BuildStage, Publication } from './publication.ts'

/**
 * How far one commit is on its way to the site. It is there when what people see was built from it or from one after it.
 *
 * @param commit the commit that published a change
 */
export async function progressOf(
  { repository, publication, shownCommit }: ProgressParts,
  commit: string,
): Promise<Progress> {
  const now = publication()
  const contains = async (newer: string | null) =>
    newer !== null && isObjectId(commit) && (await isWithin(repository.git, commit, newer))
  if (await contains(shownCommit())) return { is: 'live' }
  if (now.state === 'building') {
    const { stage, since, lastTookMs } = now
    return (await contains(now.commit))
      ? { is: 'building', stage, since, lastTookMs }
      : { is: 'building', stage: 'waiting', since, lastTookMs }
  }
  if (now.state === 'failed' && (await contains(now.commit)))
    return { is: 'failed', at: now.at, reason: now.reason }
  return { is: 'unknown' }
}

/** How far a change is: `unknown` is one that nobody has asked to publish. Times in ms UTC. */
export type Progress =
  | { readonly is: 'live' }
  | {
      readonly is: 'building'
      readonly stage: BuildStage
      readonly since: number
      readonly lastTookMs: number | null
    }
  | { readonly is: 'failed'; readonly at: number; readonly reason: string }
  | { readonly is: 'unknown' }

/** What tells how a publication goes. */
export interface ProgressParts {
  readonly repository: Pick<ContentRepository, 'git'>
  /** How the last publication goes. */
  readonly publication: () => Publication
  /** The commit that people see. */
  readonly shownCommit: () => string | null
}
