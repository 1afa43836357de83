import type { ActionContext, RememberedDeed } from '../action-context.ts'
import { type Place, subjectOf } from '../records/place.ts'

/** Writes down what the person of the context did with a record, or with its draft. */
export async function rememberDeed(
  { actor, remember }: ActionContext,
  action: DeedNamed,
  place: Place,
  detail: RememberedDeed['detail'] = {},
): Promise<void> {
  await remember({ actor: actor.accountId, action, subject: subjectOf(place), detail })
}

type DeedNamed = RememberedDeed['action']
