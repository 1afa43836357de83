import { picturesNamedBy } from '#records/check-pictures.ts'
import { type ActionContext, authorOf } from '../action-context.ts'
import type { Draft } from '../drafts/drafts.ts'
import { statusAfterSave } from '../drafts/workflow.ts'
import { isWithin } from '../git/commits.ts'
import { ContentPathError, longestSlug } from '../git/content-path.ts'
import type { ContentRepository } from '../git/content-repository.ts'
import { mainOf } from '../git/main-branch.ts'
import { type KeptText, keptMessage } from '../merge/kept-texts.ts'
import { type ChosenSides, type FieldConflict, mergeRecords } from '../merge/merge-records.ts'
import { type Choice, openChoice, questionsOf, type WantedChoice } from '../merge/open-choice.ts'
import { messageOf } from '../records/content-check.ts'
import { contentPath, definitionFor, type Place, placeOf } from '../records/place.ts'
import { type RecordContent, writeRecord } from '../records/record-file.ts'
import { factsOf } from '../records/stored-records.ts'
import { notFound } from '../refusals.ts'
import { mayWithDraft } from '../rights/rights.ts'
import { throwAway } from './draft-steps.ts'
import { refuseForeignRecord } from './foreign-record.ts'
import { refuseForeignPictures } from './picture-steps.ts'
import { rememberDeed } from './remember-deed.ts'

/**
 * Does what a person chose: saves the record with it as a draft that stands on both changes, and takes the kept text away
 * with that. Where a side was changed since they were shown it, or an answer is missing, nothing is done.
 *
 * @param seen what the person was shown, see `Choice`
 * @throws CmsRefusal when they may not, or there is nothing to choose any more
 */
export async function choose(
  context: ActionContext,
  place: Place,
  wanted: WantedChoice,
  { seen, chosen = new Map(), newSlug }: Answers,
): Promise<Chosen> {
  const done = await context.repository.writing(async (): Promise<Chosen & { version?: string }> => {
    const choice = await stillOpen(context, place, wanted)
    if (choice.seen !== seen) return { outcome: 'changed' }
    if (choice.kind === 'fields') {
      const missing = questionsOf(choice).filter(({ id }) => !chosen.has(id))
      if (missing.length > 0) return { outcome: 'missing', fields: missing }
    }
    if (choice.kind === 'taken') {
      const free = placeNamed(place, newSlug)
      if (!free) return { outcome: 'bad-name', message: badName }
      if (!(await isFree(context, free))) return { outcome: 'taken' }
      return save(context, choice, free, choice.mine)
    }
    const content =
      choice.kind === 'fields'
        ? mergeRecords(choice.sides, { asksAll: choice.asksAll, chosen }).content
        : choice.mine
    return save(context, choice, place, content)
  })
  if (done.outcome !== 'done' || done.version === undefined) return done
  await rememberDeed(context, 'choose', done.place, { version: done.version })
  return { outcome: 'done', place: done.place }
}

/** Throws a kept text, or a draft that does not fit any more, away. Gives false when a side was changed since it was shown. */
export async function throwMineAway(
  context: ActionContext,
  place: Place,
  wanted: WantedChoice,
  seen: string,
): Promise<boolean> {
  const choice = await stillOpen(context, place, wanted)
  if (choice.seen !== seen) return false
  const { kept } = choice
  if (!kept) {
    await throwAway(context, place)
    return true
  }
  await context.repository.writing(() => context.repository.updateRefs(context.kept.removalOf(kept)))
  await rememberDeed(context, 'choose', place, { thrownAway: kept.record.blob })
  return true
}

/** A name like another that no page and no draft has. */
export async function freeSlugLike(context: ActionContext, { collection, slug }: Place): Promise<string> {
  for (let number = 2; ; number += 1) {
    const like = `${slug.slice(0, longestSlug - 5).replace(/-+$/, '')}-${number}`
    if (await isFree(context, placeOf(collection, like))) return like
  }
}

