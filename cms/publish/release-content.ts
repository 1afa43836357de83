import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { picturesNamedBy } from '#records/check-pictures.ts'
import { recordDefinitions } from '#records/collections.ts'
import { picturePath } from '#records/plain-fields.ts'
import type { ContentRepository } from '../git/content-repository.ts'
import { createStoredRecords, type StoredRecord } from '../records/stored-records.ts'
import { isFolder } from './release-check.ts'

/** What the release of a commit is built from, and what must be in it. */
export function createReleaseContent(repository: ContentRepository): ReleaseContent {
  const records = createStoredRecords(repository)
  return {
    async write(commit, contentDir) {
      const services = await records.all(commit, 'services')
      const shown = new Set(
        services.flatMap(({ collection, content }) => picturesNamedBy(collection, content.data)),
      )
      for (const { path, blob } of await repository.filesOf(commit)) {
        if (picturePath.test(path) && !shown.has(path)) continue
        const file = join(contentDir, path)
        await mkdir(dirname(file), { recursive: true })
        await writeFile(file, (await repository.readBytes(blob)) ?? '')
      }
    },

    async records(commit) {
      const collections = recordDefinitions.map(({ name }) => name).filter(isFolder)
      return (await Promise.all(collections.map((name) => records.all(commit, name)))).flat()
    },
  }
}

interface ReleaseContent {
  /** Writes the files of a commit into a folder, of its pictures those that a record shows. */
  write(commit: string, contentDir: string): Promise<void>
  /** The records of the collections that have a file for each. */
  records(commit: string): Promise<StoredRecord[]>
}
