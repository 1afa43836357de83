import { picturesNamedBy } from '#records/check-pictures.ts'
import { type ActionContext, authorOf } from '../action-context.ts'
import type { Draft } from '../drafts/drafts.ts'
import { isReadyToPublish } from '../drafts/workflow.ts'
import { publishMessage } from '../history/approver.ts'
import { choicePath } from '../page-addresses.ts'
import { picturesIn } from '../pictures/picture-files.ts'
import { subjectOf } from '../records/place.ts'
import { readRecord } from '../records/record-file.ts'
import { changedMeanwhile } from '../refusals.ts'
import { fieldNames } from './conflict-in-words.ts'
import { conflictsOf, meetPublished } from './draft-conflicts.ts'

/**
 * The commit that publishes a draft; no ref moves. The record is merged field by field with what was published meanwhile,
 * and the pictures that it names come along: a draft brings nothing else. Its message says who approved it.
 *
 * @throws CmsRefusal when what was published meanwhile does not go together with the draft
 */
export async function mergeOf(context: ActionContext, draft: Draft, main: string): Promise<string> {
  const { repository, clock } = context
  const met = await meetPublished(context, draft)
  if (met.kind !== 'merged') throw await notTogether(context, draft)
  const { path } = draft.record
  const named = picturesNamedBy(draft.collection, readRecord(path, met.text).data)
  const pictures = (await picturesIn(repository, draft.tip)).filter((each) => named.includes(each.path))
  const blob = await repository.writeBlob(met.text)
  const author = authorOf(context.actor)
  const { status, approvedBy = author } = draft.state
  // What is not ready yet is approved by whoever publishes it.
  const approver = isReadyToPublish(status) ? approvedBy : author
  const words = { author, message: publishMessage(subjectOf(draft), approver), at: clock() }
  return repository.commit({ ...words, parents: [main, draft.tip], changes: [{ path, blob }, ...pictures] })
}

async function notTogether(context: ActionContext, draft: Draft) {
  const conflict = await conflictsOf(context, draft)
  const address = choicePath(draft)
  if (conflict?.kind !== 'fields')
    return changedMeanwhile(
      'This page was removed from the site while the draft was open. Choose whether the draft brings it back.',
      { address },
    )
  return changedMeanwhile(
    `Somebody published another change of ${fieldNames(conflict.fields)} while this draft was open. Nothing is lost. Choose between the two.`,
    { address },
  )
}
