import type { Problem } from '#platform/pages/form-fields.ts'
import { fieldsOf, textOf } from '#platform/pages/sent-fields.ts'
import type { Problem as ContentProblem } from '#records/check-together.ts'
import { readPostcode } from '#records/typed-postcode.ts'
import { plainMessage } from '../records/content-check.ts'
import type { RecordContent, Values } from '../records/record-file.ts'
import { problemsOnForm, readForm, type TypedForm, withTyped } from '../short-form/short-form.ts'

/** A new service as somebody typed it: what a first record needs. */
export interface TypedProposal {
  /** The id that the service will have. */
  readonly id: string
  readonly lines: Readonly<Record<LineName, string>>
  readonly chosen: Readonly<Record<ListName, readonly string[]>>
  readonly isConfidential: boolean
  /** Times and contact, as in the short form. */
  readonly shortForm: TypedForm
}

/** The fields of one text each, and the field of the record that they are about. */
export const lineNames = {
  name: 'name',
  summary: 'summary',
  kind: 'kind',
  provider: 'provider',
  description: 'body',
  youngest: 'whoFor.youngest',
  oldest: 'whoFor.oldest',
  howToApply: 'gettingIt.howToApply',
  placeName: 'where.places.0.name',
  address: 'where.places.0.address',
  town: 'where.places.0.town',
  postcode: 'where.places.0.postcode',
} as const

export type LineName = keyof typeof lineNames

/** The fields of which any number is chosen. */
export const listNames = {
  categories: 'categories',
  needs: 'whoFor.needs',
  howIn: 'gettingIt.howIn',
  delivery: 'where.delivery',
  routes: 'routes',
} as const

export type ListName = keyof typeof listNames

/** An empty form, with what can be filled in already. */
export function emptyProposal(known: {
  id: string
  provider: string
  routes: readonly string[]
}): TypedProposal {
  const empty = readProposal({ times: '1' })
  return {
    ...{ ...empty, id: known.id },
    lines: { ...empty.lines, provider: known.provider },
    chosen: { ...empty.chosen, routes: known.routes },
  }
}

/** Reads the form as it came. */
export function readProposal(body: unknown): TypedProposal {
  const fields = fieldsOf(body)
  const line = (name: LineName) => textOf(fields, name).replaceAll('\r\n', '\n')
  const list = (name: ListName) =>
    [fields[name]].flat().filter((each): each is string => typeof each === 'string')
  return {
    id: textOf(fields, 'id'),
    lines: eachLine(line),
    chosen: {
      categories: list('categories'),
      needs: list('needs'),
      howIn: list('howIn'),
      delivery: list('delivery'),
      routes: list('routes'),
    },
    isConfidential: textOf(fields, 'confidential') === 'yes',
    shortForm: readForm(body),
  }
}

/**
 * The record that a form makes, unchecked, and for each set of hours the row of the form in which it was typed.
 *
 * @param made what the CMS itself knows: when and by whom it is checked, and where it comes from
 */
export function recordOf(
  { lines, chosen, isConfidential, shortForm }: TypedProposal,
  made: { today: string; checkedBy: string; source: string },
): { content: RecordContent; rows: readonly number[] } {
  const place = {
    ...{ name: lines.placeName, address: lines.address, town: lines.town },
    postcode: readPostcode(lines.postcode) ?? lines.postcode,
  }
  const hasPlace = Object.values(place).some((text) => text.trim() !== '')
  const values: Values = {
    ...written({ name: lines.name, summary: lines.summary, kind: lines.kind, provider: lines.provider }),
    ...{ categories: [...chosen.categories], status: 'open' },
    whoFor: { needs: [...chosen.needs], youngest: ageOf(lines.youngest), oldest: ageOf(lines.oldest) },
    gettingIt: { howIn: [...chosen.howIn], howToApply: lines.howToApply.trim() },
    where: {
      delivery: [...chosen.delivery],
      ...(isConfidential && { confidentialAddress: true }),
      places: hasPlace ? [written(place)] : [],
    },
    routes: [...chosen.routes],
    review: { lastChecked: made.today, checkedBy: made.checkedBy },
    provenance: { kind: 'provider', source: made.source, sourceDate: made.today, licence },
  }
  const { data, rows } = withTyped(values, shortForm)
  return { content: { data, body: lines.description.trim() }, rows }
}

/** What is wrong, each with the field of the form that it is about, in the order of the form. */
export function problemsOnProposal(
  problems: readonly ContentProblem[],
  rows: readonly number[],
): Problem<string>[] {
  return problems.map((problem) => {
    const field = fieldOf(problem.field)
    if (field !== undefined) return { field, message: plainMessage(problem) }
    return problemsOnForm([problem], rows)[0] ?? { field: 'form', message: plainMessage(problem) }
  })
}

function fieldOf(path: string): string | undefined {
  if (path === 'where.places') return 'confidential'
  const lists = Object.entries(listNames).find(([, at]) => path === at || path.startsWith(`${at}.`))
  const lines = Object.entries(lineNames).find(([, at]) => path === at)
  return lists?.[0] ?? lines?.[0]
}

/** A number where it is one; what is none stays as it was typed, so that the check of the record says so. */
function ageOf(typed: string): number | string {
  return /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : typed.trim()
}

/** The texts that are not blank, trimmed. */
function written(texts: Readonly<Record<string, string>>): Values {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, text.trim()]])),
  )
}

function eachLine(read: (name: LineName) => string): Record<LineName, string> {
  return {
    ...{ name: read('name'), summary: read('summary'), kind: read('kind'), provider: read('provider') },
    ...{ description: read('description'), youngest: read('youngest'), oldest: read('oldest') },
    ...{ howToApply: read('howToApply'), placeName: read('placeName'), address: read('address') },
    ...{ town: read('town'), postcode: read('postcode') },
  }
}

/** Under which others may use what a provider wrote. The form says so. */
const licence = 'Open Government Licence v3.0'
