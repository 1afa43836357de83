import { recordAt } from '#records/collections.ts'
import { londonDate } from '#records/london-date.ts'
import type { ActionContext } from '../action-context.ts'
import { checkContentPath } from '../git/content-path.ts'
import { mainOf } from '../git/main-branch.ts'
import { guidanceNote, hasListNotes, listNote, listNoteField, toLookAt } from '../records/list-note.ts'
import { contentPath, placeOf } from '../records/place.ts'
import {
  type CollectionDefinition,
  definitionNamed,
  listedPart,
  type Values,
  writeRecord,
} from '../records/record-file.ts'
import { type StoredRecord, titleOf } from '../records/stored-records.ts'
import { notAllowed, notFound } from '../refusals.ts'
import { may } from '../rights/rights.ts'
import type { ParamsOf } from './protocol.ts'

/** What this server is, in the words of the protocol. */
export async function info() {
  return { repo: 'content', publish_modes: ['editorial_workflow'], type: 'local_offer' }
}

/** The published records of a collection that the person may see, each with what a list shows and no more. */
export async function entriesByFolder(context: ActionContext, { folder }: ParamsOf<'entriesByFolder'>) {
  const definition = definitionNamed(folder)
  if (!definition || definition.extension === 'yaml') throw notFound()
  const records = await context.records.all(await mainOf(context.repository), folder)
  const noteOf = await notesFor(context, folder)
  return records
    .filter(({ facts }) => may(context.actor, 'list', facts))
    .map((record) => ({ ...entryOf(record), data: listedText(definition, record, noteOf(record)) }))
}

/** Printing thousands of records takes a second, and what a version of one says does not change. */
const listedTexts = new WeakMap<StoredRecord, { note: string; text: string }>()

function listedText(definition: CollectionDefinition, record: StoredRecord, note: Values): string {
  const known = listedTexts.get(record)
  const noteText = JSON.stringify(note)
  if (known?.note === noteText) return known.text
  const data = { ...listedPart(record.content.data), ...note }
  const text = writeRecord(definition, { data, body: '' })
  listedTexts.set(record, { note: noteText, text })
  return text
}

/** What is behind the names in a list. Editors have too many services for it. */
async function notesFor(
  { actor, clock, records, repository }: ActionContext,
  folder: string,
): Promise<(record: StoredRecord) => Values> {
  if (!hasListNotes(folder, actor.role)) return () => ({})
  const today = londonDate(clock())
  if (folder !== 'services' && folder !== 'providers')
    return ({ content }) => ({ [listNoteField]: guidanceNote(content.data, today) })
  if (actor.role !== 'provider')
    return ({ facts }) => ({ [listNoteField]: may(actor, 'save', facts) ? '' : toLookAt })
  // Who serves several organisations sees whose each service is.
  const providers =
    actor.providerIds.length > 1 ? await records.all(await mainOf(repository), 'providers') : []
  const names = new Map(providers.map((provider) => [provider.facts.id, ` · ${titleOf(provider)}`]))
  return ({ content, facts }) => ({
    [listNoteField]: `${names.get(facts.provider) ?? ''}${listNote(content.data, today)}`,
  })
}

/** Single records by their paths, as the area settings are asked for. */
export async function entriesByFiles(context: ActionContext, { files }: ParamsOf<'entriesByFiles'>) {
  return Promise.all(files.map(({ path }) => getEntry(context, { path })))
}

/** One published record as it stands, with the version of its text and what the person may do with it. */
export async function getEntry(context: ActionContext, { path }: ParamsOf<'getEntry'>) {
  const place = recordAt(checkContentPath(path))
  const record = place && (await context.records.at(await mainOf(context.repository), path))
  if (!record) throw notFound()
  if (!may(context.actor, 'open', record.facts)) {
    throw notAllowed(
      'This record belongs to someone else. You can open the records of your own organisation.',
    )
  }
  return { ...entryOf(record), may: withRecords.filter((deed) => may(context.actor, deed, record.facts)) }
}

/** What Decap offers to do with a published record. */
const withRecords = ['save', 'delete', 'history'] as const

/** Where the page of a draft stands on the site as it is now; null while it is not there yet. */
export async function getDeployPreview(
  context: ActionContext,
  { collection, slug }: ParamsOf<'getDeployPreview'>,
) {
  const path = contentPath(placeOf(collection, slug))
  const record = await context.records.at(await mainOf(context.repository), path)
  if (!record || !may(context.actor, 'open', record.facts)) return null
  return { url: context.siteUrl, status: 'SUCCESS' }
}

function entryOf({ path, blob, text }: StoredRecord) {
  return { data: text, file: { path, id: blob }, version: blob }
}
