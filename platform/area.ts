import { type Area, areaRecord } from '#records/area.ts'
import { createReleaseFileReader } from './release-file.ts'

/**
 * A reader of the area's settings as the current release holds them (`area.json`), so that a change of opening hours
 * that was published counts at once.
 *
 * The reader throws `ReleaseFileError` when the file is missing or holds something else.
 */
export function createAreaReader(releaseDir: () => string): () => Area {
  return createReleaseFileReader(releaseDir, 'area.json', (text) => areaRecord.schema.parse(JSON.parse(text)))
}
