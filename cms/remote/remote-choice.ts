import type { CommitAuthor } from '../git/content-repository.ts'
import { mainOf } from '../git/main-branch.ts'
import { MergeConflictError } from '../git/merge-trees.ts'
import type { StoredRecord, StoredRecords } from '../records/stored-records.ts'
import { changedMeanwhile, invalid } from '../refusals.ts'
import { lastSeenRef } from './content-remote.ts'
import { type JoinParts, joinRemote } from './join-remote.ts'

/** What an editor chooses from when the same lines were changed here and at the remote; nothing is lost until they did. */
export function createRemoteChoice(parts: JoinParts & { records: StoredRecords }): RemoteChoice {
  const { repository, records } = parts

  async function read(): Promise<RemoteConflict | undefined> {
    const [ours, theirs] = await Promise.all([mainOf(repository), repository.refTarget(lastSeenRef)])
    if (theirs === undefined) return undefined
    const words = { author: { role: 'cms', accountId: 'remote' }, message: 'Look', at: 0 }
    const paths = await repository.merge({ ours, theirs, ...words }).then(
      () => [],
      (error: unknown) => {
        if (error instanceof MergeConflictError) return error.paths
        throw error
      },
    )
    if (paths.length === 0) return undefined
    const files = paths.map(async (path) => ({
      path,
      here: await records.at(ours, path),
      there: await records.at(theirs, path),
    }))
    return { ours, theirs, files: await Promise.all(files) }
  }

  return {
    read,

    choose: (choice) =>
      repository.writing(async () => {
        const conflict = await read()
        if (!conflict || conflict.ours !== choice.ours || conflict.theirs !== choice.theirs)
          throw changedMeanwhile('Something was changed since you opened this page. Look at it once more.')
        const chosen = await Promise.all(
          conflict.files.map(async ({ path }) => {
            const side = choice.sides.get(path)
            if (side === undefined) throw invalid('Choose one of the two for every page.')
            const commit = side === 'here' ? conflict.ours : conflict.theirs
            return { path, blob: (await repository.blobAt(commit, path)) ?? null }
          }),
        )
        await joinRemote(parts, conflict.theirs, { author: choice.author, chosen })
      }),
  }
}

/** Which of the two stands. */
export type ChosenSide = 'here' | 'there'

export interface RemoteConflict {
  /** the commit here */
  readonly ours: string
  /** the commit of the remote */
  readonly theirs: string
  /** Each file that both changed; a side on which it was removed, or that is no record, is undefined. */
  readonly files: readonly {
    readonly path: string
    readonly here: StoredRecord | undefined
    readonly there: StoredRecord | undefined
  }[]
}

export interface RemoteChoice {
  /** What must be chosen from now; undefined when there is nothing. */
  read(): Promise<RemoteConflict | undefined>
  /** Joins both with what was chosen, and publishes it. @throws CmsRefusal, RemoteTrouble */
  choose(choice: {
    ours: string
    theirs: string
    sides: ReadonlyMap<string, ChosenSide>
    author: CommitAuthor
  }): Promise<void>
}
