import type { CommitAuthor, ContentRepository } from '../git/content-repository.ts'
import { mainOf, mainRef } from '../git/main-branch.ts'
import type { RefChange } from '../git/ref-transaction.ts'
import type { ContentFile, TreeChange } from '../git/tree.ts'
import { picturesIn } from '../pictures/picture-files.ts'
import { contentPath, type Place, subjectOf } from '../records/place.ts'
import { definitionNamed } from '../records/record-file.ts'
import type { StoredRecord, StoredRecords } from '../records/stored-records.ts'
import {
  type DraftMove,
  type DraftState,
  draftState,
  stateAfterMove,
  stateAfterSave,
  untold,
} from './draft-state.ts'
import { createThrownAway, type ThrownAwayDraft } from './thrown-away.ts'
import type { DraftStatus } from './workflow.ts'

/**
 * Drafts of the content repository. A draft is a branch `cms/<collection>/<slug>`; where it stands in the workflow is
 * a small JSON blob under `refs/cms/entries/<collection>/<slug>`. Both move together or not at all.
 *
 * What changes something is to be called inside `repository.writing`.
 */
export function createDrafts(repository: ContentRepository, records: StoredRecords): Drafts {
  const thrownAway = createThrownAway(repository, records)

  async function stateAt(id: string | undefined): Promise<DraftState> {
    const text = id === undefined ? undefined : await repository.readBlob(id)
    return text === undefined ? untold : draftState.parse(JSON.parse(text))
  }

  async function draftAt(place: Place, tip: string, stateId: string | undefined): Promise<Draft | undefined> {
    const record = await records.at(tip, contentPath(place))
    if (!record) return undefined
    return { ...place, tip, stateId, record, state: await stateAt(stateId) }
  }

  /** A draft brings the pictures that its record shows, and none that it showed before and that nobody published. */
  async function pictureChanges(parent: string, shown: readonly ContentFile[]): Promise<TreeChange[]> {
    const blobs = async (commit: string) =>
      new Map((await picturesIn(repository, commit)).map(({ path, blob }) => [path, blob]))
    const [there, published] = await Promise.all([blobs(parent), mainOf(repository).then(blobs)])
    const wanted = new Set(shown.map(({ path }) => path))
    const left = [...there.keys()].filter((path) => !wanted.has(path) && !published.has(path))
    return [
      ...shown.filter(({ path, blob }) => there.get(path) !== blob),
      ...left.map((path) => ({ path, blob: null })),
    ]
  }

  const writeState = (state: DraftState) => repository.writeBlob(`${JSON.stringify(state)}\n`)

  return {
    async open(place) {
      const tip = await repository.refTarget(branchOf(place))
      return tip === undefined ? undefined : draftAt(place, tip, await repository.refTarget(entryOf(place)))
    },

    async all() {
      const states = await repository.refsUnder(entriesUnder)
      const stateOf = new Map(states.map(({ ref, id }) => [ref, id]))
      const branches = await repository.refsUnder(branchesUnder)
      const drafts = await Promise.all(
        branches.map(({ ref, id }) => {
          const [collection = '', slug = ''] = ref.slice(branchesUnder.length).split('/')
          if (!definitionNamed(collection)) return undefined
          return draftAt({ collection, slug }, id, stateOf.get(entryOf({ collection, slug })))
        }),
      )
      return drafts.filter((draft) => draft !== undefined)
    },

    async save({ place, before, text, pictures, author, at, status, parents, alongside = [] }) {
      const parent = parents?.[0] ?? before?.tip ?? (await mainOf(repository))
      const blob = await repository.writeBlob(text)
      const message = `${before || (await repository.blobAt(parent, contentPath(place))) ? 'Change' : 'Add'} ${subjectOf(place)}`
      const changes = [{ path: contentPath(place), blob }, ...(await pictureChanges(parent, pictures))]
      const tip =
        parents === undefined && before?.record.blob === blob
          ? before.tip
          : await repository.commit({ parents: parents ?? [parent], changes, author, message, at })
      const state = await writeState(stateAfterSave(before?.state, { status, by: author, at }))
      await repository.updateRefs([
        { ref: branchOf(place), from: before?.tip ?? null, to: tip },
        { ref: entryOf(place), from: before?.stateId ?? null, to: state },
        ...alongside,
      ])
      return blob
    },

    async move(draft, move) {
      const state = await writeState(stateAfterMove(draft.state, move))
      await repository.updateRefs([{ ref: entryOf(draft), from: draft.stateId ?? null, to: state }])
    },

    moveTo: (draft, tip) => ({ ref: branchOf(draft), from: draft.tip, to: tip }),

    async throwAway(draft, by, at) {
      await repository.updateRefs([...removalOf(draft), ...(await thrownAway.keep(draft, by, at))])
    },

    thrownAway: thrownAway.all,
    forgetThrownAway: thrownAway.forgetBefore,

    async bringBack(draft) {
      const { savedBy, savedAt } = draft.state
      const state = await writeState({ version: 1, status: 'draft', savedBy, savedAt })
      await repository.updateRefs([
        { ref: branchOf(draft), from: null, to: draft.refs.draft },
        { ref: entryOf(draft), from: null, to: state },
        ...thrownAway.removalOf(draft),
      ])
    },

    async publish(draft, { main, merged }) {
      await repository.updateRefs([{ ref: mainRef, from: main, to: merged }, ...removalOf(draft)])
    },
  }
}

const branchesUnder = 'refs/heads/cms/'
const entriesUnder = 'refs/cms/entries/'
const branchOf = (place: Place) => `${branchesUnder}${subjectOf(place)}`
const entryOf = (place: Place) => `${entriesUnder}${subjectOf(place)}`

function removalOf(draft: Draft): RefChange[] {
  const branch = { ref: branchOf(draft), from: draft.tip, to: null }
  return draft.stateId ? [branch, { ref: entryOf(draft), from: draft.stateId, to: null }] : [branch]
}

export interface Draft extends Place {
  readonly tip: string
  readonly stateId: string | undefined
  readonly record: StoredRecord
  readonly state: DraftState
}

export interface Drafts {
  open(place: Place): Promise<Draft | undefined>
  all(): Promise<Draft[]>
  /** Commits a text to the draft, makes the draft when there is none, and gives the new version of the text. */
  save(what: {
    place: Place
    before: Draft | undefined
    text: string
    /** The pictures that the record shows. */
    pictures: readonly ContentFile[]
    author: CommitAuthor
    /** ms UTC */
    at: number
    status: DraftStatus
    /** What the new commit stands on, the first with its tree; the draft as it was, or `main`, unless given. */
    parents?: readonly string[]
    /** Moves together with the draft. */
    alongside?: readonly RefChange[]
  }): Promise<string>
  move(draft: Draft, to: DraftMove): Promise<void>
  /** How the branch of a draft moves on to another commit; it moves together with whatever else changes. */
  moveTo(draft: Draft, tip: string): RefChange
  /** Takes a draft away and keeps it where it can be brought back from. `at` is ms UTC. */
  throwAway(draft: Draft, by: CommitAuthor, at: number): Promise<void>
  /** What was thrown away and can be brought back, the newest first. */
  thrownAway(): Promise<ThrownAwayDraft[]>
  /** Makes what was thrown away a draft again, where there is none now. */
  bringBack(draft: ThrownAwayDraft): Promise<void>
  /** Forgets what was thrown away before an instant (ms UTC); gives how many drafts that were. */
  forgetThrownAway(instant: number): Promise<number>
  /** Moves `main` to a merge that was made and checked, and removes the draft. */
  publish(draft: Draft, to: { main: string; merged: string }): Promise<void>
}
