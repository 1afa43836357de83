import { objectivesAgainstPlans } from './check-accountability.ts'
import { unknownDirectorates } from './check-directorates.ts'
import { type PictureCheck, pictureProblems } from './check-pictures.ts'
import { type CollectionName, recordDefinitions } from './collections.ts'
import type { RawRecord } from './read-content.ts'
import { valueAt } from './value-at.ts'

/** Something wrong with a record, said so that the person who must mend it can. */
export interface Problem {
  /** Path under the content root. */
  readonly file: string
  /** The field, with dots between levels, or `body`. */
  readonly field: string
  readonly message: string
}

/** A record that has been looked at by itself: its id, if it has one, and the links in its text. */
export interface CheckedRecord extends RawRecord {
  readonly id: string | undefined
  readonly links: readonly string[]
}

/**
 * What records say of each other: ids used once, references and links that lead somewhere, area settings that are there.
 * Takes what `checkFile` gave of every file, and a look at picture files.
 */
export function checkTogether(records: readonly CheckedRecord[], pictures: PictureCheck): Problem[] {
  const noArea = {
    file: 'area.yaml',
    field: 'file',
    message: 'is missing. Every site needs its area settings',
  }
  return [
    ...(records.some((record) => record.collection === 'area') ? [] : [noArea]),
    ...sameIds(records),
    ...brokenReferences(records),
    ...unknownDirectorates(records),
    ...partsOfParts(records),
    ...sameGuide(records),
    ...objectivesAgainstPlans(records),
    ...brokenLinks(records),
    ...pictureProblems(records, pictures),
  ]
}

function sameIds(records: readonly CheckedRecord[]): Problem[] {
  const first = new Map<string, string>()
  return records.flatMap(({ id, path }) => {
    if (id === undefined) return []
    const before = first.get(id)
    if (before === undefined) first.set(id, path)
    return before === undefined
      ? []
      : [{ file: path, field: 'id', message: `${before} has the same id. Give one a new id` }]
  })
}

function brokenReferences(records: readonly CheckedRecord[]): Problem[] {
  const ids = (collection: CollectionName) =>
    new Set(records.filter((each) => each.collection === collection).map((each) => each.id))
  const guides = ids('guides')
  const known: Record<Reference['field'], ReadonlySet<string | undefined>> = {
    provider: ids('providers'),
    routes: ids('routes'),
    pathways: ids('pathways'),
    partOf: guides,
    guide: guides,
    plan: ids('plan'),
    service: ids('services'),
  }
  return records.flatMap((record) =>
    referencesOf(record)
      .filter(({ field, id }) => !known[field].has(id))
      .map(({ field, id }) => ({
        file: record.path,
        field,
        message: `there is no record with the id ${id}. Choose one from the list`,
      })),
  )
}

const referenceFields = ['provider', 'routes', 'pathways', 'partOf', 'guide', 'plan', 'service'] as const

/** A record that was looked at is the same at the next look: thousands are looked at in every save. */
const knownReferences = new WeakMap<CheckedRecord, readonly Reference[]>()

/** Which records a record names, in which of its fields. */
function referencesOf(record: CheckedRecord): readonly Reference[] {
  const known = knownReferences.get(record)
  if (known) return known
  const found = referenceFields.flatMap((field) =>
    referencesIn(record.data, field).map((id) => ({ field, id })),
  )
  knownReferences.set(record, found)
  return found
}

interface Reference {
  readonly field: (typeof referenceFields)[number]
  readonly id: string
}

/** A guide in parts has two levels, so that its contents fit on each of its pages. */
function partsOfParts(records: readonly CheckedRecord[]): Problem[] {
  const parts = new Map(
    records
      .filter((each) => each.collection === 'guides' && referencesIn(each.data, 'partOf').length > 0)
      .map((each) => [each.id, each.path]),
  )
  return records.flatMap((record) =>
    referencesOf(record).flatMap(({ field, id }) => {
      const whole = field === 'partOf' ? parts.get(id) : undefined
      return whole === undefined || whole === record.path
        ? []
        : [
            {
              file: record.path,
              field: 'partOf',
              message: `${whole} is a part of another guide itself. Choose the first part of that guide`,
            },
          ]
    }),
  )
}

/** A guide leads to one Easy Read. */
function sameGuide(records: readonly CheckedRecord[]): Problem[] {
  const first = new Map<string, string>()
  return records
    .filter(({ collection }) => collection === 'easy-read')
    .flatMap(({ path, data }) =>
      referencesIn(data, 'guide').flatMap((id) => {
        const before = first.get(id)
        if (before === undefined) first.set(id, path)
        return before === undefined
          ? []
          : [{ file: path, field: 'guide', message: `${before} is of the same guide. Make one of both` }]
      }),
    )
}

/** Pages inside the folder of a collection that stand for no record of it. */
const pagesWithoutRecord = ['/you-said-we-did/annual-review/']

function brokenLinks(records: readonly CheckedRecord[]): Problem[] {
  const pages = new Set([
    ...records.map(({ collection, slug }) => `/${collection}/${slug}/`),
    ...pagesWithoutRecord,
  ])
  const folders = recordDefinitions.filter((each) => each.extension !== 'yaml').map((each) => each.name)
  return records.flatMap(({ path, links }) =>
    links
      .map((link) => link.replace(/[?#].*$/, ''))
      .filter((link) => folders.some((folder) => link.startsWith(`/${folder}/`) && link !== `/${folder}/`))
      .filter((link) => !pages.has(link))
      .map((link) => ({ file: path, field: 'body', message: `the link ${link} leads to no record` })),
  )
}

function referencesIn(data: unknown, field: string): string[] {
  const value = valueAt(data, field)
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' ? [value] : []
}
