import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { parseRecordFile } from '#records/read-content.ts'
import type { Features } from './page-choice.ts'

/** A record without a page of its own, such as a provider, has no path. */
const printedRecords = z.array(z.looseObject({ id: z.string(), path: z.string().nullable() }))
const recordData = z.looseObject({ id: z.string() })

/**
 * What each record page shows: every field that is filled in, every yes and no, every choice made and every kind.
 * Read from the records themselves, by the address that the release prints for each id (records.json).
 */
export function readRecordFeatures(releaseDir: string, contentDir: string): Features {
  const listing = path.join(releaseDir, 'records.json')
  if (!existsSync(listing)) return new Map()
  const addressOf = new Map(
    printedRecords.parse(JSON.parse(readFileSync(listing, 'utf8'))).map((record) => [record.id, record.path]),
  )
  const features = new Map<string, ReadonlySet<string>>()
  for (const entry of readdirSync(contentDir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const relative = path.relative(contentDir, file).split(path.sep).join('/')
    const record = parseRecordFile({ path: relative, text: readFileSync(file, 'utf8') })
    const data = recordData.safeParse(record?.data)
    const address = data.success ? addressOf.get(data.data.id) : undefined
    if (data.success && address) features.set(address, new Set(featuresOf(data.data)))
  }
  return features
}

/** The features of one record's data: pure. */
export function featuresOf(data: unknown, field = ''): string[] {
  if (data === undefined || data === null || data === '') return []
  if (Array.isArray(data)) return data.flatMap((item) => featuresOf(item, field))
  if (typeof data === 'object') {
    return Object.entries(data).flatMap(([key, value]) => featuresOf(value, field ? `${field}.${key}` : key))
  }
  return isChoice(field, data) ? [`has:${field}`, `${field}=${data}`] : [`has:${field}`]
}

/** A yes or no, an id of the taxonomy, or the kind of a service; free text, dates, numbers and references are not choices. */
function isChoice(field: string, value: unknown): boolean {
  const isReference = /(^|\.)(id|provider|routes|slug|replacedBy)$/.test(field)
  return (
    !isReference &&
    (typeof value === 'boolean' ||
      field === 'kind' ||
      (typeof value === 'string' && /^[a-z]+(-[a-z]+){0,4}$/.test(value)))
  )
}
