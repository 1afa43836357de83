import type { ActionContext } from '../action-context.ts'
import { mainOf } from '../git/main-branch.ts'
import { contentPath, type Place } from '../records/place.ts'
import { definitionNamed, type RecordContent, writeRecord } from '../records/record-file.ts'
import { factsOf } from '../records/stored-records.ts'
import { may } from '../rights/rights.ts'

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
