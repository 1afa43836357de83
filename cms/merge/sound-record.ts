import { contentPath, mainOf, type Place } from '../drafts.ts'
import { definitionNamed, type RecordContent, writeRecord } from '../record-file.ts'
import { may } from '../rights.ts'
import { factsOf } from '../stored-records.ts'
import type { ActionContext } from '../transport/action-context.ts'

/** Whether a record that was put together from two changes is the person's own still, and one that the site can be built from. */
export async function isSound(
  context: ActionContext,
  place: Place,
  content: RecordContent,
): Promise<boolean> {
  const definition = definitionNamed(place.collection)
  if (!definition || !may(context.actor, 'save', factsOf(place.collection, content))) return false
  const change = { path: contentPath(place), text: writeRecord(definition, content) }
  const [main, pictures] = [await mainOf(context.repository), await context.pictures.stored()]
  return (await context.check.ofChange(main, { ...change, pictures })).length === 0
}
