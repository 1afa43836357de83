import type { ActionContext } from '../../action-context.ts'
import { type DraftState, standsSince } from '../../drafts/draft-state.ts'
import type { Draft } from '../../drafts/drafts.ts'
import { draftsFor } from '../../drafts/find-draft.ts'
import { mainOf } from '../../git/main-branch.ts'
import { conflictsOf } from '../../merge/draft-conflicts.ts'
import { type PersonShown, personReader } from '../../people-in-words.ts'
import { type Place, subjectOf } from '../../records/place.ts'
import { definitionNamed } from '../../records/record-file.ts'
import { titleOf } from '../../records/stored-records.ts'
import { isEditor } from '../../rights/rights.ts'

/** The drafts that a person may see, by where they stand; within a group the one that waits longest comes first. */
export async function readDrafts(context: ActionContext, wanted: DraftFilter): Promise<ShownDrafts> {
  const all = await draftsFor(context)
  const found = all
    .filter(({ collection }) => wanted.collection === undefined || collection === wanted.collection)
    .filter(({ state }) => wanted.group === undefined || groupOf(state) === wanted.group)
    .toSorted((one, other) => standsSince(one.state) - standsSince(other.state))
  const organisations = await context.records.all(await mainOf(context.repository), 'providers')
  const nameOf = new Map(organisations.map((record) => [record.facts.id, titleOf(record)]))
  const counts = await context.notes.counts()
  const personOf = personReader(context)
  const lines = found.slice(0, mostShown).map(
    async (draft): Promise<DraftLine> => ({
      ...{ collection: draft.collection, slug: draft.slug, state: draft.state },
      title: titleOf(draft.record),
      kind: definitionNamed(draft.collection)?.labelSingular ?? '',
      group: groupOf(draft.state),
      savedBy: await personOf(draft.state.savedBy),
      organisation: nameOf.get(draft.record.facts.provider),
      since: standsSince(draft.state),
      notes: counts.get(subjectOf(draft)) ?? 0,
      hasConflict: (await conflictsOf(context, draft)) !== undefined,
    }),
  )
  return {
    lines: await Promise.all(lines),
    left: Math.max(0, found.length - mostShown),
    total: all.length,
    collections: [...new Set(all.map(({ collection }) => collection))].toSorted(),
  }
}

/** The draft in review that waits longest for this person, for editors, who go from one to the next. */
export async function nextInReview(
  context: ActionContext,
): Promise<(Place & { readonly title: string }) | undefined> {
  if (!isEditor(context.actor)) return undefined
  const waiting = (await draftsFor(context)).filter(({ state }) => groupOf(state) === 'review')
  const [next] = waiting.toSorted((one, other) => standsSince(one.state) - standsSince(other.state))
  return next && { collection: next.collection, slug: next.slug, title: titleOf(next.record) }
}

/** Where a draft stands, for the list: a time that is set makes a group of its own. */
export function groupOf({ status, scheduled }: Draft['state']): DraftGroup {
  if (scheduled) return 'scheduled'
  return ({ draft: 'draft', pending_review: 'review', pending_publish: 'ready' } as const)[status]
}

const mostShown = 200

/** Where drafts can stand, in the order in which editors look at them. */
export const draftGroups = ['review', 'ready', 'scheduled', 'draft'] as const

export type DraftGroup = (typeof draftGroups)[number]

/** What of the list is wanted; all of it where nothing is said. */
export interface DraftFilter {
  readonly collection?: string | undefined
  readonly group?: DraftGroup | undefined
}

export interface DraftLine extends Place {
  readonly state: DraftState
  readonly title: string
  /** What its collection calls one record. */
  readonly kind: string
  readonly group: DraftGroup
  readonly savedBy: PersonShown
  readonly organisation: string | undefined
  /** ms UTC */
  readonly since: number
  readonly notes: number
  /** Whether somebody must choose before it can be published. */
  readonly hasConflict: boolean
}

export interface ShownDrafts {
  readonly lines: readonly DraftLine[]
  /** How many more there are than are shown. */
  readonly left: number
  /** How many there are without a filter. */
  readonly total: number
  /** The collections that have drafts. */
  readonly collections: readonly string[]
}
