import { londonDate } from '#records/london-date.ts'
import { serviceRecord } from '#records/service.ts'
import { reviewedAgain } from '#records/service-review.ts'
import { type ActionContext, authorOf } from '../action-context.ts'
import type { Draft } from '../drafts/drafts.ts'
import type { CommitAuthor } from '../git/content-repository.ts'
import { mainOf, mainRef } from '../git/main-branch.ts'
import type { RefChange } from '../git/ref-transaction.ts'
import { messageOf } from '../records/content-check.ts'
import { contentPath, placeOf, subjectOf } from '../records/place.ts'
import { type RecordContent, writeRecord } from '../records/record-file.ts'
import { changedMeanwhile, invalid, notAllowed, notFound } from '../refusals.ts'
import { may } from '../rights/rights.ts'
import { rememberDeed } from './remember-deed.ts'

/**
 * Says in the person's name that a published service is still correct: last checked today, next due as its record asks.
 * That is published at once. A draft that is open gets the same review, so that it can still be published afterwards.
 *
 * @param seen the version of the text that the person was shown
 * @throws CmsRefusal when they may not, or when another text is published by now
 */
export async function confirmService(context: ActionContext, slug: string, seen: string): Promise<void> {
  const { repository, records, drafts, actor } = context
  const place = placeOf(serviceRecord.name, slug)
  const path = contentPath(place)
  const at = context.clock()

  const commit = await repository.writing(async () => {
    const main = await mainOf(repository)
    const record = await records.at(main, path)
    if (!record) throw notFound()
    if (!may(actor, 'confirm', record.facts)) throw notAllowed()
    if (record.blob !== seen) throw changedMeanwhile(otherText)
    const review = serviceRecord.fields.review.schema.safeParse(record.content.data.review)
    if (!review.success)
      throw invalid('This record does not say when it was last checked. Open it in the full editor.')
    const checkedBy = actor.role === 'provider' ? 'the provider' : 'the council'
    const again = reviewedAgain(review.data, londonDate(at), checkedBy)

    const withReview = ({ data, body }: RecordContent) =>
      writeRecord(serviceRecord, { data: { ...data, review: again }, body })
    const text = withReview(record.content)
    const problems = await context.check.ofChange(main, { path, text })
    if (problems.length > 0) throw invalid(messageOf(problems, path))

    const words = { author: authorOf(actor), message: `Confirm ${subjectOf(place)}`, at }
    const blob = await repository.writeBlob(text)
    const confirmed = await repository.commit({ ...words, parents: [main], changes: [{ path, blob }] })
    const draft = await drafts.open(place)
    const followed = draft && (await follow(context, draft, withReview(draft.record.content), words))
    await repository.updateRefs([
      { ref: mainRef, from: main, to: confirmed },
      ...(followed ? [followed] : []),
    ])
    return confirmed
  })
  context.onPublish(commit)
  await rememberDeed(context, 'confirm', place, { commit })
}

/** How the branch of a draft takes a commit with another text of its record. */
async function follow(
  { repository, drafts }: ActionContext,
  draft: Draft,
  text: string,
  words: { author: CommitAuthor; message: string; at: number },
): Promise<RefChange> {
  const blob = await repository.writeBlob(text)
  const changes = [{ path: draft.record.path, blob }]
  return drafts.moveTo(draft, await repository.commit({ ...words, parents: [draft.tip], changes }))
}

const otherText =
  'This page was changed after you opened it. Look at it once more, as it is now, and then confirm it.'
