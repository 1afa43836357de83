import type { Provider } from '#records/provider.ts'
import type { Service } from '#records/service.ts'

/**
 * A service as schema.org JSON-LD, ready to stand in a `<script type="application/ld+json">`: `<` is escaped, so that no
 * text can end the element.
 */
export function jsonLdOf(service: Service, provider: Provider, areaName: string): string {
  const { contact, where } = service
  const place = where.places[0]
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Service',
    name: service.name,
    description: service.summary,
    serviceType: service.kind,
    areaServed: areaName,
    provider: { '@type': 'Organization', name: provider.name, url: provider.website },
    url: contact.website,
    telephone: contact.telephone,
    email: contact.email,
    isAccessibleForFree: service.gettingIt.free,
    location: place && {
      '@type': 'Place',
      name: place.name,
      address: {
        '@type': 'PostalAddress',
        streetAddress: place.address,
        addressLocality: place.town,
        postalCode: place.postcode,
        addressCountry: 'GB',
      },
    },
  }
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
