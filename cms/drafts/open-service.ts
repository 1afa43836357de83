import { serviceRecord } from '#records/service.ts'
import type { ActionContext } from '../action-context.ts'
import { mainOf } from '../git/main-branch.ts'
import { contentPath, placeOf } from '../records/place.ts'
import type { StoredRecord } from '../records/stored-records.ts'
import { notAllowed, notFound } from '../refusals.ts'
import { may } from '../rights/rights.ts'
import type { Draft } from './drafts.ts'
import { mayDo } from './find-draft.ts'

/**
 * A service as its provider sees it: what is published, the draft on top of it, and which of them a form shows.
 *
 * @throws CmsRefusal when it is not there for this person, or not theirs to change
 */
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

export interface OpenService {
  readonly slug: string
  readonly published: StoredRecord | undefined
  readonly draft: Draft | undefined
  /** The draft where there is one: what the form shows and changes. */
  readonly current: StoredRecord
}
