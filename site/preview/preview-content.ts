import { type CollectionName, definitionOf, recordAt } from '#records/collections.ts'
import { parseRecordFile } from '#records/read-content.ts'
import { mendRecord, notChosen } from './mend-record.ts'

/**
 * The records that a preview is drawn from: those that are published, and in the place of one of them, or beside them,
 * the one that is looked at. There is one state of it in this program, since pages are drawn one after the other.
 */
const published = new Map<CollectionName, Map<string, PreviewEntry>>()
let lookedAt: PreviewEntry | undefined

/** Takes in what was published or removed. A record that cannot be read is left out, as a build leaves it out. */
export function takePublished(files: readonly { path: string; text: string | null }[]): void {
  for (const { path, text } of files) {
    const place = recordAt(path)
    if (place === undefined) continue
    const entries = published.get(place.collection) ?? new Map<string, PreviewEntry>()
    published.set(place.collection, entries)
    const entry = text === null ? undefined : publishedEntry(path, text)
    if (entry === undefined) entries.delete(place.slug)
    else entries.set(place.slug, entry)
  }
}

/**
 * Puts this file in its place until the next one comes, and gives the record that it holds, mended where it is not
 * complete.
 * @throws ContentSyntaxError when it cannot be read
 */
export function lookAt(file: { path: string; text: string }): PreviewEntry | undefined {
  const record = parseRecordFile(file)
  lookedAt = record && {
    id: record.slug,
    collection: record.collection,
    data: mendRecord(definitionOf(record.collection).schema, record.data),
    body: record.body,
  }
  return lookedAt
}

/** The entries of a collection by their slugs, as a build lists them. */
export function entriesOf(collection: CollectionName): PreviewEntry[] {
  const entries = new Map(published.get(collection))
  if (lookedAt?.collection === collection) entries.set(lookedAt.id, lookedAt)
  if (collection === 'providers' && lookedAt?.data.provider === notChosen)
    entries.set(notChosen, noProvider())
  return [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Who runs a service for which nobody was chosen yet. */
function noProvider(): PreviewEntry {
  const data = mendRecord(definitionOf('providers').schema, { id: notChosen, name: '(nobody chosen yet)' })
  return { id: notChosen, collection: 'providers', data, body: '' }
}

function publishedEntry(path: string, text: string): PreviewEntry | undefined {
  const record = parseRecordFile({ path, text })
  if (record === undefined) return undefined
  const { slug: id, collection, body } = record
  const parsed = definitionOf(collection).schema.safeParse(record.data)
  return parsed.success ? { id, collection, data: parsed.data, body } : undefined
}

/** A record as Astro's content collections give it: `id` is its slug. */
export interface PreviewEntry {
  readonly id: string
  readonly collection: CollectionName
  readonly data: Readonly<Record<string, unknown>>
  readonly body: string
}
