import type { ActionContext } from '../action-context.ts'
import { mainOf } from '../git/main-branch.ts'
import { contentPath, type Place } from '../records/place.ts'
import { changedMeanwhile, notAllowed, notFound } from '../refusals.ts'
import { type Actor, type Deed, mayWithDraft } from '../rights/rights.ts'
import type { Draft } from './drafts.ts'

/** What a person was shown before they took a step: the text, where it stood, and what was published. */
export async function seenOf(context: ActionContext, draft: Draft): Promise<string> {
  const published = await context.repository.blobAt(await mainOf(context.repository), contentPath(draft))
  return [draft.tip, draft.stateId ?? '', published ?? ''].join('.')
}

/**
 * The draft of a record, for somebody who may do this with it. A draft of somebody else is not there at all, so that its
 * being there tells nothing.
 *
 * @throws CmsRefusal
 */
export async function findDraft(
  context: ActionContext,
  place: Place,
  deed: Deed,
  seen?: string,
): Promise<Draft> {
  const draft = await context.drafts.open(place)
  if (!draft) throw notFound(noDraft)
  const can = await rightsIn(context, draft)
  if (!can(context.actor, 'open-draft')) throw notFound(noDraft)
  if (!can(context.actor, deed)) throw notAllowed(editorsDoThat)
  if (seen !== undefined && seen !== (await seenOf(context, draft))) throw changedMeanwhile(changedSince)
  return draft
}

/** The drafts that the person may see. */
export async function draftsFor(context: ActionContext): Promise<Draft[]> {
  const drafts = await context.drafts.all()
  const seen = await Promise.all(drafts.map((draft) => mayDo(context, 'open-draft', draft)))
  return drafts.filter((_, index) => seen[index])
}

/** Whether the person may do this with a draft, by what it says and by what is published. */
export async function mayDo(
  context: ActionContext,
  deed: Deed,
  draft: Pick<Draft, 'record'>,
): Promise<boolean> {
  const can = await rightsIn(context, draft)
  return can(context.actor, deed)
}

/** Tells of several people, or several deeds, who may do what with a draft as things are now. */
export async function rightsIn(
  { records, repository }: Pick<ActionContext, 'records' | 'repository'>,
  { record }: Pick<Draft, 'record'>,
): Promise<(actor: Actor, deed: Deed) => boolean> {
  const published = await records.at(await mainOf(repository), record.path)
  return (actor, deed) => mayWithDraft(actor, deed, record.facts, published?.facts)
}

export const editorsDoThat = 'You cannot do this with the draft. An editor at the council does that.'
const noDraft = 'There is no draft of this page.'
const changedSince =
  'Somebody changed this draft, or what is published, after you opened the page. Nothing was done. Look at it once more.'
