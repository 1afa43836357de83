import type { Problem } from '#platform/pages/form-fields.ts'
import { serviceRecord } from '#records/service.ts'
import type { ActionContext } from '../action-context.ts'
import { moveDraft } from '../actions/draft-steps.ts'
import { saveRecord } from '../actions/save-record.ts'
import type { Draft } from '../drafts/drafts.ts'
import { mayDo } from '../drafts/find-draft.ts'
import { mainOf } from '../git/main-branch.ts'
import { differencesOf } from '../history/differences.ts'
import { openedRecord } from '../merge/meet-change.ts'
import { contentPath, placeOf } from '../records/place.ts'
import { writeRecord } from '../records/record-file.ts'
import type { StoredRecord } from '../records/stored-records.ts'
import { CmsRefusal, notAllowed, notFound } from '../refusals.ts'
import { may } from '../rights/rights.ts'
import { problemsOnForm, type TypedForm, withTyped } from './quick-form.ts'

/** A service as its provider sees it: what is published, the draft on top of it, and which of them the form shows. */
export async function openService(context: ActionContext, slug: string): Promise<OpenService> {
  const place = placeOf(serviceRecord.name, slug)
  const published = await context.records.at(await mainOf(context.repository), contentPath(place))
  const open = await context.drafts.open(place)
  const draft = open && (await mayDo(context, 'open-draft', open)) ? open : undefined
  const current = draft?.record ?? published
  if (!current || !may(context.actor, 'open', current.facts)) throw notFound()
  const isOwn = [published, draft?.record].every((each) => !each || may(context.actor, 'save', each.facts))
  if (!isOwn) throw notAllowed()
  return { slug, published, draft, current }
}

/**
 * Saves the short form through the same actions as the CMS and sends it to an editor. Only its own fields change. What does
 * not go in is told field by field. What somebody else changed meanwhile in other fields stays.
 *
 * @throws CmsRefusal that leads to a choice, where somebody else changed the same field: what was typed is kept
 */
export async function sendQuickForm(
  context: ActionContext,
  { slug, current }: OpenService,
  form: TypedForm,
  seen: string,
): Promise<Sent> {
  const place = placeOf(serviceRecord.name, slug)
  const opened = (await openedRecord(context, place, seen)) ?? current
  const { data, rows } = withTyped(opened.content.data, form)
  const content = { data, body: opened.content.body }
  // None of these fields names another record.
  const differences = differencesOf(serviceRecord, opened.content, content, () => undefined)
  if (differences.length === 0) {
    const message =
      'You have changed nothing yet. If all of it is right, press “Yes, all of it is still correct”.'
    return { outcome: 'refused', problems: [{ field: 'form', message }] }
  }
  try {
    const raw = writeRecord(serviceRecord, content)
    const { meanwhile } = await saveRecord(context, { place, raw, isNew: false, openedVersion: seen })
    await moveDraft(context, place, 'pending_review')
    return { outcome: 'sent', isTogether: meanwhile !== null }
  } catch (error) {
    if (!(error instanceof CmsRefusal) || error.address !== undefined) throw error
    const problems: Problem<string>[] =
      error.problems.length > 0
        ? problemsOnForm(error.problems, rows)
        : [{ field: 'form', message: error.message }]
    return { outcome: 'refused', problems }
  }
}

export interface OpenService {
  readonly slug: string
  readonly published: StoredRecord | undefined
  readonly draft: Draft | undefined
  /** The draft where there is one: what the form shows and changes. */
  readonly current: StoredRecord
}

export type Sent =
  /** `isTogether` when it was saved together with what somebody else had changed meanwhile. */
  | { readonly outcome: 'sent'; readonly isTogether: boolean }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem<string>[] }
