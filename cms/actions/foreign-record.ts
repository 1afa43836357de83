import { notAllowed } from '../refusals.ts'
import { type Actor, may, mayHandOver, type RecordFacts } from '../rights/rights.ts'

/**
 * Refuses a text that somebody may not put in the place of another, or anew where `before` is undefined: it is not of their
 * own organisation, or gives an organisation to another directorate.
 *
 * @throws CmsRefusal
 */
export function refuseForeignRecord(actor: Actor, before: RecordFacts | undefined, text: RecordFacts): void {
  if (!may(actor, before ? 'save' : 'create', text)) throw notAllowed(foreignProvider)
  if (!mayHandOver(actor, before, text)) throw notAllowed(foreignDirectorate)
}

const foreignProvider =
  'You can only save records of your own organisation. Choose your own organisation under "Provider".'

const foreignDirectorate =
  'Which directorate looks after an organisation is for an editor of the whole area to change. Leave “Directorate” as it was.'
