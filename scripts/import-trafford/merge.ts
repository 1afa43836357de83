import { hostOf } from '#records/web-host.ts'
import type { Draft } from './draft.ts'
import { gymsOrigin, leisureCentresOrigin } from './source-files.ts'

/** A draft with the row it was read from. */
export interface ReadRow {
  readonly file: string
  readonly line: number
  readonly draft: Draft
}

/** A row that became part of another row's service. */
export interface Merge {
  readonly file: string
  readonly line: number
  readonly name: string
  readonly into: string
}

/**
 * Joins rows that are the same provider's same service: a practice that a file lists twice, one service at two places,
 * and the gym of a leisure centre. A gym at a school or club stays its own service.
 */
export function mergeSame(rows: readonly ReadRow[]): { drafts: Draft[]; merges: Merge[] } {
  const kept: ReadRow[] = []
  const merges: Merge[] = []
  for (const row of rows) {
    const index = kept.findIndex((each) => joined(each, row) !== undefined)
    const before = kept[index]
    const together = before === undefined ? undefined : joined(before, row)
    if (before === undefined || together === undefined) kept.push(row)
    else {
      kept[index] = { ...before, draft: together }
      merges.push({ file: row.file, line: row.line, name: row.draft.name, into: together.name })
    }
  }
  return { drafts: kept.map(({ draft }) => draft), merges }
}

function joined(first: ReadRow, second: ReadRow): Draft | undefined {
  if (first.file === leisureCentresOrigin.file && second.file === gymsOrigin.file)
    return isGymOf(first.draft, second.draft) ? withGym(first.draft, second.draft) : undefined
  if (first.file !== second.file) return undefined
  if (isListedTwice(first.draft, second.draft)) return first.draft
  return isElsewhereToo(first.draft, second.draft) ? withPlacesOf(first.draft, second.draft) : undefined
}

function isListedTwice(one: Draft, other: Draft): boolean {
  const { telephone } = one.fields.contact
  return (
    telephone !== undefined &&
    telephone === other.fields.contact.telephone &&
    one.fields.kind === other.fields.kind &&
    addressOf(one) !== undefined &&
    addressOf(one) === addressOf(other)
  )
}

function isElsewhereToo(one: Draft, other: Draft): boolean {
  const { telephone, website } = one.fields.contact
  return (
    one.name === other.name &&
    one.fields.summary === other.fields.summary &&
    telephone !== undefined &&
    telephone === other.fields.contact.telephone &&
    website === other.fields.contact.website
  )
}

function isGymOf(centre: Draft, gym: Draft): boolean {
  const { telephone, website } = centre.fields.contact
  const sameHost =
    website !== undefined &&
    gym.fields.contact.website !== undefined &&
    hostOf(website) === hostOf(gym.fields.contact.website)
  return (
    letters(centre.name) === letters(gym.name) &&
    postcodeOf(centre) === postcodeOf(gym) &&
    (sameHost || (telephone !== undefined && telephone === gym.fields.contact.telephone))
  )
}

function withGym(centre: Draft, gym: Draft): Draft {
  const notes = [centre.fields.access.notes, gym.fields.access.notes].filter((text) => text !== undefined)
  const { source, attribution } = centre.fields.provenance
  const email = centre.fields.contact.email ?? gym.fields.contact.email
  return {
    ...centre,
    fields: {
      ...centre.fields,
      access: { ...gym.fields.access, ...centre.fields.access, notes: notes.join(' ') || undefined },
      contact: { ...centre.fields.contact, ...(email === undefined ? {} : { email }) },
      quality: centre.fields.quality ?? gym.fields.quality,
      provenance: {
        ...centre.fields.provenance,
        source: `${source}; access: Active Places, ${gym.fields.provenance.sourceDate ?? gymsOrigin.date}`,
        attribution: `${attribution ?? ''} Access: Active Places, © Sport England.`.trim(),
      },
    },
  }
}

function withPlacesOf(one: Draft, other: Draft): Draft {
  const places = [...one.fields.where.places, ...other.fields.where.places]
  const outOfArea = one.fields.whoFor.outOfArea === true && other.fields.whoFor.outOfArea === true
  return {
    ...one,
    fields: {
      ...one.fields,
      whoFor: { ...one.fields.whoFor, outOfArea: outOfArea ? true : undefined },
      where: {
        ...one.fields.where,
        places: places.map((place, index) => ({
          ...place,
          key: index === 0 ? 'main' : `place-${index + 1}`,
        })),
      },
    },
  }
}

const letters = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')
const postcodeOf = (draft: Draft) => draft.fields.where.places[0]?.postcode

function addressOf(draft: Draft): string | undefined {
  const place = draft.fields.where.places[0]
  return place?.address === undefined ? undefined : `${place.address}|${place.postcode}`
}
