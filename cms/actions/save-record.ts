import { picturesNamedBy } from '#records/check-pictures.ts'
import { glossaryRecord } from '#records/glossary.ts'
import { londonDate } from '#records/london-date.ts'
import { adviceOn } from '#records/read-advice.ts'
import { type ContentFile, ContentSyntaxError, parseRecordFile } from '#records/read-content.ts'
import { type ActionContext, authorOf } from '../action-context.ts'
import type { Draft } from '../drafts/drafts.ts'
import { type DraftStatus, statusAfterSave } from '../drafts/workflow.ts'
import { mainOf } from '../git/main-branch.ts'
import { meetChange, nameIsTaken } from '../merge/meet-change.ts'
import { cleanContent } from '../records/clean-text.ts'
import { completeValues } from '../records/complete-record.ts'
import { messageOf } from '../records/content-check.ts'
import { contentPath, definitionFor, type Place } from '../records/place.ts'
import { type RecordContent, readRecord, type Values, writeRecord } from '../records/record-file.ts'
import { factsOf, type StoredRecord } from '../records/stored-records.ts'
import { invalid, notAllowed, tooOften } from '../refusals.ts'
import { type Actor, may, mayWithDraft } from '../rights/rights.ts'
import { refuseForeignRecord } from './foreign-record.ts'
import { refuseForeignPictures } from './picture-steps.ts'
import { rememberDeed } from './remember-deed.ts'

/**
 * Saves one record as a draft, completed and checked, together with what somebody else saved meanwhile. Gives the version
 * that the form holds now, advice on the text, and what else has changed as a sentence.
 *
 * @throws CmsRefusal when it cannot be saved; what is in the way of somebody else's change is kept for its writer first
 */
export async function saveRecord(context: ActionContext, sent: SentRecord): Promise<Saved> {
  const { stored, ...saved } = await context.repository.writing(() => saveEntry(context, sent))
  await rememberDeed(context, 'save', sent.place, { version: stored })
  return saved
}

/** To be called inside `repository.writing`. */
async function saveEntry(context: ActionContext, entry: SentRecord): Promise<Saved & { stored: string }> {
  const { place, openedVersion, keptVersion } = entry
  const path = contentPath(place)
  const main = await mainOf(context.repository)
  const published = await context.records.at(main, path)
  const draft = await context.drafts.open(place)
  const current = draft?.record ?? published
  const isTaken = entry.isNew && current !== undefined
  if (!isTaken) refuseForeign(context.actor, published, draft)
  const content = await contentOf(context, main, entry, isTaken ? undefined : current)
  const named = picturesNamedBy(place.collection, content.data)
  refuseForeignPictures(context.actor, named, [published, draft?.record])
  const definition = definitionFor(place)
  const sent = { ...{ place, definition, draft, current, openedVersion, keptVersion, content } }
  const text = writeRecord(definition, content)
  if (isTaken) {
    countNew(context)
    throw await nameIsTaken(context, { ...sent, text, isNew: true })
  }

  const pictures = await context.pictures.stored()
  const problems = await context.check.ofChange(main, { path, text, pictures })
  if (problems.length > 0) throw invalid(messageOf(problems, path), problems)
  if (!current) countNew(context)
  const met = await meetChange(context, { ...sent, text, isNew: false })

  const saved = factsOf(place.collection, met.content)
  const mayApprove = mayWithDraft(context.actor, 'approve', saved, published?.facts)
  const shown = picturesNamedBy(place.collection, met.content.data)
  const status = statusAfterSave(draft?.state.status, { mayApprove })
  const stored = await context.drafts.save({
    ...{ place, before: draft, text: met.text, author: authorOf(context.actor), at: context.clock() },
    status,
    pictures: pictures.filter((picture) => shown.includes(picture.path)),
    alongside: await keptBefore(context, place, keptVersion),
  })
  // What the form still shows is what its next save began with.
  const version = met.text === text ? stored : await context.repository.writeBlob(text)
  const advice = await adviceFor(context, main, { path, text })
  return { stored, version, status, advice, meanwhile: met.meanwhile }
}

