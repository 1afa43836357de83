import { z } from 'zod'
import { createReleaseFileReader, ReleaseFileError } from '../../release-file.ts'
import type { Organisation } from './role-words.ts'

/** The organisations of the published directory, by name; none while there is no published site. */
export function createOrganisationReader(releaseDir: () => string): () => readonly Organisation[] {
  const read = createReleaseFileReader(releaseDir, 'open-data/directory.json', (text) =>
    directory
      .parse(JSON.parse(text))
      .organizations.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB')),
  )
  return () => {
    try {
      return read()
    } catch (error) {
      if (error instanceof ReleaseFileError) return []
      throw error
    }
  }
}

const directory = z.object({ organizations: z.array(z.object({ id: z.string(), name: z.string() })) })
