import { z } from 'zod'
import { serviceRecord } from '#records/service.ts'
import { type ActionContext, authorOf } from '../action-context.ts'
import { moveDraft } from '../actions/draft-steps.ts'
import { rememberDeed } from '../actions/remember-deed.ts'
import type { Draft } from '../drafts/drafts.ts'
import { mainOf } from '../git/main-branch.ts'
import { cleanContent } from '../records/clean-text.ts'
import { completeValues } from '../records/complete-record.ts'
import { messageOf } from '../records/content-check.ts'
import { contentPath } from '../records/place.ts'
import { type RecordContent, writeRecord } from '../records/record-file.ts'
import { factsOf, type StoredRecord, titleOf } from '../records/stored-records.ts'
import { invalid, notAllowed } from '../refusals.ts'
import { may } from '../rights/rights.ts'
import { slugFromName } from './slug-from-name.ts'

/**
 * Makes the draft of a new service and sends it to the editors. `id` is the one that the service keeps; it comes with the
 * form, so that a form that is sent twice makes one draft. Gives the slug.
 *
 * @throws CmsRefusal when the person may not, or with the problems of the record
 */
export async function proposeService(
  context: ActionContext,
  { id, content: typed }: { id: string; content: RecordContent },
): Promise<string> {
  if (!z.uuid().safeParse(id).success) throw invalid('This form is out of date. Open it once more.')
  const { repository, records, drafts } = context
  const content = cleanContent(typed)
  const { slug, status, isNew } = await repository.writing(async () => {
    const main = await mainOf(repository)
    const there = await servicesAndDrafts(context, main)
    const same = there.find(({ record }) => record.facts.id === id)
    if (same) return { ...sentBefore(context, same), isNew: false }

    const complete = completeValues(serviceRecord.decapFields, { ...content.data, id }, context.newId)
    const data = await context.postcodes.complete(main, complete, undefined)
    const record: RecordContent = { data, body: content.body }
    const facts = factsOf(serviceRecord.name, record)
    // Whoever has not said whose it is yet is told so at the field.
    if (facts.provider !== undefined && !may(context.actor, 'create', facts))
      throw notAllowed(foreignProvider)

    const taken = new Set(there.map((each) => each.record.slug))
    const name = titleOf({ collection: serviceRecord.name, slug: '', content: record })
    const place = {
      collection: serviceRecord.name,
      slug: slugFromName(name, (each) => taken.has(each)),
    }
    const path = contentPath(place)
    const text = writeRecord(serviceRecord, record)
    const problems = await context.check.ofChange(main, { path, text })
    if (problems.length > 0) throw invalid(messageOf(problems, path), problems)
    if ((await records.at(main, path)) !== undefined)
      throw invalid('This form is out of date. Open it once more.')
    const author = authorOf(context.actor)
    await drafts.save({
      ...{ place, before: undefined, text, pictures: [], author, at: context.clock() },
      status: 'draft',
    })
    return { slug: place.slug, status: 'draft', isNew: true }
  })
  const place = { collection: serviceRecord.name, slug }
  if (isNew) await rememberDeed(context, 'propose', place)
  if (status === 'draft') await moveDraft(context, place, 'pending_review')
  return slug
}

/** The form came before: its draft stands, or was published meanwhile. */
function sentBefore({ actor }: ActionContext, { record, draft }: Known) {
  if (!may(actor, 'save', record.facts)) throw invalid('This form is out of date. Open it once more.')
  return { slug: record.slug, status: draft?.state.status }
}

async function servicesAndDrafts({ records, drafts }: ActionContext, main: string): Promise<Known[]> {
  const published = await records.all(main, serviceRecord.name)
  const open = (await drafts.all()).filter(({ collection }) => collection === serviceRecord.name)
  return [
    ...open.map((draft) => ({ record: draft.record, draft })),
    ...published.map((record) => ({ record, draft: undefined })),
  ]
}

const foreignProvider = 'You can only propose a service of your own organisation. Choose it under “Provider”.'

interface Known {
  readonly record: StoredRecord
  readonly draft: Draft | undefined
}
