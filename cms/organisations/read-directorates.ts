import { areaRecord } from '#records/area.ts'
import type { ContentRepository } from '../git/content-repository.ts'
import { mainOf } from '../git/main-branch.ts'
import type { StoredRecords } from '../records/stored-records.ts'

/** The directorates of the area as published: what each is called, by its key. */
export async function readDirectorates({
  records,
  repository,
}: {
  readonly records: StoredRecords
  readonly repository: ContentRepository
}): Promise<ReadonlyMap<string, string>> {
  const [area] = await records.all(await mainOf(repository), areaRecord.name)
  const listed = areaRecord.fields.directorates.schema.safeParse(area?.content.data.directorates).data ?? []
  return new Map(listed.map(({ key, name }) => [key, name]))
}
