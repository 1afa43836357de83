import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { type CollectionName, pathOf } from '#records/collections.ts'
import { parseRecordFile, type RawRecord } from '#records/read-content.ts'

/** The record files of a collection, taken apart, by path. */
export function rawRecords(contentDir: string, collection: CollectionName): RawRecord[] {
  return globSync(pathOf(collection, '*'), { cwd: contentDir })
    .sort()
    .flatMap((path) => {
      const raw = parseRecordFile({ path, text: readFileSync(join(contentDir, path), 'utf8') })
      return raw === undefined ? [] : [raw]
    })
}

/** The values of a collection. @throws Error naming the first record that is not sound */
export function recordsOf<S extends z.ZodType>(
  contentDir: string,
  { name, schema }: { name: CollectionName; schema: S },
): z.output<S>[] {
  return rawRecords(contentDir, name).map(({ path, data }) => {
    const record = schema.safeParse(data)
    if (!record.success) throw new Error(`${path}: ${record.error.issues[0]?.message}. Mend it first.`)
    return record.data
  })
}
