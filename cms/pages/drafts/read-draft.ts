import type { ActionContext } from '../../action-context.ts'
import { type DraftState, standsSince } from '../../drafts/draft-state.ts'
import type { Draft } from '../../drafts/drafts.ts'
import { seenOf } from '../../drafts/find-draft.ts'
import { mainOf } from '../../git/main-branch.ts'
import { type Difference, differencesOf } from '../../history/differences.ts'
import { namesOfRecords } from '../../history/read-history.ts'
import { conflictsOf, type DraftConflict } from '../../merge/draft-conflicts.ts'
import { type PersonShown, personReader } from '../../people-in-words.ts'
import { draftCompleteness } from '../../records/draft-completeness.ts'
import { definitionFor, type Place } from '../../records/place.ts'
import { type StoredRecord, titleOf } from '../../records/stored-records.ts'
import { isEditor, mayWithDraft, ownerOf } from '../../rights/rights.ts'
import { noteIsHeard } from './draft-in-words.ts'
import { type Step, stepsFor } from './steps.ts'

/** All that the page of a draft shows, for a person who may see the draft. */
export async function readDraft(context: ActionContext, draft: Draft): Promise<ShownDraft> {
  const { records, repository, notes } = context
  const definition = definitionFor(draft)
  const main = await mainOf(repository)
  const [published, nameOfRecord, written] = await Promise.all([
    records.at(main, draft.record.path),
    namesOfRecords(context, main),
    notes.of(draft),
  ])
  const { state, record } = draft
  const personOf = personReader(context)
  const organisation = record.facts.provider && nameOfRecord('providers', record.facts.provider)
  return {
    place: { collection: draft.collection, slug: draft.slug },
    kind: definition.labelSingular,
    title: titleOf(record),
    isNew: published === undefined,
    state,
    since: standsSince(state),
    savedBy: await personOf(state.savedBy),
    scheduledBy: state.scheduled && (await personOf(state.scheduled.by)),
    organisation,
    differences: differencesOf(definition, published?.content, record.content, nameOfRecord),
    completeness: draft.collection === 'services' ? completenessOf(published, record) : undefined,
    conflict: await conflictsOf(context, draft),
    notes: await Promise.all(
      written.map(async ({ author, at, text }) => ({ by: await personOf(author), at, text })),
    ),
    noteIsHeard: noteIsHeard({
      by: isEditor(context.actor) ? 'editor' : 'provider',
      isOwned: ownerOf(record.facts) !== undefined,
      hasReaders: (await notes.readersOf(draft, context.actor)).length > 0,
    }),
    steps: new Set(
      stepsFor(state).filter((step) => mayWithDraft(context.actor, step, record.facts, published?.facts)),
    ),
    seen: await seenOf(context, draft),
  }
}

function completenessOf(published: StoredRecord | undefined, { content }: StoredRecord) {
  const of = ({ data }: StoredRecord['content']) => draftCompleteness(data, () => 'key')
  return { before: published && of(published.content), after: of(content) }
}

export interface ShownDraft {
  readonly place: Place
  /** What its collection calls one record. */
  readonly kind: string
  readonly title: string
  readonly isNew: boolean
  readonly state: DraftState
  /** ms UTC */
  readonly since: number
  readonly savedBy: PersonShown
  readonly scheduledBy: PersonShown | undefined
  /** The name of the provider of a service. */
  readonly organisation: string | undefined
  readonly differences: readonly Difference[]
  readonly completeness: ReturnType<typeof completenessOf> | undefined
  readonly conflict: DraftConflict | undefined
  readonly notes: readonly { readonly by: PersonShown; readonly at: number; readonly text: string }[]
  /** Who hears of a note that the person writes, in a sentence. */
  readonly noteIsHeard: string
  /** What the person may do with it now. */
  readonly steps: ReadonlySet<Step>
  readonly seen: string
}
