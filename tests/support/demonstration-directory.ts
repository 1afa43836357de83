import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v5 as uuidV5 } from 'uuid'
import { openDirectoryOf } from '#records/open-referral-directory.ts'
import type { OpenDirectory } from '#records/open-referral-entities.ts'
import { providerRecord } from '#records/provider.ts'
import { parseRecordFile } from '#records/read-content.ts'
import { serviceRecord } from '#records/service.ts'

const content = join(import.meta.dirname, '../../site/content')

/** The records of the demonstration as open data, as the build prints them in `open-data/directory.json`. */
export function demonstrationDirectory(): OpenDirectory {
  return openDirectoryOf(
    recordsIn('services').map(({ data, body }) => ({ record: serviceRecord.schema.parse(data), body })),
    recordsIn('providers').map(({ data }) => providerRecord.schema.parse(data)),
    uuidV5,
  )
}

function recordsIn(folder: 'services' | 'providers') {
  return readdirSync(join(content, folder)).flatMap((file) => {
    const raw = parseRecordFile({
      path: `${folder}/${file}`,
      text: readFileSync(join(content, folder, file), 'utf8'),
    })
    return raw === undefined ? [] : [raw]
  })
}
