import type { z } from 'zod'
import type { OpenReferralContext, OpenReferralPart } from './define-record.ts'
import type { contact, gettingIt, when, where, whoFor } from './service-groups.ts'
import type { quality, review } from './service-upkeep.ts'
import { categories, labelOf, needs, type OpenTerm, partsOfTheYear, type weekdays } from './taxonomy.ts'

/** What Open Referral UK 3.0 gets of each group of a service. Absent values are left out, never null or empty. */

type Given<P extends { readonly schema: z.ZodType }> = z.output<P['schema']>

export function provider(id: string): OpenReferralPart {
  return { organization_id: id }
}

export function status(value: 'open' | 'temporarily-closed' | 'closed'): OpenReferralPart {
  return { status: { open: 'active', 'temporarily-closed': 'temporarily closed', closed: 'defunct' }[value] }
}

export function categoriesGiven(ids: readonly string[], context: OpenReferralContext): OpenReferralPart {
  return { attributes: ids.map((id) => attribute(categories, 'category', id, context)) }
}

export function whoForGiven(given: Given<typeof whoFor>, context: OpenReferralContext): OpenReferralPart {
  return {
    minimum_age: given.youngest,
    maximum_age: given.oldest,
    service_areas: areasServed(given).map((name) => ({
      id: context.nestedId('service-area', name),
      service_id: context.id,
      name,
    })),
    attributes: given.needs.map((id) => attribute(needs, 'need', id, context)),
  }
}

export function gettingItGiven(
  given: Given<typeof gettingIt>,
  context: OpenReferralContext,
): OpenReferralPart {
  return {
    fees: given.free === true ? 'Free' : undefined,
    cost_options: given.costs.map((cost) => ({
      id: context.nestedId('cost', cost.key),
      service_id: context.id,
      option: cost.what,
      amount: cost.pounds,
      amount_description: cost.note,
    })),
  }
}

export function whenGiven(given: Given<typeof when>, context: OpenReferralContext): OpenReferralPart {
  const weekly = given.times.map((each) => ({
    id: context.nestedId('schedule', each.key),
    service_id: context.id,
    freq: 'WEEKLY',
    byday: each.days.map(rruleDay).join(','),
    opens_at: each.opens,
    closes_at: each.closes,
    description: each.period === undefined ? undefined : labelOf(partsOfTheYear, each.period),
    notes: given.notes,
  }))
  const single = given.sessions.map((each) => ({
    id: context.nestedId('schedule', each.key),
    service_id: context.id,
    valid_from: each.on,
    valid_to: each.on,
    opens_at: each.opens,
    closes_at: each.closes,
    description: each.note,
  }))
  return { schedules: [...weekly, ...single] }
}

export function whereGiven(given: Given<typeof where>, context: OpenReferralContext): OpenReferralPart {
  return {
    service_at_locations: given.places.map((place) => {
      const locationId = context.nestedId('location', place.key)
      return {
        id: context.nestedId('service-at-location', place.key),
        service_id: context.id,
        location_id: locationId,
        location: {
          id: locationId,
          location_type: 'physical',
          name: place.name,
          latitude: place.latitude,
          longitude: place.longitude,
          external_identifier: place.uprn,
          external_identifier_type: place.uprn === undefined ? undefined : 'UPRN',
          addresses:
            place.address === undefined || place.town === undefined
              ? []
              : [addressOf(place, locationId, context)],
        },
      }
    }),
  }
}

export function contactGiven(given: Given<typeof contact>, context: OpenReferralContext): OpenReferralPart {
  const contactId = context.nestedId('contact', 'main')
  const phone = { id: context.nestedId('phone', 'main'), contact_id: contactId, number: given.telephone }
  return {
    email: given.email,
    url: given.website,
    contacts:
      given.telephone === undefined ? [] : [{ id: contactId, service_id: context.id, phones: [phone] }],
  }
}

export function qualityGiven(given: Given<typeof quality> | undefined): OpenReferralPart {
  const names = given?.accreditations.map((each) => each.name) ?? []
  return { accreditations: names.length > 0 ? names.join(', ') : undefined }
}

export function reviewGiven(given: Given<typeof review>): OpenReferralPart {
  return { assured_date: given.lastChecked }
}

function attribute(terms: readonly OpenTerm[], kind: string, id: string, context: OpenReferralContext) {
  const term = terms.find((each) => each.id === id)
  const attributeId = context.nestedId(kind, id)
  return {
    id: attributeId,
    link_id: context.id,
    link_type: 'service',
    taxonomy_term_id: term?.uuid,
    taxonomy_term: { id: term?.uuid, name: labelOf(terms, id), description: term?.means, taxonomy: kind },
  }
}

function addressOf(
  place: { key: string; address?: string | undefined; town?: string | undefined; postcode: string },
  locationId: string,
  context: OpenReferralContext,
) {
  return {
    id: context.nestedId('address', place.key),
    location_id: locationId,
    address_1: place.address,
    city: place.town,
    state_province: 'England',
    postal_code: place.postcode,
    country: 'GB',
    address_type: 'physical',
  }
}

function areasServed({ coverage, areas = [] }: Given<typeof whoFor>): string[] {
  const whole = coverage === 'area-wide' || coverage === 'beyond' ? [areaWords[coverage]] : []
  return [...new Set([...areas, ...whole])]
}

const areaWords = { 'area-wide': 'Anywhere in the area', beyond: 'The area and beyond' }

/** The two capital letters of RFC 5545 for a weekday. */
function rruleDay(day: (typeof weekdays)[number]['id']): string {
  return day.slice(0, 2).toUpperCase()
}
