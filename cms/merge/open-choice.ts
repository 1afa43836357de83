import type { ActionContext } from '../action-context.ts'
import type { Draft } from '../drafts/drafts.ts'
import { rightsIn } from '../drafts/find-draft.ts'
import { mainOf } from '../git/main-branch.ts'
import { contentPath, type Place } from '../records/place.ts'
import type { RecordContent } from '../records/record-file.ts'
import type { StoredRecord } from '../records/stored-records.ts'
import { notAllowed, notFound } from '../refusals.ts'
import { may } from '../rights/rights.ts'
import { meetPublished } from './draft-conflicts.ts'
import type { KeptText } from './kept-texts.ts'
import { lastWriter, type Writer } from './last-writer.ts'
import { type FieldConflict, mergeRecords, type RecordSides } from './merge-records.ts'
import { isSound } from './sound-record.ts'

/**
 * The choice that waits for a person about one record: between a text of theirs that was kept and what stands there now, or
 * between a draft and what was published meanwhile. Undefined when there is none.
 *
 * @throws CmsRefusal when the record is not theirs any more
 */
export async function openChoice(
  context: ActionContext,
  place: Place,
  wanted: WantedChoice,
): Promise<Choice | undefined> {
  const { records, repository, drafts } = context
  const main = await mainOf(repository)
  const published = await records.at(main, contentPath(place))
  const draft = await drafts.open(place)
  const there = { published, draft, current: draft?.record ?? published }
  const kept = await keptText(context, place, wanted)
  if (kept) return choiceOfKept(context, place, kept, there)
  return draft && !wanted.version ? choiceOfDraft(context, draft, published) : undefined
}

/** Only its writer may read what was kept, and editors of the record. */
async function keptText({ actor, kept }: ActionContext, place: Place, { of, version }: WantedChoice) {
  const found = (await kept.at(of ?? actor.accountId, place)).find(
    ({ record }) => version === undefined || record.blob === version,
  )
  const deed = found?.accountId === actor.accountId ? 'save' : 'approve'
  return found && may(actor, deed, found.record.facts) ? found : undefined
}

async function choiceOfKept(
  context: ActionContext,
  place: Place,
  kept: KeptText,
  { published, draft, current }: There,
): Promise<Choice> {
  const mine = kept.record.content
  const known = { place, kept, draft, mine, mineBy: kept, seen: `${kept.record.blob}.${current?.blob ?? ''}` }
  if (kept.isNew) return { ...known, kind: 'taken' }
  if (!current) return { ...known, kind: 'removed', mine: withId(mine, kept.base) }
  for (const each of [published, draft?.record])
    if (each && !may(context.actor, 'save', each.facts)) throw notAllowed()

  const sides = { base: kept.base?.content, there: current.content, mine }
  const merged = mergeRecords(sides)
  const fits = merged.conflicts.length > 0 || (await isSound(context, place, merged.content))
  const thereBy = await lastWriter(context, place, draft)
  return { ...known, kind: 'fields', sides, asksAll: !fits, thereBy }
}

async function choiceOfDraft(
  context: ActionContext,
  draft: Draft,
  published: StoredRecord | undefined,
): Promise<Choice | undefined> {
  const place = { collection: draft.collection, slug: draft.slug }
  const can = await rightsIn(context, draft)
  if (!can(context.actor, 'open-draft') || !can(context.actor, 'save')) throw notFound()
  const met = await meetPublished(context, draft)
  if (met.kind === 'merged') return undefined
  const mine = draft.record.content
  const mineBy = { ...draft.state.savedBy, at: draft.state.savedAt }
  const seen = `${draft.record.blob}.${published?.blob ?? ''}`
  const known = { place, kept: undefined, draft, mine, mineBy, seen }
  if (met.kind === 'removed') return { ...known, kind: 'removed' }
  const sides = { base: met.base?.content, there: met.published.content, mine }
  const thereBy = await lastWriter(context, place, undefined)
  return { ...known, kind: 'fields', sides, asksAll: met.asksAll, thereBy }
}

/** A page that was removed comes back as itself. */
function withId({ data, body }: RecordContent, base: StoredRecord | undefined): RecordContent {
  return { data: { ...data, ...(base?.facts.id !== undefined && { id: base.facts.id }) }, body }
}

/** The fields that a choice asks about. */
export function questionsOf({ sides, asksAll }: FieldsChoice): readonly FieldConflict[] {
  return mergeRecords(sides, { asksAll }).conflicts
}

interface There {
  readonly published: StoredRecord | undefined
  readonly draft: Draft | undefined
  readonly current: StoredRecord | undefined
}

/** Which kept text: of whom, and its version. The newest of the person's own where nothing is said. */
export interface WantedChoice {
  readonly of?: string | undefined
  readonly version?: string | undefined
}

interface KnownChoice {
  readonly place: Place
  /** The text that waits; undefined where a draft stands against what is published. */
  readonly kept: KeptText | undefined
  readonly draft: Draft | undefined
  readonly mine: RecordContent
  readonly mineBy: Writer
  /** The versions of both sides. */
  readonly seen: string
}

/** Both changed the record. */
export interface FieldsChoice extends KnownChoice {
  readonly kind: 'fields'
  readonly sides: RecordSides
  /** Whether every field in which the two differ is asked about, as they do not fit together by themselves. */
  readonly asksAll: boolean
  /** Who wrote what stands there now. */
  readonly thereBy: Writer | undefined
}

/** The record was removed meanwhile, or its name was taken before it came. */
export interface OtherChoice extends KnownChoice {
  readonly kind: 'removed' | 'taken'
}

export type Choice = FieldsChoice | OtherChoice
