import { byLetters } from './by-letters.ts'
import type { OpenReferralPart } from './define-record.ts'
import { yesNoAskTerms } from './field-kit.ts'
import { toOpenReferral } from './open-referral.ts'
import { type OpenDirectory, openDirectorySchema } from './open-referral-entities.ts'
import { openTerms } from './open-referral-taxonomies.ts'
import { type Provider, providerRecord } from './provider.ts'
import { type Service, serviceRecord } from './service.ts'
import { access as accessGroup } from './service-access.ts'
import { labelOf } from './taxonomy.ts'

/**
 * All services and their organisations as Open Referral UK 3.0, each service whole: with its organisation, its terms and
 * its places. Sorted by name, so that pages of it stay the same from one build to the next.
 *
 * @throws Error when a service names a provider that is not there, which the content check prevents
 */
export function openDirectoryOf(
  services: readonly { readonly record: Service; readonly body: string }[],
  providers: readonly Provider[],
  uuidV5: UuidV5,
): OpenDirectory {
  const organizations = providers.map((each) => toOpenReferral(providerRecord, each, '', uuidV5))
  const byId = new Map(organizations.map((each) => [each['id'], each]))
  const whole = services.map(({ record, body }) => {
    const organization = byId.get(record.provider)
    if (organization === undefined) throw new Error(`There is no provider with the id ${record.provider}`)
    return wholeService(record, body, organization, uuidV5)
  })
  const directory = openDirectorySchema.parse({ services: whole, organizations })
  return { services: byName(directory.services), organizations: byName(directory.organizations) }
}

function wholeService(record: Service, body: string, organization: OpenReferralPart, uuidV5: UuidV5) {
  const description = [
    record.summary,
    record.provenance.kind === 'example' ? 'Example service, made up for a demonstration.' : '',
    body.trim(),
  ]
  const part = toOpenReferral(serviceRecord, record, description.filter(Boolean).join('\n\n'), uuidV5)
  const attributes = entitiesIn(part, 'attributes').map((each) => ({
    ...each,
    taxonomy_term: openTerms.find(({ id }) => id === each['taxonomy_term_id']),
  }))
  const places = entitiesIn(part, 'service_at_locations').map((each) => withAccess(each, record, uuidV5))
  return {
    ...part,
    organization,
    ...(attributes.length > 0 ? { attributes } : {}),
    ...(places.length > 0 ? { service_at_locations: places } : {}),
  }
}

/** What a service says of access holds at each of its places: Open Referral keeps it there. */
function withAccess(place: OpenReferralPart, record: Service, uuidV5: UuidV5): OpenReferralPart {
  const location = place['location']
  const answers = accessAnswers(record.access)
  if (typeof location !== 'object' || location === null || answers.length === 0) return place
  const locationId = String(Reflect.get(location, 'id'))
  const accessibility = answers.map(({ key, description }) => ({
    id: uuidV5(`accessibility/${key}`, locationId),
    location_id: locationId,
    description,
  }))
  return { ...place, location: { ...location, accessibility } }
}

function accessAnswers({ notes, ...answers }: Service['access']): { key: string; description: string }[] {
  const labels = new Map(accessFields().map(({ name, label }) => [name, label]))
  const said = Object.entries(answers).flatMap(([key, answer]) =>
    answer === undefined
      ? []
      : [{ key, description: `${labels.get(key) ?? key}: ${labelOf(yesNoAskTerms, answer)}` }],
  )
  return notes === undefined ? said : [...said, { key: 'notes', description: notes }]
}

function accessFields(): { name: unknown; label: string }[] {
  const fields = accessGroup.widget['fields']
  if (!Array.isArray(fields)) return []
  return fields.flatMap((field) =>
    typeof field === 'object' && 'label' in field
      ? [{ name: Reflect.get(field, 'name'), label: field.label }]
      : [],
  )
}

function entitiesIn(part: OpenReferralPart, property: string): OpenReferralPart[] {
  const value = part[property]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : []
}

function byName<T extends { readonly name: string; readonly id: string }>(entities: readonly T[]): T[] {
  return entities.toSorted((a, b) => byLetters(a.name, b.name) || (a.id < b.id ? -1 : 1))
}

type UuidV5 = (name: string, namespace: string) => string
