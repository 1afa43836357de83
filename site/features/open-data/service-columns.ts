import type { Provider } from '#records/provider.ts'
import type { Service } from '#records/service.ts'

/** A service as a row of the CSV file needs it. */
export interface ServiceRow {
  readonly service: Service
  readonly provider: Provider
  readonly body: string
  /** The address of its page on this site. */
  readonly page: string
}

/** A column of the CSV file of services: its name in the first line, what it holds, and its cell. */
export interface ServiceColumn {
  readonly name: string
  readonly means: string
  cell(row: ServiceRow): Cell
}

export type Cell = string | number | boolean | undefined

/**
 * The columns of the CSV file of services, in their order. The import of CSV files reads columns of the same names, so a
 * file that was downloaded can be changed and brought back. Lists are split by semicolons; a blank cell is "not stated".
 */
export const serviceColumns: readonly ServiceColumn[] = [
  column('id', 'The id of the record, a UUID. It never changes.', ({ service }) => service.id),
  column('name', 'The name of the service.', ({ service }) => service.name),
  column('summary', 'One sentence: what it does and for whom.', ({ service }) => service.summary),
  column('description', 'More about it, in Markdown.', ({ body }) => body),
  column('kind', 'A few words, such as “Primary school”.', ({ service }) => service.kind),
  column('provider_id', 'The id of the organisation that runs it.', ({ provider }) => provider.id),
  column('provider', 'The name of that organisation.', ({ provider }) => provider.name),
  column('provider_description', 'What that organisation does.', ({ provider }) => provider.description),
  column('categories', 'Ids of categories, at least one.', ({ service }) => listed(service.categories)),
  column('needs', 'Ids of needs that it says it is for.', ({ service }) => listed(service.whoFor.needs)),
  column('status', 'open, temporarily-closed or closed.', ({ service }) => service.status),
  column('notice', 'What families must know now.', ({ service }) => service.notice),
  column('youngest_age', 'Youngest age in years.', ({ service }) => service.whoFor.youngest),
  column('oldest_age', 'Oldest age in years.', ({ service }) => service.whoFor.oldest),
  column('who_can_use', 'Who can use it.', ({ service }) => service.whoFor.whoCanUse),
  column('coverage', 'near, area-wide or beyond.', ({ service }) => service.whoFor.coverage),
  column('how_in', 'drop-in, self, professional, council.', ({ service }) => listed(service.gettingIt.howIn)),
  column('how_to_apply', 'How to apply.', ({ service }) => service.gettingIt.howToApply),
  column('eligibility', 'Who can have it.', ({ service }) => service.gettingIt.eligibility),
  column('who_decides', 'Who decides.', ({ service }) => service.gettingIt.whoDecides),
  column('wait_weeks', 'Usual wait in weeks.', ({ service }) => service.gettingIt.usualWait?.weeks),
  column(
    'wait_measured_on',
    'The day on which that wait was measured.',
    ({ service }) => service.gettingIt.usualWait?.measuredOn,
  ),
  column('free', 'yes or no: free to use.', ({ service }) => yesOrNo(service.gettingIt.free)),
  column('delivery', 'in-person, at-home, online.', ({ service }) => listed(service.where.delivery)),
  column('place_name', 'The name of its first place.', (row) => firstPlace(row)?.name),
  column('address', 'Street and number.', (row) => firstPlace(row)?.address),
  column('town', 'Town.', (row) => firstPlace(row)?.town),
  column('postcode', 'Postcode.', (row) => firstPlace(row)?.postcode),
  column('latitude', 'Latitude in degrees (WGS 84).', (row) => firstPlace(row)?.latitude),
  column('longitude', 'Longitude in degrees (WGS 84).', (row) => firstPlace(row)?.longitude),
  column('times_notes', 'When it is, in words.', ({ service }) => service.when.notes),
  column('telephone', 'Telephone number.', ({ service }) => service.contact.telephone),
  column('email', 'Email address of the team.', ({ service }) => service.contact.email),
  column('website', 'Web address.', ({ service }) => service.contact.website),
  column('keywords', 'Words that families use.', ({ service }) => listed(service.keywords)),
  column(
    'last_checked',
    'The day on which it was last checked.',
    ({ service }) => service.review.lastChecked,
  ),
  column('source', 'Where the record comes from.', ({ service }) => service.provenance.source),
  column('licence', 'The licence of that source.', ({ service }) => service.provenance.licence),
  column('page', 'Its page on this site. The import does not read it.', ({ page }) => page),
]

function column(name: string, means: string, cell: ServiceColumn['cell']): ServiceColumn {
  return { name, means, cell }
}

function firstPlace({ service }: ServiceRow) {
  return service.where.places[0]
}

function listed(values: readonly string[]): string {
  return values.join('; ')
}

function yesOrNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'yes' : 'no'
}