function placeNamed({ collection }: Place, slug = ''): Place | undefined {
  try {
    return placeOf(collection, slug)
  } catch (error) {
    if (error instanceof ContentPathError) return undefined
    throw error
  }
}

const badName = 'Another name: use small letters, numbers and hyphens, for example “quiet-swim-north”.'

async function isFree({ repository, drafts }: ActionContext, place: Place): Promise<boolean> {
  const published = await repository.blobAt(await mainOf(repository), contentPath(place))
  return published === undefined && (await drafts.open(place)) === undefined
}

async function stillOpen(context: ActionContext, place: Place, wanted: WantedChoice): Promise<Choice> {
  const choice = await openChoice(context, place, wanted)
  if (!choice) throw notFound('There is nothing left to choose here.')
  return choice
}

async function save(
  context: ActionContext,
  { kept, draft: open, kind }: Choice,
  place: Place,
  content: RecordContent,
): Promise<Chosen & { version?: string }> {
  const { repository, actor } = context
  const main = await mainOf(repository)
  const path = contentPath(place)
  const published = await context.records.at(main, path)
  const draft = kind === 'taken' ? undefined : open
  const there = draft?.record ?? published
  const facts = factsOf(place.collection, content)
  refuseForeignRecord(actor, there?.facts, facts)
  const named = picturesNamedBy(place.collection, content.data)
  refuseForeignPictures(actor, named, [published, there, kept?.base])
  const text = writeRecord(definitionFor(place), content)
  const pictures = await context.pictures.stored()
  const problems = await context.check.ofChange(main, { path, text, pictures })
  if (problems.length > 0) return { outcome: 'unsound', message: messageOf(problems, path) }

  const mayApprove = mayWithDraft(actor, 'approve', facts, published?.facts)
  const version = await context.drafts.save({
    ...{ place, before: draft, text, author: authorOf(actor), at: context.clock() },
    pictures: pictures.filter((picture) => named.includes(picture.path)),
    status: statusAfterSave(draft?.state.status, { mayApprove }),
    parents: await parentsOf(context, main, draft, kept),
    alongside: kept ? context.kept.removalOf(kept) : [],
  })
  return { outcome: 'done', place, version }
}

/** Both sides. What a draft was chosen against is `main`, so that it stands on that from now on. */
async function parentsOf(
  { repository }: ActionContext,
  main: string,
  draft: Draft | undefined,
  kept: KeptText | undefined,
): Promise<string[]> {
  if (kept) return [draft?.tip ?? main, await keptOn(repository, draft?.tip ?? main, kept)]
  return draft ? [main, draft.tip] : [main]
}

/**
 * The commit of a kept text as one that brings nothing else along: what it was once kept on may have been thrown away, or
 * be somebody else's. A draft that a published page stood on would count as published with it.
 */
async function keptOn(repository: ContentRepository, parent: string, kept: KeptText): Promise<string> {
  if (await isWithin(repository.git, `${kept.tip}^`, parent)) return kept.tip
  return repository.commit({
    parents: [parent],
    changes: [{ path: contentPath(kept), blob: kept.record.blob }],
    author: { role: kept.role, accountId: kept.accountId },
    message: keptMessage(kept),
    at: kept.at,
  })
}

interface Answers {
  readonly seen: string
  readonly chosen?: ChosenSides
  /** The name for a new record whose own was taken. */
  readonly newSlug?: string
}

export type Chosen =
  /** Where the draft is now. */
  | { readonly outcome: 'done'; readonly place: Place }
  /** A side was changed after it was shown. */
  | { readonly outcome: 'changed' }
  /** Fields without an answer. */
  | { readonly outcome: 'missing'; readonly fields: readonly FieldConflict[] }
  /** The other name is taken too. */
  | { readonly outcome: 'taken' }
  /** The other name is none that a page can have. */
  | { readonly outcome: 'bad-name'; readonly message: string }
  /** What was chosen does not go together. */
  | { readonly outcome: 'unsound'; readonly message: string }
