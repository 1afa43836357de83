import type { ActionContext } from '../action-context.ts'
import { moveDraft, publishDraft, throwAway } from '../actions/draft-steps.ts'
import { draftsFor, findDraft, rightsIn } from '../drafts/find-draft.ts'
import { statusNames } from '../drafts/workflow.ts'
import { mainOf } from '../git/main-branch.ts'
import { whoHasLeft } from '../people-in-words.ts'
import { placeOf, subjectOf } from '../records/place.ts'
import { notFound } from '../refusals.ts'
import type { ParamsOf } from './protocol.ts'

/** The drafts that the person may see, as `<collection>/<slug>`. */
export async function unpublishedEntries(context: ActionContext) {
  return (await draftsFor(context)).map(subjectOf)
}

/**
 * Where a draft stands, by id or by collection and slug, with the version of its text and what the person may do with it:
 * Decap asks once for all records, but rights are of each.
 */
export async function unpublishedEntry(context: ActionContext, params: ParamsOf<'unpublishedEntry'>) {
  const [collection = '', slug = ''] = params.id?.split('/') ?? [params.collection, params.slug]
  const draft = await findDraft(context, placeOf(collection, slug), 'open-draft')
  const { path, blob } = draft.record
  const published = await context.records.at(await mainOf(context.repository), path)
  const name = await context.nameOf(draft.state.savedBy.accountId)
  const can = await rightsIn(context, draft)
  return {
    collection,
    slug,
    status: draft.state.status,
    diffs: [{ path, id: blob, newFile: published === undefined }],
    updatedAt: new Date(draft.state.savedAt).toISOString(),
    pullRequestAuthor: name ?? whoHasLeft,
    version: blob,
    may: withDrafts.filter((deed) => can(context.actor, deed)),
    ...(draft.state.scheduled && { scheduledFor: draft.state.scheduled.for }),
  }
}

/** What Decap offers to do with a draft. */
const withDrafts = [
  'save',
  'submit',
  'withdraw',
  'approve',
  'reopen',
  'throw-away',
  'publish',
  'history',
] as const

/** The text of a draft. */
export async function unpublishedEntryDataFile(
  context: ActionContext,
  { collection, slug, path }: ParamsOf<'unpublishedEntryDataFile'>,
) {
  const draft = await findDraft(context, placeOf(collection, slug), 'open-draft')
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
  { collection, slug, newStatus, openedVersion }: ParamsOf<'updateUnpublishedEntryStatus'>,
) {
  await moveDraft(context, placeOf(collection, slug), newStatus, { openedVersion })
  return { message: `This is now ${statusNames[newStatus]}.` }
}

/** Throws a draft away. What is published stays as it is. */
export async function deleteUnpublishedEntry(
  context: ActionContext,
  { collection, slug, openedVersion }: ParamsOf<'deleteUnpublishedEntry'>,
) {
  await throwAway(context, placeOf(collection, slug), { openedVersion })
  return { message: 'The draft is gone. What was published has not changed.' }
}

/** Merges a ready draft into what is published; the approver is the author of the merge. */
export async function publishUnpublishedEntry(
  context: ActionContext,
  { collection, slug, openedVersion }: ParamsOf<'publishUnpublishedEntry'>,
) {
  const commit = await publishDraft(context, placeOf(collection, slug), { isAtOnce: false, openedVersion })
  return { message: 'Published. The page on the site changes within a minute or so.', commit }
}
