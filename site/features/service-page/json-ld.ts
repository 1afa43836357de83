import type { Provider } from '#records/provider.ts'
import type { Service } from '#records/service.ts'
import { labelOf, weekdays } from '#records/taxonomy.ts'
import { schemaTypeOf } from './json-ld-type.ts'
import { mapLink } from './map-link.ts'
import { accessAnswers } from './present-access.ts'

/** What a description needs beside the record. */
export interface Described {
  readonly service: Service
  readonly provider: Pick<Provider, 'name' | 'website'>
  readonly areaName: string
  /** `YYYY-MM-DD`; sessions before it are left out. */
  readonly today: string
}

/**
 * A service as schema.org JSON-LD, ready to stand in a `<script type="application/ld+json">`: `<` is escaped, so that no
 * text can end the element. A school, a pharmacy or a club is a place with hours and coordinates; help without an address
 * of its own kind is a `Service`. What the record does not state is left out.
 */
export function jsonLdOf(described: Described): string {
  const type = schemaTypeOf(described.service)
  const data = type === 'Service' ? serviceData(described) : placeData(type, described)
  return JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
}

function serviceData({ service, provider, areaName, today }: Described) {
  const { contact, gettingIt, whoFor, where } = service
  const ages = { suggestedMinAge: whoFor.youngest, suggestedMaxAge: whoFor.oldest }
  return {
    '@type': 'Service',
    name: service.name,
    description: service.summary,
    image: imagesOf(service),
    serviceType: service.kind,
    areaServed: { '@type': 'AdministrativeArea', name: areaName },
    provider: organisation(provider),
    url: contact.website,
    audience:
      whoFor.youngest === undefined && whoFor.oldest === undefined
        ? undefined
        : { '@type': 'PeopleAudience', ...ages },
    offers: gettingIt.free === true ? { '@type': 'Offer', price: 0, priceCurrency: 'GBP' } : undefined,
    hoursAvailable: openingHours(service.when, today),
    availableChannel: listOrNothing([
      ...where.places.map((place) => ({
        '@type': 'ServiceChannel',
        serviceLocation: { '@type': 'Place', name: place.name, ...located(place) },
      })),
      ...(contact.telephone === undefined && contact.email === undefined
        ? []
        : [{ '@type': 'ServiceChannel', servicePhone: contactPoint(contact) }]),
    ]),
  }
}

function placeData(type: string, { service, provider, today }: Described) {
  const { contact } = service
  const [place] = service.where.places
  return {
    '@type': type,
    name: service.name,
    description: service.summary,
    image: imagesOf(service),
    url: contact.website,
    telephone: contact.telephone,
    email: contact.email,
    sameAs: listOrNothing(contact.social),
    parentOrganization: provider.name === service.name ? undefined : organisation(provider),
    isAccessibleForFree: service.gettingIt.free,
    openingHoursSpecification: openingHours(service.when, today),
    amenityFeature: listOrNothing(
      accessAnswers(service.access).yes.map((name) => ({
        '@type': 'LocationFeatureSpecification',
        name,
        value: true,
      })),
    ),
    ...(place === undefined ? {} : located(place)),
  }
}

function imagesOf({ pictures }: Service) {
  return listOrNothing(
    pictures.map(({ file, alt }) => ({ '@type': 'ImageObject', contentUrl: `/${file}`, description: alt })),
  )
}

function organisation({ name, website }: Described['provider']) {
  return { '@type': 'Organization', name, url: website }
}

function contactPoint({ telephone, email }: Service['contact']) {
  return { '@type': 'ContactPoint', telephone, email }
}

function located(place: Service['where']['places'][number]) {
  const { address, town, postcode, latitude, longitude } = place
  return {
    address: {
      '@type': 'PostalAddress',
      streetAddress: address,
      addressLocality: town,
      postalCode: postcode,
      addressCountry: 'GB',
    },
    geo:
      latitude === undefined || longitude === undefined
        ? undefined
        : { '@type': 'GeoCoordinates', latitude, longitude },
    hasMap: mapLink(place),
  }
}

/** Regular hours by weekday, and single sessions as hours that hold on their day alone. */
function openingHours({ times, sessions }: Service['when'], today: string) {
  const weekly = times.map(({ days, opens, closes }) => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: listOrNothing(days.map((day) => `https://schema.org/${labelOf(weekdays, day)}`)),
    opens,
    closes,
  }))
  const single = sessions
    .filter(({ on }) => on >= today)
    .map(({ on, opens, closes }) => ({
      '@type': 'OpeningHoursSpecification',
      validFrom: on,
      validThrough: on,
      opens,
      closes,
    }))
  return listOrNothing([...weekly, ...single])
}

function listOrNothing<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items
}
