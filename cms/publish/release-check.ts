import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { OperatorError } from '#platform/operator-error.ts'
import { definitionNamed } from '../records/record-file.ts'
import type { StoredRecord } from '../records/stored-records.ts'

/** A release does not hold what its commit holds. */
export class ReleaseMismatchError extends OperatorError {
  override readonly name = 'ReleaseMismatchError'
}

/**
 * Compares the records that a release says it was built from (`records.json`) with those of its commit, since a build
 * was seen to publish records of another build, or records that had been removed.
 *
 * @throws ReleaseMismatchError that names the first records that are too many or missing
 */
export async function checkRelease(releaseDir: string, records: readonly StoredRecord[]): Promise<void> {
  const expected = new Set(records.map(({ collection, facts }) => `${collection} ${facts.id}`))
  const built = new Set(
    (await readPrinted(releaseDir))
      .filter(({ collection }) => isFolder(collection))
      .map(({ collection, id }) => `${collection} ${id}`),
  )
  const missing = [...expected].filter((record) => !built.has(record))
  const surplus = [...built].filter((record) => !expected.has(record))
  if (missing.length === 0 && surplus.length === 0) return
  const said = [
    ...missing.slice(0, 3).map((record) => `${record} is missing`),
    ...surplus.slice(0, 3).map((record) => `${record} should not be there`),
  ]
  throw new ReleaseMismatchError(`The built site is not that of its content: ${said.join('; ')}.`)
}

/** True for a collection that is a folder of records, and so has pages. */
export function isFolder(collection: string): boolean {
  const definition = definitionNamed(collection)
  return definition !== undefined && definition.extension !== 'yaml'
}

async function readPrinted(releaseDir: string): Promise<z.output<typeof printed>> {
  try {
    return printed.parse(JSON.parse(await readFile(join(releaseDir, 'records.json'), 'utf8')))
  } catch (cause) {
    throw new ReleaseMismatchError('The built site has no readable list of its records (records.json).', {
      cause,
    })
  }
}

/** What the build prints: one row a record. */
const printed = z.array(z.object({ collection: z.string(), id: z.string(), path: z.string().nullish() }))
