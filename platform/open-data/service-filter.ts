import type { OpenOrganization, OpenService } from '#records/open-referral-entities.ts'
import type { ListQuery } from './list-query.ts'

/**
 * Makes the question whether a service is among what was asked for: every part of the query must hold. What a service
 * says is made ready for searches once, since the chat waits on the same processor.
 */
export function createServiceFilter(): ServiceFilter {
  const known = new WeakMap<OpenService, string>()
  const saidBy = (service: OpenService) => {
    const said = known.get(service) ?? plain(wordsOf(service))
    known.set(service, said)
    return said
  }
  return (service, query) => isAskedFor(service, query, saidBy)
}

export type ServiceFilter = (service: OpenService, query: ListQuery) => boolean

function isAskedFor(
  service: OpenService,
  query: ListQuery,
  saidBy: (service: OpenService) => string,
): boolean {
  const terms = (service.attributes ?? []).map(({ taxonomy_term }) => taxonomy_term)
  return (
    holds(query.taxonomy_term_id, (id) => terms.some((term) => term.id === id)) &&
    holds(query.taxonomy_id, (id) => terms.some((term) => term.taxonomy_id === id)) &&
    holds(query.organization_id, (id) => service.organization.id === id) &&
    holds(query.minimum_age, (age) => service.minimum_age !== undefined && service.minimum_age >= age) &&
    holds(query.maximum_age, (age) => service.maximum_age !== undefined && service.maximum_age <= age) &&
    isWhenAsked(service, query) &&
    holds(query.search, (words) => saysAll(words, saidBy(service)))
  )
}

/** Whether an organisation's name or description holds all words of the search. */
export function isOrganizationAskedFor(
  { name, description }: OpenOrganization,
  { search }: ListQuery,
): boolean {
  return holds(search, (words) => saysAll(words, plain(`${name} ${description}`)))
}

/** Day and times must hold for one and the same schedule. */
function isWhenAsked(service: OpenService, { day, start_time: start, end_time: end }: ListQuery): boolean {
  if (day === undefined && start === undefined && end === undefined) return true
  return (service.schedules ?? []).some(
    ({ byday, opens_at, closes_at }) =>
      holds(day, (code) => byday?.split(',').includes(code) === true) &&
      holds(start, (time) => opens_at !== undefined && opens_at >= time) &&
      holds(end, (time) => closes_at !== undefined && closes_at <= time),
  )
}

function holds<T>(asked: T | undefined, check: (asked: T) => boolean): boolean {
  return asked === undefined || check(asked)
}

function wordsOf({ name, description = '', organization, attributes = [] }: OpenService): string {
  return [name, description, organization.name, ...attributes.map((each) => each.taxonomy_term.name)].join(
    ' ',
  )
}

function saysAll(words: string, said: string): boolean {
  return plain(words)
    .split(/\s+/)
    .every((word) => said.includes(word))
}

/** Small letters without accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
