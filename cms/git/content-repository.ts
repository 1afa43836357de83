import { mkdir } from 'node:fs/promises'
import { createOneByOne, type OneByOne } from '../one-by-one.ts'
import { removeAbandonedLocks } from './abandoned-locks.ts'
import { createGitCommand, type GitCommand, linesOf } from './git-command.ts'
import { mainRef } from './main-branch.ts'
import { mergeTrees } from './merge-trees.ts'
import { keepTrees, type ObjectReader, openObjectReader } from './object-reader.ts'
import { createObjectWriter } from './object-writer.ts'
import { openRefSession, type RefSession } from './ref-session.ts'
import {
  createRefTransactions,
  lockWaitMilliseconds,
  type RefChange,
  type RefTransactions,
} from './ref-transaction.ts'
import { seedRepository } from './seed.ts'
import {
  type ContentFile,
  findBlob,
  keepListings,
  listFiles,
  type TreeChange,
  writeChangedTree,
} from './tree.ts'

/** The content as the checkout holds it now, as a commit: nobody edits it. */
const checkoutRef = 'refs/cms/checkout'

/** Who every commit is made by; who wrote it is its author. */
const committer = { name: 'Local Offer CMS', email: 'cms@accounts.invalid' }

/**
 * Opens the content repository, a bare Git repository that holds the content tree and nothing else. Makes it, and
 * fills it once from `seedFrom` (records and pictures only), when there is none: the same content gives the same commit.
 * `startFrom` may give another commit to begin with. `searchPath` is where to look for Git.
 */
export async function openContentRepository({
  gitDir,
  seedFrom,
  startFrom = async () => undefined,
  searchPath = '/usr/local/bin:/usr/bin:/bin',
}: {
  gitDir: string
  seedFrom: string
  startFrom?: (git: GitCommand) => Promise<string | undefined>
  searchPath?: string
}): Promise<ContentRepository> {
  await mkdir(gitDir, { recursive: true })
  const git = createGitCommand(gitDir, searchPath)
  await git(['init', '--quiet', '--bare', '--initial-branch=main', '--template='])
  await removeAbandonedLocks(gitDir)
  await configure(git)
  const reader = keepTrees(openObjectReader(gitDir, searchPath))
  const session = openRefSession(gitDir, searchPath)
  const targetOf = async (ref: string) => (await reader.read(ref))?.id
  const refs = createRefTransactions({ session, gitDir, targetOf })
  await refs.settle()
  const isNew = !(await reader.read(mainRef))
  await seedRepository({ git, seedFrom, committer, ref: checkoutRef })
  if (isNew) await git(['update-ref', mainRef, (await startFrom(git)) ?? checkoutRef])
  const differsFromCheckout =
    !isNew && (await firstCommitOf(git, mainRef)) !== (await firstCommitOf(git, checkoutRef))
  return createContentRepository({ gitDir, git, reader, session, refs, differsFromCheckout })
}

async function firstCommitOf(git: GitCommand, ref: string): Promise<string> {
  const { output } = await git(['rev-list', '--max-parents=0', ref])
  return output.toString('utf8').trim()
}

/** What was acknowledged is on disk after a power cut; nothing is thrown away by a clean-up in the background. */
async function configure(git: GitCommand): Promise<void> {
  await git(['config', 'core.fsync', 'all'])
  await git(['config', 'core.logAllRefUpdates', 'always'])
  await git(['config', 'gc.auto', '0'])
  // For another process that moves the same ref.
  await git(['config', 'core.filesRefLockTimeout', String(lockWaitMilliseconds)])
}

