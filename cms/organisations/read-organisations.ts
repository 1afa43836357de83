import type { OrganisationPerson } from '#platform/accounts/organisation-people/organisation-people.ts'
import type { ActionContext } from '../action-context.ts'
import { type KeptService, keptServices } from '../fresh/kept-pages.ts'
import { mainOf } from '../git/main-branch.ts'
import { titleOf } from '../records/stored-records.ts'
import { may } from '../rights/rights.ts'
import { readDirectorates } from './read-directorates.ts'

/**
 * The published organisations of which the person may see who keeps their records: those that nobody keeps first, then by
 * name. `today` is `YYYY-MM-DD`.
 */
export async function readOrganisations(
  context: Pick<ActionContext, 'actor' | 'records' | 'repository'>,
  people: readonly OrganisationPerson[],
  today: string,
): Promise<Organisation[]> {
  const { actor, records, repository } = context
  const main = await mainOf(repository)
  const [providers, services, directorates] = await Promise.all([
    records.all(main, 'providers'),
    records.all(main, 'services'),
    readDirectorates(context),
  ])
  const servicesOf = Map.groupBy(keptServices(services), ({ provider }) => provider)
  const peopleOf = Map.groupBy(
    people.flatMap((person) => person.serves.map((id) => ({ id, person }))),
    ({ id }) => id,
  )
  return providers
    .flatMap((record): Organisation[] => {
      const { id, directorate } = record.facts
      if (id === undefined || !may(actor, 'see-people', record.facts)) return []
      const kept = (servicesOf.get(id) ?? []).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
      return [
        {
          ...{ id, slug: record.slug, name: titleOf(record), services: kept },
          overdue: kept.filter(({ dueOn }) => dueOn < today).length,
          people: (peopleOf.get(id) ?? []).map(({ person }) => person),
          directorate: directorate === undefined ? undefined : directorates.get(directorate),
          mayChange: may(actor, 'people', record.facts),
        },
      ]
    })
    .toSorted(
      (a, b) =>
        Number(a.people.length > 0) - Number(b.people.length > 0) || a.name.localeCompare(b.name, 'en-GB'),
    )
}

export interface Organisation {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** What it runs, but for what has closed; the one whose check is due first comes first. */
  readonly services: readonly KeptService[]
  /** How many of them are overdue for a check. */
  readonly overdue: number
  /** Who keeps its records. */
  readonly people: readonly OrganisationPerson[]
  /** The name of the directorate that looks after it. */
  readonly directorate: string | undefined
  /** Whether whoever asks may invite and remove its people. */
  readonly mayChange: boolean
}
