import { refuseTooMuch } from '#records/read-yaml.ts'
import type { ActionContext } from '../action-context.ts'
import { mainOf } from '../git/main-branch.ts'
import { completeValues } from '../records/complete-record.ts'
import { contentPath, definitionFor, placeOf } from '../records/place.ts'
import { type Values, writeRecord } from '../records/record-file.ts'
import { factsOf } from '../records/stored-records.ts'
import { invalid, notAllowed } from '../refusals.ts'
import { may, mayWithDraft } from '../rights/rights.ts'

/**
 * The file that a record would have if somebody saved what is in their form, complete or not. Nothing is stored.
 *
 * @param typed `slug` is empty for a record that is new
 * @throws CmsRefusal when the person may not save such a record there
 */
export async function typedFile(
  context: ActionContext,
  typed: TypedRecord,
): Promise<{ path: string; text: string }> {
  const { actor, repository, records, drafts, newId } = context
  const definition = definitionFor(typed)
  const isNew = typed.slug === ''
  const place = placeOf(typed.collection, isNew ? slugOfNew : typed.slug)
  const path = contentPath(place)
  const published = isNew ? undefined : await records.at(await mainOf(repository), path)
  const draft = isNew ? undefined : await drafts.open(place)
  const there = draft?.record ?? published

  const { body, ...values } = typed.values
  refuseEndless(values)
  const data: Values = completeValues(definition.decapFields, values, newId)
  data['id'] = there?.facts.id ?? newId()
  const [ownProvider] = actor.providerIds
  // Who has not chosen yet among their own organisations may look all the same.
  if (place.collection === 'services' && !data['provider'] && ownProvider !== undefined)
    data['provider'] = ownProvider

  const content = { data, body: typeof body === 'string' ? body : '' }
  const facts = factsOf(place.collection, content)
  if (published && !may(actor, 'save', published.facts)) throw notAllowed()
  if (draft && !mayWithDraft(actor, 'save', draft.record.facts, published?.facts)) throw notAllowed()
  if (!may(actor, there ? 'save' : 'create', facts)) throw notAllowed()
  return { path, text: writeRecord(definition, content) }
}

/** What no record can hold is not even written down: that alone would keep the server busy. */
function refuseEndless(values: Values): void {
  try {
    refuseTooMuch(values)
  } catch (cause) {
    throw invalid(`${cause instanceof Error ? cause.message : String(cause)}.`)
  }
}

/** A record that is new gets its own slug when it is saved. */
const slugOfNew = 'new-page'

export interface TypedRecord {
  readonly collection: string
  readonly slug: string
  /** The fields as the form holds them, and the text below them as `body`. */
  readonly values: Values
}
