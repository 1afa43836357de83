import type { ActionContext } from '../action-context.ts'
import { mainOf } from '../git/main-branch.ts'
import type { FoundPostcode } from '../postcodes/postcodes.ts'
import { tooOften } from '../refusals.ts'
import type { ParamsOf } from './protocol.ts'

/**
 * Where a postcode is, for whoever fills in a place. The list is open data; asking is counted for each account.
 *
 * @throws CmsRefusal when it was asked too often
 */
export async function findPostcode(
  { actor, repository, postcodes }: ActionContext,
  { postcode }: ParamsOf<'findPostcode'>,
): Promise<FoundPostcode> {
  if (!postcodes.mayAsk(actor.accountId)) throw tooOften(askedTooOften)
  return postcodes.find(await mainOf(repository), postcode)
}

const askedTooOften =
  'You looked up many postcodes in a short time. Wait a minute. Saving finds the place too.'
