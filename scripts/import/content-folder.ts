import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordDefinitions } from '#records/collections.ts'
import {
  type ContentFile,
  ContentSyntaxError,
  parseRecordFile,
  type RawRecord,
} from '#records/read-content.ts'
import { isGroup, type Values } from './draft.ts'
import { ImportFault } from './import-fault.ts'

/** A record as it stands in the content folder. */
export interface PresentRecord {
  readonly path: string
  readonly slug: string
  readonly data: Values
  readonly body: string
}

/** The content folder as an import sees it. */
export interface ContentFolder {
  readonly files: readonly ContentFile[]
  readonly services: ReadonlyMap<string, PresentRecord>
  readonly providers: ReadonlyMap<string, PresentRecord>
  readonly routes: readonly string[]
  /** Ids of records that are neither services nor providers. */
  readonly otherIds: ReadonlySet<string>
}

/** Reads a content folder. @throws ImportFault when it is none, or a record in it cannot be read */
export function readContentFolder(folder: string): ContentFolder {
  if (!existsSync(join(folder, 'area.yaml')))
    throw new ImportFault(`${folder} is no content folder: it has no area.yaml. Give one with --into.`)
  const files = globSync('{*.yaml,*/*.md,*/*.mdx}', { cwd: folder })
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
  const records = files.flatMap((file) => recordIn(file) ?? [])
  const of = (collection: string) =>
    new Map(
      records
        .filter((each) => each.collection === collection)
        .map(({ data, path, slug, body }): [string, PresentRecord] => {
          const values = isGroup(data) ? data : {}
          return [String(values['id']), { path, slug, data: values, body }]
        }),
    )
  const routes = [...of('routes').keys()]
  const others = recordDefinitions.filter(({ name }) => name !== 'services' && name !== 'providers')
  const otherIds = new Set(others.flatMap(({ name }) => [...of(name).keys()]))
  return {
    ...{ files, routes, services: of('services'), providers: of('providers') },
    otherIds,
  }
}

function recordIn(file: ContentFile): RawRecord | undefined {
  try {
    return parseRecordFile(file)
  } catch (error) {
    if (!(error instanceof ContentSyntaxError)) throw error
    throw new ImportFault(`${error.message}. Mend it first.`, { cause: error })
  }
}
