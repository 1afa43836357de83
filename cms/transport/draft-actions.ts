import { messageOf } from '../content-check.ts'
import { contentPath, type Draft, mainOf, type Place, placeOf, subjectOf } from '../drafts.ts'
import { picturesIn } from '../pictures/picture-files.ts'
import { invalid, notAllowed, notFound } from '../refusals.ts'
import { type Deed, may } from '../rights.ts'
import { isReadyToPublish, statusNames, stepBetween } from '../workflow.ts'
import { type ActionContext, authorOf } from './action-context.ts'
import { mergeOf } from './merge-draft.ts'
import type { ParamsOf } from './protocol.ts'

/** The drafts that the person may see, as `<collection>/<slug>`. */
export async function unpublishedEntries(context: ActionContext) {
  const drafts = await context.drafts.all()
  return drafts.filter(({ record }) => may(context.actor, 'list', record.facts)).map(subjectOf)
}

/** Where a draft stands, by id or by collection and slug, with the version of its text. */
export async function unpublishedEntry(context: ActionContext, params: ParamsOf<'unpublishedEntry'>) {
  const [collection = '', slug = ''] = params.id?.split('/') ?? [params.collection, params.slug]
  const draft = await findDraft(context, placeOf(collection, slug), 'open')
  const { path, blob } = draft.record
  const published = await context.records.at(await mainOf(context.repository), path)
  const name = await context.nameOf(draft.state.savedBy.accountId)
  return {
    collection,
    slug,
    status: draft.state.status,
    diffs: [{ path, id: blob, newFile: published === undefined }],
    updatedAt: new Date(draft.state.savedAt).toISOString(),
    ...(name !== undefined && { pullRequestAuthor: name }),
    version: blob,
  }
}

/** The text of a draft. */
export async function unpublishedEntryDataFile(
  context: ActionContext,
  { collection, slug, path }: ParamsOf<'unpublishedEntryDataFile'>,
) {
  const draft = await findDraft(context, placeOf(collection, slug), 'open')
  if (path !== draft.record.path) throw notFound()
  return { data: draft.record.text, version: draft.record.blob }
}

/** @throws CmsRefusal always: pictures are asked for by their provider, not by a draft */
export async function unpublishedEntryMediaFile(): Promise<never> {
  throw notFound('There is no such file here.')
}

/** Moves a draft along: draft, in review, ready. A ready draft is one that may be published as it stands. */
export async function updateUnpublishedEntryStatus(
  context: ActionContext,
  { collection, slug, newStatus }: ParamsOf<'updateUnpublishedEntryStatus'>,
) {
  const place = placeOf(collection, slug)
  await context.repository.writing(async () => {
    const draft = await findDraft(context, place, 'open')
    const step = stepBetween(draft.state.status, newStatus)
    if (step === undefined) return
    if (!may(context.actor, step, draft.record.facts)) {
      throw notAllowed(
        `You cannot set this to "${statusNames[newStatus]}". An editor at the council does that.`,
      )
    }
    if (step === 'approve') await refuseWhatWouldBreak(context, draft)
    await context.drafts.move(draft, newStatus, authorOf(context.actor))
  })
  await remember(context, 'status', place, { status: newStatus })
  return { message: `This is now ${statusNames[newStatus]}.` }
}

/** Throws a draft away. What is published stays as it is. */
export async function deleteUnpublishedEntry(
  context: ActionContext,
  { collection, slug }: ParamsOf<'deleteUnpublishedEntry'>,
) {
  const place = placeOf(collection, slug)
  await context.repository.writing(async () => {
    await context.drafts.discard(await findDraft(context, place, 'discard'))
  })
  await context.notes.end(place)
  await remember(context, 'discard', place, {})
  return { message: 'The draft is gone. What was published has not changed.' }
}

/** Merges a ready draft into what is published; the approver is the author of the merge. */
export async function publishUnpublishedEntry(
  context: ActionContext,
  { collection, slug }: ParamsOf<'publishUnpublishedEntry'>,
) {
  const place = placeOf(collection, slug)
  const merged = await context.repository.writing(async () => {
    const draft = await findDraft(context, place, 'publish')
    if (!isReadyToPublish(draft.state.status)) {
      throw invalid('Set this to "Ready" before you publish it.')
    }
    const main = await mainOf(context.repository)
    const commit = await mergeOf(context, draft, main)
    const record = await context.records.at(commit, contentPath(place))
    const pictures = await picturesIn(context.repository, commit)
    const problems = record ? await context.check.ofChange(main, { ...record, pictures }) : []
    if (record && problems.length > 0) throw invalid(messageOf(problems, record.path))
    await context.drafts.publish(draft, { main, merged: commit })
    return commit
  })
  context.onPublish(merged)
  await context.notes.end(place)
  await remember(context, 'publish', place, { commit: merged })
  return { message: 'Published. The page on the site changes within a minute or so.' }
}

async function refuseWhatWouldBreak(context: ActionContext, { record, tip }: Draft): Promise<void> {
  const pictures = await picturesIn(context.repository, tip)
  const problems = await context.check.ofChange(await mainOf(context.repository), { ...record, pictures })
  if (problems.length > 0) throw invalid(messageOf(problems, record.path))
}

/** A draft of somebody else is not there at all, so that its being there tells nothing. */
async function findDraft(context: ActionContext, place: Place, deed: Deed): Promise<Draft> {
  const draft = await context.drafts.open(place)
  if (!draft || !may(context.actor, 'open', draft.record.facts)) {
    throw notFound('There is no draft of this page.')
  }
  if (!may(context.actor, deed, draft.record.facts)) {
    throw notAllowed('You cannot do this with the draft. An editor at the council does that.')
  }
  return draft
}

async function remember(
  { actor, remember }: ActionContext,
  action: 'status' | 'discard' | 'publish',
  { collection, slug }: Place,
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  await remember({ actor: actor.accountId, action, subject: subjectOf({ collection, slug }), detail })
}
