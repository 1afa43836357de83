import { type CollectionName, recordAt } from './collections.ts'
import { readYaml } from './read-yaml.ts'

/** One file of content, as text. `path` is relative to the content root, with `/`. */
export interface ContentFile {
  readonly path: string
  readonly text: string
}

/** A file taken apart: what stands in its front matter, and the text below it. Nothing is checked yet. */
export interface RawRecord {
  readonly collection: CollectionName
  readonly slug: string
  readonly path: string
  readonly data: unknown
  readonly body: string
}

/**
 * Takes a record file apart. Gives `undefined` for a path where no record stands.
 * @throws ContentSyntaxError when the file is too long, or its front matter is missing or is not YAML
 */
export function parseRecordFile({ path, text }: ContentFile): RawRecord | undefined {
  const place = recordAt(path)
  if (place === undefined) return undefined
  if (text.length > longestFile) {
    const longest = longestFile.toLocaleString('en-GB')
    throw new ContentSyntaxError(path, `it is too long. Use ${longest} characters or fewer`)
  }
  if (path.endsWith('.yaml')) return { ...place, path, data: fieldsOf(path, text), body: '' }
  const parts = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n([\s\S]*))?$/.exec(text)
  if (parts === null)
    throw new ContentSyntaxError(
      path,
      'it must start with its fields between two lines of three hyphens (---)',
    )
  return { ...place, path, data: fieldsOf(path, parts[1] ?? ''), body: (parts[2] ?? '').trim() }
}

/** A file that cannot be read as a record at all. */
export class ContentSyntaxError extends Error {
  readonly path: string
  constructor(path: string, why: string) {
    super(`${path}: ${why}`)
    this.name = 'ContentSyntaxError'
    this.path = path
  }
}

/** Longest file of a record, in characters. The longest there are have less than a fifth of it. */
const longestFile = 60_000

function fieldsOf(path: string, text: string): unknown {
  try {
    return readYaml(text) ?? {}
  } catch (cause) {
    throw new ContentSyntaxError(path, `the fields cannot be read as YAML. ${firstLine(cause)}`)
  }
}

function firstLine(cause: unknown): string {
  return cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
}
