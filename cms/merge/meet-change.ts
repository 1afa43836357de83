import { type ActionContext, authorOf } from '../action-context.ts'
import type { Draft } from '../drafts/drafts.ts'
import { isObjectId } from '../git/commits.ts'
import { mainOf } from '../git/main-branch.ts'
import { differencesOf } from '../history/differences.ts'
import { choiceAddress } from '../page-addresses.ts'
import { contentPath, type Place } from '../records/place.ts'
import { type CollectionDefinition, type RecordContent, writeRecord } from '../records/record-file.ts'
import { recordOf, type StoredRecord } from '../records/stored-records.ts'
import { type CmsRefusal, changedMeanwhile } from '../refusals.ts'
import { may } from '../rights/rights.ts'
import { conflictInWords, fieldNames } from './conflict-in-words.ts'
import { lastWriter } from './last-writer.ts'
import { mergeRecords } from './merge-records.ts'
import { isSound } from './sound-record.ts'

/**
 * Brings together what a person saves with what somebody else saved after their form was opened. Where both changed
 * different fields, it gives a text that holds both, and a sentence that says so. Otherwise nothing is overwritten: what
 * they sent is kept for them, and the refusal leads to the page where they choose. Inside `repository.writing`.
 *
 * @throws CmsRefusal where somebody has to choose
 */
export async function meetChange(context: ActionContext, change: SentChange): Promise<Met> {
  const { place, definition, current, draft, openedVersion, content, text } = change
  if (openedVersion === undefined || openedVersion === (current?.blob ?? null))
    return { content, text, meanwhile: null }
  if (current?.blob === (await context.repository.writeBlob(text))) return { content, text, meanwhile: null }
  const base = await openedRecord(context, place, openedVersion)
  if (!current) throw await keptFor(context, change, base, removedMeanwhile)

  const merged = mergeRecords({ base: base?.content, there: current.content, mine: content })
  const writer = await lastWriter(context, place, draft)
  const isOwn = writer?.accountId === context.actor.accountId
  const name = (writer && (await context.nameOf(writer.accountId))) ?? 'Somebody'
  if (merged.conflicts.length === 0) {
    const together = writeRecord(definition, merged.content)
    if (await isSound(context, place, merged.content)) {
      // Which records are named is not said here, only which fields changed.
      const changed = differencesOf(definition, base?.content, current.content, () => undefined)
      const fields = fieldNames(changed.map(({ field }) => field))
      const meanwhile =
        fields === ''
          ? null
          : isOwn
            ? `You also changed ${fields} in another window. Both changes are kept.`
            : `${name} also changed ${fields} meanwhile. Both changes are kept.`
      return { content: merged.content, text: together, meanwhile }
    }
  }
  const labels = merged.conflicts.map((each) => conflictInWords(definition, each, () => undefined).field)
  const what = labels.length > 0 ? fieldNames(labels) : 'this page'
  const who = isOwn ? `You changed ${what} in another window` : `${name} changed ${what}`
  const sentence = `${who} after you opened this page. Nothing is lost: what you wrote is kept for you. Choose between the two.`
  throw await keptFor(context, change, base, sentence)
}

/** Keeps what somebody wanted to add under a name that is taken. Gives the refusal that leads to their choice. */
export async function nameIsTaken(context: ActionContext, change: SentChange): Promise<CmsRefusal> {
  const { current, definition, content } = change
  // Two records are told apart by their ids.
  const isSame = current && differencesOf(definition, current.content, content, (_, id) => id).length === 0
  if (isSame) return changedMeanwhile('This page is saved already. You find it among your drafts.')
  return keptFor(context, change, undefined, takenName)
}

async function keptFor(
  context: ActionContext,
  { place, text, draft, isNew, keptVersion }: SentChange,
  base: StoredRecord | undefined,
  sentence: string,
): Promise<CmsRefusal> {
  // What has the name of a new page is no part of it.
  const on = (isNew ? undefined : draft?.tip) ?? (await mainOf(context.repository))
  const kept = await context.kept.keep({
    ...{ place, text, base: base?.text, on, isNew },
    ...{ author: authorOf(context.actor), at: context.clock(), replaces: keptVersion },
  })
  return changedMeanwhile(sentence, { address: choiceAddress(place, { version: kept }) })
}

/** The text that a form was opened with; undefined unless it is one that the person may save. */
export async function openedRecord(
  { repository, actor }: ActionContext,
  place: Place,
  version: string | null,
): Promise<StoredRecord | undefined> {
  if (version === null || !isObjectId(version)) return undefined
  const text = await repository.readBlob(version)
  const record = text === undefined ? undefined : recordOf(contentPath(place), text, version)
  return record && may(actor, 'save', record.facts) ? record : undefined
}

const takenName =
  'There is already a page with this name. What you wrote is kept for you. Choose another name for it.'
const removedMeanwhile =
  'This page was removed after you opened it. What you wrote is kept for you. Choose whether it comes back.'

/** What a person sent, completed and checked by itself. */
export interface SentChange {
  readonly place: Place
  readonly definition: CollectionDefinition
  readonly draft: Draft | undefined
  /** What stands there now: the draft, or what is published. */
  readonly current: StoredRecord | undefined
  /** The version that the form was opened with; null for none, undefined where the client does not say. */
  readonly openedVersion: string | null | undefined
  /** The version under which an earlier text of the same form is kept. */
  readonly keptVersion: string | undefined
  readonly content: RecordContent
  readonly text: string
  readonly isNew: boolean
}

interface Met {
  readonly content: RecordContent
  readonly text: string
  /** What somebody else had changed, as a sentence; null for nothing. */
  readonly meanwhile: string | null
}