/** What is to be saved, completed, of somebody who may save it. `before` is what stands there now. */
async function contentOf(
  context: ActionContext,
  main: string,
  { place, raw }: SentRecord,
  before: StoredRecord | undefined,
): Promise<RecordContent> {
  const typed = completed(context, place, readSent(contentPath(place), raw), before)
  const data = await context.postcodes.complete(main, typed.data, before?.content.data)
  const content = { data, body: typed.body }
  const facts = factsOf(place.collection, content)
  refuseForeignRecord(context.actor, before?.facts, facts)
  return content
}

/** @throws CmsRefusal when a provider's person has added more in an hour than editors can look at */
function countNew({ actor, newServices }: ActionContext): void {
  if (actor.role === 'provider' && !newServices.count(actor.accountId).allowed) throw tooOften(tooMany)
}

const tooMany =
  'You added many services in a short time. What you typed is still here. Wait an hour, and then save it.'

/** How an earlier text of the same form goes, once the form is saved. */
async function keptBefore({ kept, actor }: ActionContext, place: Place, version: string | undefined) {
  if (version === undefined) return []
  const earlier = await kept.at(actor.accountId, place)
  return earlier.filter(({ record }) => record.blob === version).flatMap(kept.removalOf)
}

/** What the writer should know of the text. It stops nothing: the record is sound. */
async function adviceFor(context: ActionContext, main: string, file: ContentFile): Promise<string[]> {
  const raw = parseRecordFile(file)
  if (raw === undefined) return []
  const stored = await context.records.at(main, 'glossary.yaml')
  const glossary = glossaryRecord.schema.safeParse(stored?.content.data).data
  return adviceOn(raw, glossary, londonDate(context.clock()))
}

/** What is there already, published or as a draft, must be the person's own before they may replace it. */
function refuseForeign(actor: Actor, published: StoredRecord | undefined, draft: Draft | undefined): void {
  for (const there of [published, draft?.record]) {
    if (there && !may(actor, 'save', there.facts)) throw notAllowed()
  }
}

function readSent(path: string, text: string): RecordContent {
  try {
    return cleanContent(readRecord(path, text))
  } catch (cause) {
    if (cause instanceof ContentSyntaxError) throw invalid(`${cause.message}.`)
    throw cause
  }
}

/**
 * Fills in what only the server gives: the id that a record keeps for ever, the keys of list items, and the provider
 * where the person serves just one.
 */
function completed(
  { actor, newId }: ActionContext,
  place: Place,
  sent: RecordContent,
  current: StoredRecord | undefined,
): RecordContent {
  const data: Values = completeValues(definitionFor(place).decapFields, sent.data, newId)
  data.id = current?.facts.id ?? newId()
  const [onlyProvider, ...others] = actor.providerIds
  const isOwnService = actor.role === 'provider' && place.collection === 'services'
  if (isOwnService && others.length === 0 && (data.provider === undefined || data.provider === '')) {
    data.provider = onlyProvider
  }
  return { data, body: sent.body }
}

/** One record as a form sends it. */
interface SentRecord {
  readonly place: Place
  /** The text of its file. */
  readonly raw: string
  readonly isNew: boolean
  /** The version that the form was opened with; null when there was none, undefined when nobody says. */
  readonly openedVersion?: string | null | undefined
  /** The version under which an earlier text of the same form is kept. */
  readonly keptVersion?: string | undefined
}

interface Saved {
  /** The version that the form holds now. */
  readonly version: string
  /** Where the draft stands now. */
  readonly status: DraftStatus
  readonly advice: readonly string[]
  /** What somebody else changed meanwhile, as a sentence. */
  readonly meanwhile: string | null
}
