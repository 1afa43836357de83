import { picturesNamedBy } from '#records/check-pictures.ts'
import { type Draft, subjectOf } from '../drafts.ts'
import { MergeConflictError } from '../git/merge-trees.ts'
import { picturesIn } from '../pictures/picture-files.ts'
import { changedMeanwhile } from '../refusals.ts'
import { type ActionContext, authorOf } from './action-context.ts'

/**
 * The commit that publishes a draft; no ref moves. A record that is not on `main`, new or removed meanwhile, is put there
 * whole.
 *
 * @throws CmsRefusal when what was published meanwhile does not go together with the draft
 */
export async function mergeOf(context: ActionContext, draft: Draft, main: string): Promise<string> {
  const { repository, actor, clock } = context
  const { path, blob } = draft.record
  const words = { author: authorOf(actor), message: `Publish ${subjectOf(draft)}`, at: clock() }
  if ((await repository.blobAt(main, path)) === undefined) {
    const named = picturesNamedBy(draft.collection, draft.record.content.data)
    const pictures = (await picturesIn(repository, draft.tip)).filter((each) => named.includes(each.path))
    return repository.commit({ ...words, parents: [main, draft.tip], changes: [{ path, blob }, ...pictures] })
  }
  try {
    return await repository.merge({ ...words, ours: main, theirs: draft.tip })
  } catch (cause) {
    if (!(cause instanceof MergeConflictError)) throw cause
    throw changedMeanwhile(
      'Someone published another change of this page while this draft was open. Copy what you need, delete this draft, and make the change again on the published page.',
      { cause },
    )
  }
}
