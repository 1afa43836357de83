import { recordAt } from '#records/collections.ts'
import { ContentSyntaxError } from '#records/read-content.ts'
import type { ContentRepository } from '../git/content-repository.ts'
import type { RecordFacts } from '../rights/rights.ts'
import { definitionNamed, type RecordContent, readRecord } from './record-file.ts'

/**
 * Reads the records of the content repository. What a blob holds never changes, so each is read and taken apart once
 * and kept, up to `keep` of them; so is the list of each collection, which every request asks for, of the commit last
 * asked for.
 */
export function createStoredRecords(repository: Files, keep = 20_000): StoredRecords {
  const read = new Map<string, StoredRecord>()
  const lists = new Map<string, { commit: string; records: Promise<readonly StoredRecord[]> }>()

  async function load(path: string, blob: string): Promise<StoredRecord | undefined> {
    const known = read.get(`${path}:${blob}`)
    if (known) return known
    const text = await repository.readBlob(blob)
    const record = text === undefined ? undefined : recordOf(path, text, blob)
    if (!record) return undefined
    if (read.size >= keep) read.clear()
    read.set(`${path}:${blob}`, record)
    return record
  }

  async function list(commit: string, collection: string): Promise<readonly StoredRecord[]> {
    const files = await repository.filesOf(commit)
    const theirs = files.filter(({ path }) => recordAt(path)?.collection === collection)
    const records = await Promise.all(theirs.map(({ path, blob }) => load(path, blob)))
    return records.filter((record) => record !== undefined)
  }

  return {
    async at(commit, path) {
      const blob = await repository.blobAt(commit, path)
      return blob === undefined ? undefined : load(path, blob)
    },
    all(commit, collection) {
      const known = lists.get(collection)
      if (known?.commit === commit) return known.records
      const records = list(commit, collection)
      lists.set(collection, { commit, records })
      // What could not be read is read again when it is asked for again.
      records.catch(() => {
        if (lists.get(collection)?.records === records) lists.delete(collection)
      })
      return records
    },
  }
}

/**
 * A record as a text gives it; undefined where no record stands. A text that cannot be read has no fields, so that it
 * belongs to nobody but can still be mended by an editor.
 */
export function recordOf(path: string, text: string, blob: string): StoredRecord | undefined {
  const place = recordAt(path)
  if (!place) return undefined
  const content = contentOf(path, text)
  return { ...place, path, blob, text, content, facts: factsOf(place.collection, content) }
}

/** What the rights table needs to know of a record's values. */
export function factsOf(collection: string, { data }: RecordContent): RecordFacts {
  const provider = collection === 'services' ? textOf(data.provider) : undefined
  const directorate = collection === 'providers' ? textOf(data.directorate) : undefined
  return { collection, id: textOf(data.id), provider, directorate }
}

/** What people call a record: its name or title, or its slug while it has none. */
export function titleOf({ collection, slug, content: { data } }: TitledRecord): string {
  return textOf(data[definitionNamed(collection)?.titleField ?? '']) ?? slug
}

function contentOf(path: string, text: string): RecordContent {
  try {
    return readRecord(path, text)
  } catch (error) {
    if (error instanceof ContentSyntaxError) return { data: {}, body: '' }
    throw error
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A record as it stands in a commit. `blob` is the version of its text. */
export interface StoredRecord {
  readonly collection: string
  readonly slug: string
  readonly path: string
  readonly blob: string
  readonly text: string
  readonly content: RecordContent
  readonly facts: RecordFacts
}

type Files = Pick<ContentRepository, 'readBlob' | 'blobAt' | 'filesOf'>

type TitledRecord = Pick<StoredRecord, 'collection' | 'slug' | 'content'>

/** A commit is named by its id: what a branch holds changes. */
export interface StoredRecords {
  at(commit: string, path: string): Promise<StoredRecord | undefined>
  all(commit: string, collection: string): Promise<readonly StoredRecord[]>
}