function createContentRepository({
  gitDir,
  git,
  reader,
  session,
  refs,
  differsFromCheckout,
}: {
  gitDir: string
  git: GitCommand
  reader: ObjectReader
  session: RefSession
  refs: RefTransactions
  differsFromCheckout: boolean
}): ContentRepository {
  const write = createObjectWriter(gitDir)
  const files = keepListings(reader)

  const readBytes = async (id: string) => {
    const object = await reader.read(id)
    return object?.type === 'blob' ? object.content : undefined
  }

  return {
    gitDir,
    differsFromCheckout,
    writing: createOneByOne(),
    git,

    async refTarget(ref) {
      return (await reader.read(ref))?.id
    },

    async refsUnder(prefix) {
      const lines = await linesOf(git, ['for-each-ref', '--format=%(refname) %(objectname)', prefix])
      return lines.flatMap((line) => {
        const [ref, id] = line.split(' ')
        return ref && id ? [{ ref, id }] : []
      })
    },

    async readBlob(id) {
      return (await readBytes(id))?.toString('utf8')
    },

    readBytes,

    writeBlob: (content) => write('blob', content),

    filesOf: (commit, folder) =>
      folder === undefined
        ? files(`${commit}^{tree}`)
        : listFiles(reader, `${commit}:${folder}`, `${folder}/`),

    blobAt: (commit, path) => findBlob(reader, `${commit}^{tree}`, path),

    async commit({ parents, changes, author, message, at }) {
      const before = parents[0] === undefined ? undefined : await reader.read(`${parents[0]}^{tree}`)
      const tree = await writeChangedTree(write, reader, before?.id, changes)
      return write('commit', commitText({ tree, parents, author, message, at }))
    },

    async merge({ ours, theirs, chosen = [], ...words }) {
      const tree = await mergeTrees({ git, reader, write }, { ours, theirs, chosen })
      return write('commit', commitText({ tree, parents: [ours, theirs], ...words }))
    },

    updateRefs: refs.move,

    letGoOfPacks: () => reader.close(),

    async close() {
      await session.close()
      await reader.close()
    },
  }
}

function commitText(commit: CommitWords & { tree: string; parents: readonly string[] }): string {
  const { tree, parents, author, message, at } = commit
  const date = `${Math.floor(at / 1000)} +0000`
  return [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${plain(author.role)} <${plain(author.accountId)}@accounts.invalid> ${date}`,
    `committer ${committer.name} <${committer.email}> ${date}`,
    '',
    `${message}\n`,
  ].join('\n')
}

/** Nothing in a name may look like the end of it. */
function plain(name: string): string {
  return name.replaceAll(/[<>\n\0]/g, '')
}

/** Who wrote a commit: a role and an account id, never a name or an address (Git cannot forget). */
export interface CommitAuthor {
  readonly role: string
  readonly accountId: string
}

interface CommitWords {
  readonly author: CommitAuthor
  readonly message: string
  /** ms UTC */
  readonly at: number
}

export interface ContentRepository {
  readonly gitDir: string
  /** Whether `seedFrom` holds something else now than when the repository was filled from it. */
  readonly differsFromCheckout: boolean
  readonly git: GitCommand
  /** Runs a piece of work that changes refs; such pieces run one after another. */
  readonly writing: OneByOne
  /** The id a ref points to, undefined when there is no such ref. */
  refTarget(ref: string): Promise<string | undefined>
  refsUnder(prefix: string): Promise<{ ref: string; id: string }[]>
  /** A blob as text. */
  readBlob(id: string): Promise<string | undefined>
  readBytes(id: string): Promise<Buffer | undefined>
  writeBlob(content: string | Uint8Array): Promise<string>
  /** Every plain file of a commit, or of one folder of it. */
  filesOf(commit: string, folder?: string): Promise<readonly ContentFile[]>
  blobAt(commit: string, path: string): Promise<string | undefined>
  /** Makes a commit on top of its first parent, if it has one; no ref moves. */
  commit(make: CommitWords & { parents: readonly string[]; changes: readonly TreeChange[] }): Promise<string>
  /**
   * Makes a merge commit without a checkout; no ref moves. `chosen` is what stands where both changed the same lines.
   * @throws MergeConflictError
   */
  merge(make: CommitWords & { ours: string; theirs: string; chosen?: readonly TreeChange[] }): Promise<string>
  /** Moves all refs or none, and only from where they are said to be. @throws StaleRefError */
  updateRefs(changes: readonly RefChange[]): Promise<void>
  /** Ends the process that reads, so that packs that were replaced leave the disk; the next read starts another. */
  letGoOfPacks(): Promise<void>
  close(): Promise<void>
}
