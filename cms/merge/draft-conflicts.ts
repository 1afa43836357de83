import type { ActionContext } from '../action-context.ts'
import type { Draft } from '../drafts/drafts.ts'
import { commonAncestor } from '../git/commits.ts'
import type { ContentRepository } from '../git/content-repository.ts'
import { mainOf } from '../git/main-branch.ts'
import { picturesIn } from '../pictures/picture-files.ts'
import { contentPath, definitionFor } from '../records/place.ts'
import { writeRecord } from '../records/record-file.ts'
import type { StoredRecord } from '../records/stored-records.ts'
import { conflictInWords } from './conflict-in-words.ts'
import { mergeRecords } from './merge-records.ts'

/**
 * Why a draft cannot be published as it is: its page was removed meanwhile, or somebody published another change of the same
 * fields. Undefined where both go together. `choicePath` leads to the choice.
 */
export async function conflictsOf(context: MergeParts, draft: Draft): Promise<DraftConflict | undefined> {
  const met = await meetPublished(context, draft)
  if (met.kind === 'merged') return undefined
  if (met.kind === 'removed') return { kind: 'removed' }
  const { base, published, asksAll } = met
  const sides = { base: base?.content, there: published.content, mine: draft.record.content }
  const { conflicts } = mergeRecords(sides, { asksAll })
  const definition = definitionFor(draft)
  // Only the names of the fields are wanted.
  const fields = conflicts.map((conflict) => conflictInWords(definition, conflict, () => undefined).field)
  return { kind: 'fields', fields: [...new Set(fields)] }
}

/** How a draft stands to what is published now: the text that both give together, or why there is none. */
export async function meetPublished(context: MergeParts, draft: Draft): Promise<MetPublished> {
  const { repository, records, check } = context
  const path = contentPath(draft)
  const main = await mainOf(repository)
  const [base, published] = await Promise.all([
    forkOf(repository, main, draft.tip).then((fork) =>
      fork === undefined ? undefined : records.at(fork, path),
    ),
    records.at(main, path),
  ])
  const { text, blob, content } = draft.record
  if (!published) return base ? { kind: 'removed', base } : { kind: 'merged', text }
  if (published.blob === base?.blob || published.blob === blob) return { kind: 'merged', text }
  if (blob === base?.blob) return { kind: 'merged', text: published.text }

  const merged = mergeRecords({ base: base?.content, there: published.content, mine: content })
  if (merged.conflicts.length > 0) return { kind: 'fields', base, published, asksAll: false }
  const together = writeRecord(definitionFor(draft), merged.content)
  const pictures = [...(await picturesIn(repository, main)), ...(await picturesIn(repository, draft.tip))]
  const problems = await check.ofChange(main, { path, text: together, pictures })
  // Each was right by itself: somebody has to look at both.
  if (problems.length > 0) return { kind: 'fields', base, published, asksAll: true }
  return { kind: 'merged', text: together }
}

/**
 * The commit of `main` from which a draft went off. It stays the same however far `main` goes on, so each is looked for once.
 */
async function forkOf(repository: ContentRepository, main: string, tip: string): Promise<string | undefined> {
  const known = forks.get(repository.git) ?? new Map<string, string>()
  forks.set(repository.git, known)
  const found = known.get(tip)
  if (found !== undefined) return found
  const fork = await commonAncestor(repository.git, main, tip)
  if (fork === undefined) return undefined
  if (known.size >= mostForks) known.clear()
  known.set(tip, fork)
  return fork
}

/** By what asks the repository: each person's request holds one of its own. */
const forks = new WeakMap<ContentRepository['git'], Map<string, string>>()
const mostForks = 5_000

type MergeParts = Pick<ActionContext, 'repository' | 'records' | 'check'>

export type DraftConflict =
  | { readonly kind: 'removed' }
  /** The labels of the fields, as the form has them. */
  | { readonly kind: 'fields'; readonly fields: readonly string[] }

export type MetPublished =
  | { readonly kind: 'merged'; readonly text: string }
  | { readonly kind: 'removed'; readonly base: StoredRecord }
  | {
      readonly kind: 'fields'
      readonly base: StoredRecord | undefined
      readonly published: StoredRecord
      /** The two fit nowhere together as they are, so that each field in which they differ is asked about. */
      readonly asksAll: boolean
    }
