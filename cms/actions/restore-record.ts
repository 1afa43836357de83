import { type ActionContext, authorOf } from '../action-context.ts'
import { isObjectId } from '../git/commits.ts'
import { mainOf, mainRef } from '../git/main-branch.ts'
import { wasPublished } from '../history/versions.ts'
import { messageOf } from '../records/content-check.ts'
import { contentPath, type Place, subjectOf } from '../records/place.ts'
import { changedMeanwhile, invalid, notAllowed, notFound } from '../refusals.ts'
import { mayWithDraft } from '../rights/rights.ts'
import { rememberDeed } from './remember-deed.ts'

/**
 * Puts a record back as it was published in an earlier commit, in a new commit, and publishes that at once. Nothing of the
 * history is lost. A draft that is open stays.
 *
 * @param seen the version of the text that was published when the person was shown the history; empty when none was
 * @throws CmsRefusal when they may not, when the record was changed since, or when other records would not fit any more
 */
export async function restoreRecord(
  context: ActionContext,
  place: Place,
  { version, seen }: { version: string; seen: string },
): Promise<void> {
  const { repository, records, actor } = context
  const path = contentPath(place)
  const commit = await repository.writing(async () => {
    const main = await mainOf(repository)
    if (!isObjectId(version) || !(await wasPublished(repository.git, main, version))) throw notFound()
    const wanted = await records.at(version, path)
    const now = await records.at(main, path)
    if (!wanted) throw notFound('The page did not exist in that version.')
    if (!mayWithDraft(actor, 'restore', wanted.facts, now?.facts))
      throw notAllowed('Only an editor at the council puts an earlier version back.')
    if ((now?.blob ?? '') !== seen)
      throw changedMeanwhile(
        'This page was changed after you opened its history. Look at the history once more.',
      )
    if (wanted.blob === now?.blob) throw invalid('The site shows this version already.')
    const problems = await context.check.ofChange(main, { path, text: wanted.text })
    if (problems.length > 0) throw invalid(messageOf(problems, path))
    const restored = await repository.commit({
      ...{ parents: [main], changes: [{ path, blob: wanted.blob }], author: authorOf(actor) },
      message: `Restore ${subjectOf(place)}`,
      at: context.clock(),
    })
    await repository.updateRefs([{ ref: mainRef, from: main, to: restored }])
    return restored
  })
  context.onPublish(commit)
  await rememberDeed(context, 'restore', place, { commit, version })
}
