import { commonAncestor } from '../git/commits.ts'
import type { CommitAuthor, ContentRepository } from '../git/content-repository.ts'
import { mainOf, mainRef } from '../git/main-branch.ts'
import { MergeConflictError } from '../git/merge-trees.ts'
import type { TreeChange } from '../git/tree.ts'
import { type ContentCheck, messageOf } from '../records/content-check.ts'
import { RemoteTrouble } from './content-remote.ts'

/**
 * Brings what somebody put on the remote's main branch into ours: moves on to it, or merges both, and gives the commit that
 * both should have. To be called inside `repository.writing`.
 *
 * @throws RemoteTrouble when both changed the same lines, when the site could not be built from it, or when the two have
 *   nothing in common; then nothing was changed
 */
export async function joinRemote(
  { repository, check, clock, onPublish }: JoinParts,
  theirs: string | undefined,
  choice?: JoinChoice,
): Promise<string> {
  const ours = await mainOf(repository)
  const common = theirs === undefined ? undefined : await commonAncestor(repository.git, ours, theirs)
  if (theirs === undefined || common === theirs) return ours
  if (common === undefined)
    throw new RemoteTrouble(
      'unrelated',
      'The remote repository holds something else, without a common beginning. Name an empty one in CONTENT_REMOTE, or begin with an empty data folder.',
    )
  const joined = common === ours ? theirs : await merged(repository, { ours, theirs, at: clock() }, choice)
  const problems = await check.ofCommit(ours, joined)
  const [first] = problems
  if (first !== undefined)
    throw new RemoteTrouble(
      'unfit',
      `Somebody put a change on the remote repository from which the site cannot be built. It must be mended there. ${first.file}: ${messageOf(problems, first.file)}`,
    )
  await repository.updateRefs([{ ref: mainRef, from: ours, to: joined }])
  onPublish(joined)
  return joined
}

async function merged(
  repository: ContentRepository,
  both: { ours: string; theirs: string; at: number },
  { author, chosen }: JoinChoice = { author: { role: 'cms', accountId: 'remote' }, chosen: [] },
): Promise<string> {
  try {
    return await repository.merge({ ...both, author, chosen, message: 'Join what the remote repository has' })
  } catch (error) {
    if (!(error instanceof MergeConflictError)) throw error
    throw new RemoteTrouble(
      'conflict',
      'Somebody changed the same lines at the remote repository and here. An editor must choose.',
    )
  }
}

/** What somebody wants to stand where both changed the same lines. */
export interface JoinChoice {
  readonly author: CommitAuthor
  readonly chosen: readonly TreeChange[]
}

export interface JoinParts {
  readonly repository: ContentRepository
  readonly check: Pick<ContentCheck, 'ofCommit'>
  /** ms UTC */
  readonly clock: () => number
  /** Told of every new commit on `main`. */
  readonly onPublish: (commit: string) => void
}
