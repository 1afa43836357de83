import type { z } from 'zod'
import { answersWithoutSection } from './check-answers.ts'
import { scanText, type TextScan } from './check-markdown.ts'
import { noPictures, type PictureCheck } from './check-pictures.ts'
import { type CheckedRecord, checkTogether, type Problem } from './check-together.ts'
import { definitionOf } from './collections.ts'
import { type ContentFile, ContentSyntaxError, parseRecordFile, type RawRecord } from './read-content.ts'
import { fieldFaults } from './record-rules.ts'
import { reservedServiceSlugs } from './service.ts'
import { isObject, valueAt } from './value-at.ts'

/**
 * Checks all records together: each by its schema, then what they say of each other. Runs at save, at approval, at build
 * and in CI. Gives an empty list when everything may be published. `pictures` looks at the files under `media/`.
 */
export function checkContent(files: readonly ContentFile[], pictures: PictureCheck = noPictures): Problem[] {
  const problems: Problem[] = []
  const records: CheckedRecord[] = []
  for (const file of files) {
    const { record, found } = checkFile(file)
    problems.push(...found)
    if (record !== undefined) records.push(record)
  }
  return [...problems, ...checkTogether(records, pictures)]
}

/** Checks one file by itself: its form, its fields, its text. */
export function checkFile(file: ContentFile): { record?: CheckedRecord; found: Problem[] } {
  try {
    const raw = parseRecordFile(file)
    if (raw === undefined) return { found: [] }
    const scan = scanText(raw.body, raw.collection === 'guides' ? 'mdx' : 'md')
    const found = [...slugProblems(raw), ...fieldProblems(raw), ...textProblems(raw, scan)]
    const unanswered = found.length === 0 ? problemsOf(raw, answersWithoutSection(raw)) : []
    return { record: { ...raw, id: idOf(raw.data), links: scan.links }, found: [...found, ...unanswered] }
  } catch (error) {
    if (!(error instanceof ContentSyntaxError)) throw error
    return { found: [{ file: file.path, field: 'file', message: error.message.slice(file.path.length + 2) }] }
  }
}

/** The problem as one sentence: file, field, what is wrong and what is allowed. */
export function sentenceOf({ file, field, message }: Problem): string {
  return `${file}: ${field}: ${message}.`.replace(/\.\.$/, '.')
}

function slugProblems({ collection, slug, path }: RawRecord): Problem[] {
  if (collection !== 'services' || !reservedServiceSlugs.some((reserved) => reserved === slug)) return []
  const message = `a service cannot have the address /services/${slug}/: a list stands there. Choose another file name, such as ${slug}-service.md`
  return [{ file: path, field: 'file', message }]
}

function fieldProblems(raw: RawRecord): Problem[] {
  const { issues, contradictions } = fieldFaults(raw.collection, raw.data)
  return [...issues.map((issue) => problemOf(raw, issue)), ...problemsOf(raw, contradictions)]
}

function problemsOf({ path }: RawRecord, said: readonly [string, string][]): Problem[] {
  return said.map(([field, message]) => ({ file: path, field, message }))
}

function textProblems(raw: RawRecord, scan: TextScan): Problem[] {
  const { extension, body, labelSingular } = definitionOf(raw.collection)
  if (extension === 'yaml') return []
  const said = [...scan.problems]
  if (body === null && raw.body !== '')
    said.push(`A ${labelSingular} has no text below its fields. Remove it`)
  if (body?.required === true && raw.body === '') said.push('Write the text')
  return said.map((message) => ({ file: raw.path, field: 'body', message }))
}

function problemOf(raw: RawRecord, issue: z.core.$ZodIssue): Problem {
  const field = issue.path.map(String).join('.')
  const holds = valueAt(raw.data, ...issue.path)
  const missing = holds === undefined && issue.code !== 'unrecognized_keys'
  const shown = missing || isObject(holds) ? '' : ` (it holds ${JSON.stringify(holds)})`
  return {
    file: raw.path,
    field: field || 'record',
    message: `${missing ? 'is missing. ' : ''}${issue.message}${shown}`,
  }
}

function idOf(data: unknown): string | undefined {
  const id = valueAt(data, 'id')
  return typeof id === 'string' ? id : undefined
}
