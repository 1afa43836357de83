import type { Problem } from '#platform/pages/form-fields.ts'
import { serviceRecord } from '#records/service.ts'
import type { ActionContext } from '../action-context.ts'
import { moveDraft } from '../actions/draft-steps.ts'
import { saveRecord } from '../actions/save-record.ts'
import type { OpenService } from '../drafts/open-service.ts'
import { differencesOf } from '../history/differences.ts'
import { openedRecord } from '../merge/meet-change.ts'
import { placeOf } from '../records/place.ts'
import { writeRecord } from '../records/record-file.ts'
import { CmsRefusal } from '../refusals.ts'
import { problemsOnForm, type TypedForm, withTyped } from './short-form.ts'

/**
 * Saves the short form through the same actions as the CMS and sends it to an editor. Only its own fields change. What does
 * not go in is told field by field. What somebody else changed meanwhile in other fields stays.
 *
 * @throws CmsRefusal that leads to a choice, where somebody else changed the same field: what was typed is kept
 */
export async function sendShortForm(
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

export type Sent =
  /** `isTogether` when it was saved together with what somebody else had changed meanwhile. */
  | { readonly outcome: 'sent'; readonly isTogether: boolean }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem<string>[] }
