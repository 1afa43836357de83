import { z } from 'zod'
import { pathOf } from '#records/collections.ts'
import type { CommitAuthor, ContentRepository } from '../git/content-repository.ts'
import type { RefChange } from '../git/ref-transaction.ts'
import type { Place } from '../records/place.ts'
import { definitionNamed } from '../records/record-file.ts'
import type { StoredRecord, StoredRecords } from '../records/stored-records.ts'
import { draftState, untold } from './draft-state.ts'
import type { Draft } from './drafts.ts'

/** How long a draft that was thrown away can be brought back. */
export const thrownAwayDays = 30

/**
 * Drafts that were thrown away. What was written stays in Git under `refs/cms/thrown-away/<collection>/<slug>/<ms>/`: `draft`
 * is the commit, `deed` says who threw it away and where it had stood. What changes something is to be called inside
 * `repository.writing`.
 */
export function createThrownAway(repository: ContentRepository, records: StoredRecords): ThrownAway {
  async function read(
    place: Place,
    path: string,
    refs: { draft: string; deed: string },
    at: number,
  ): Promise<ThrownAwayDraft | undefined> {
    const [record, text] = await Promise.all([records.at(refs.draft, path), repository.readBlob(refs.deed)])
    if (!record || text === undefined) return undefined
    return { ...place, ...thrownAway.parse(JSON.parse(text)), record, at, refs }
  }

  async function all(): Promise<ThrownAwayDraft[]> {
    const found = new Map<string, Map<string, string>>()
    for (const { ref, id } of await repository.refsUnder(thrownAwayUnder)) {
      const [, key = '', kind = ''] = /^(.+)\/(\w+)$/.exec(ref.slice(thrownAwayUnder.length)) ?? []
      found.set(key, (found.get(key) ?? new Map<string, string>()).set(kind, id))
    }
    const drafts = [...found].map(([key, ids]) => {
      const [collection = '', slug = '', at = ''] = key.split('/')
      const [draft, deed] = [ids.get('draft'), ids.get('deed')]
      const name = definitionNamed(collection)?.name
      if (!name || draft === undefined || deed === undefined) return undefined
      return read({ collection, slug }, pathOf(name, slug), { draft, deed }, Number(at))
    })
    const kept = (await Promise.all(drafts)).filter((draft) => draft !== undefined)
    return kept.toSorted((one, other) => other.at - one.at)
  }

  const removalOf = (draft: ThrownAwayDraft): RefChange[] => {
    const under = folderOf(draft, draft.at)
    return [
      { ref: `${under}draft`, from: draft.refs.draft, to: null },
      { ref: `${under}deed`, from: draft.refs.deed, to: null },
    ]
  }

  return {
    all,
    removalOf,

    async keep(draft, by, at) {
      const deed = await repository.writeBlob(`${JSON.stringify({ version: 1, by, state: draft.state })}\n`)
      const under = folderOf(draft, at)
      return [
        { ref: `${under}draft`, from: null, to: draft.tip },
        { ref: `${under}deed`, from: null, to: deed },
      ]
    },

    async forgetBefore(instant) {
      const old = (await all()).filter(({ at }) => at < instant)
      for (const draft of old) await repository.updateRefs(removalOf(draft))
      return old.length
    },
  }
}

const thrownAwayUnder = 'refs/cms/thrown-away/'
const folderOf = ({ collection, slug }: Place, at: number) => `${thrownAwayUnder}${collection}/${slug}/${at}/`

const thrownAway = z.strictObject({
  version: z.literal(1),
  by: z.strictObject({ role: z.string(), accountId: z.string() }),
  state: draftState.catch(untold),
})

export interface ThrownAwayDraft extends Place, Omit<z.output<typeof thrownAway>, 'version'> {
  readonly record: StoredRecord
  /** When it was thrown away, ms UTC. */
  readonly at: number
  readonly refs: { readonly draft: string; readonly deed: string }
}

export interface ThrownAway {
  /** What can be brought back, the newest first. */
  all(): Promise<ThrownAwayDraft[]>
  /** How a draft is kept when it is thrown away; it moves together with the draft's own refs. */
  keep(draft: Draft, by: CommitAuthor, at: number): Promise<RefChange[]>
  /** How a draft that was thrown away goes for good, or back to where it stood. */
  removalOf(draft: ThrownAwayDraft): RefChange[]
  /** Forgets what was thrown away before an instant (ms UTC); gives how many drafts that were. */
  forgetBefore(instant: number): Promise<number>
}
