import type { Pathway } from '#records/pathway.ts'

type Help = NonNullable<Pathway['steps'][number]['services']>

/** The search that finds the services which help with a step; `undefined` where the step names none. */
export function helpingServicesLink(services: Help | undefined): string | undefined {
  if (services === undefined) return undefined
  const address = new URLSearchParams()
  if (services.words !== undefined) address.set('q', services.words)
  for (const id of services.categories) address.append('category', id)
  for (const id of services.needs) address.append('need', id)
  const query = address.toString()
  return query === '' ? undefined : `/services/?${query}`
}
