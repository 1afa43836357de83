import type { GitCommand } from './git-command.ts'
import type { ObjectReader } from './object-reader.ts'
import type { ObjectWriter } from './object-writer.ts'
import { type TreeChange, writeChangedTree } from './tree.ts'

/** The same lines were changed on both sides; `paths` says in which files. Nothing was changed. */
export class MergeConflictError extends Error {
  override name = 'MergeConflictError'
  readonly paths: readonly string[]

  constructor(paths: readonly string[]) {
    super(`Both sides changed ${paths.join(', ')}.`)
    this.paths = paths
  }
}

/**
 * The tree that two commits give together, without a checkout. `chosen` says what stands where both changed the same lines.
 *
 * @throws MergeConflictError when there is such a file and nothing was chosen for it
 */
export async function mergeTrees(
  { git, reader, write }: { git: GitCommand; reader: ObjectReader; write: ObjectWriter },
  { ours, theirs, chosen = [] }: { ours: string; theirs: string; chosen?: readonly TreeChange[] },
): Promise<string> {
  const { exitCode, output } = await git(
    ['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', ours, theirs],
    { acceptExitCodes: [0, 1] },
  )
  const [tree = '', ...paths] = output.toString('utf8').split('\0').filter(Boolean)
  if (exitCode === 0) return tree
  if (!paths.every((path) => chosen.some((change) => change.path === path)))
    throw new MergeConflictError(paths)
  return writeChangedTree(
    write,
    reader,
    tree,
    chosen.filter(({ path }) => paths.includes(path)),
  )
}
