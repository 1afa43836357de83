import { serviceRecord } from '#records/service.ts'
import type { ActionContext } from '../action-context.ts'
import { moveDraft, publishDraft } from '../actions/draft-steps.ts'
import { saveRecord } from '../actions/save-record.ts'
import { findDraft, seenOf } from '../drafts/find-draft.ts'
import type { OpenService } from '../drafts/open-service.ts'
import { placeOf } from '../records/place.ts'
import { writeRecord } from '../records/record-file.ts'
import { changedMeanwhile, notAllowed } from '../refusals.ts'
import { may } from '../rights/rights.ts'

/**
 * Saves that a service is open or closed as a draft, through the same actions as the editor, and sends it to review or
 * publishes it. A form that is sent twice does it once.
 *
 * @param seen the version of the text that the person was shown
 * @throws CmsRefusal when they may not, when the record does not take it, or when somebody else changed it meanwhile
 */
export async function saveStanding(
  context: ActionContext,
  { slug, current, draft }: OpenService,
  wanted: { status: string; notice: string | undefined; seen: string; way: 'review' | 'publish' },
): Promise<void> {
  const { status, notice, seen } = wanted
  // Before anything is saved: who may not publish has not asked for a draft either.
  if (wanted.way === 'publish' && !may(context.actor, 'publish', current.facts)) throw notAllowed()
  const { status: _was, notice: before, ...kept } = current.content.data
  const isSaved = current.content.data.status === status && before === notice
  const place = placeOf(serviceRecord.name, slug)
  if (isSaved && !draft) return
  // The same form, sent a moment ago, may have saved it.
  const isOwnText = isSaved && draft?.state.savedBy.accountId === context.actor.accountId
  if (seen !== current.blob && (!isSaved || (wanted.way === 'publish' && !isOwnText)))
    throw changedMeanwhile(otherText)
  let version = current.blob
  if (!isSaved) {
    const data = { ...kept, status, ...(notice !== undefined && { notice }) }
    const raw = writeRecord(serviceRecord, { ...current.content, data })
    const saved = await saveRecord(context, { place, raw, isNew: false, openedVersion: seen })
    version = saved.version
  }
  if (wanted.way === 'publish') {
    const standing = await findDraft(context, place, 'publish')
    // Nothing goes out that somebody else saved in between.
    if (standing.record.blob !== version) throw changedMeanwhile(otherText)
    await publishDraft(context, place, { isAtOnce: true, seen: await seenOf(context, standing) })
  } else if (draft?.state.status !== 'pending_publish') await moveDraft(context, place, 'pending_review')
}

const otherText =
  'Somebody else changed this page after you opened it. Nothing that you typed is lost. Look through it and send it once more.'
