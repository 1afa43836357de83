import { z } from 'zod'
import { createAreaReader } from '../../area.ts'
import { createReleaseFileReader, ReleaseFileError } from '../../release-file.ts'
import type { RolePlaces } from './role-words.ts'

/** What roles can be for, as the published site says it: its organisations by name, and the area's directorates. */
export function createPlaceReader(releaseDir: () => string): () => RolePlaces {
  const readOrganisations = createReleaseFileReader(releaseDir, 'open-data/directory.json', (text) =>
    directory
      .parse(JSON.parse(text))
      .organizations.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB')),
  )
  const readArea = createAreaReader(releaseDir)
  return () => ({
    organisations: whilePublished(readOrganisations),
    directorates: whilePublished(() => readArea().directorates.map(({ key: id, name }) => ({ id, name }))),
  })
}

/** None while there is no published site. */
function whilePublished<Item>(read: () => readonly Item[]): readonly Item[] {
  try {
    return read()
  } catch (error) {
    if (error instanceof ReleaseFileError) return []
    throw error
  }
}

const directory = z.object({ organizations: z.array(z.object({ id: z.string(), name: z.string() })) })
