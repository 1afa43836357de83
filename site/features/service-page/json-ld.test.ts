import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { exampleService } from '#records/example-content.fixture.ts'
import { parseRecordFile } from '#records/read-content.ts'
import { type ServiceInput, serviceRecord } from '#records/service.ts'
import { jsonLdOf } from './json-ld.ts'
import { schemaOrgProperties, schemaOrgRanges } from './schema-org.fixture.ts'

const content = join(import.meta.dirname, '../../content')
const jsonObject = z.record(z.string(), z.unknown())
const describedBy = (service: z.output<typeof serviceRecord.schema>) =>
  jsonLdOf({ service, provider: { name: 'The club' }, areaName: 'Somewhere', today: '2026-11-22' })
const dataOf = (fields: Partial<ServiceInput>) =>
  jsonObject.parse(JSON.parse(describedBy(serviceRecord.schema.parse({ ...exampleService, ...fields }))))

const place = {
  key: 'main',
  address: '2 High Road',
  town: 'Sale',
  postcode: 'M33 2UG',
  latitude: 53.42,
  longitude: -2.32,
}

it('describes help without an address as a service and leaves out what is not stated', () => {
  expect(dataOf({ gettingIt: { free: true }, whoFor: { youngest: 5 } })).toEqual({
    '@context': 'https://schema.org',
    '@type': 'Service',
    name: 'Saturday club',
    description: exampleService.summary,
    serviceType: 'Club',
    areaServed: { '@type': 'AdministrativeArea', name: 'Somewhere' },
    provider: { '@type': 'Organization', name: 'The club' },
    audience: { '@type': 'PeopleAudience', suggestedMinAge: 5 },
    offers: { '@type': 'Offer', price: 0, priceCurrency: 'GBP' },
  })
})

it('names the pictures, with what is in them', () => {
  const pictures = [{ key: 'a', file: 'media/club/ramp.webp', alt: 'A ramp leads to a wide door.' }]
  expect(dataOf({ pictures })['image']).toEqual([
    {
      '@type': 'ImageObject',
      contentUrl: '/media/club/ramp.webp',
      description: 'A ramp leads to a wide door.',
    },
  ])
})

it('describes a school as a place: address, coordinates, hours and telephone', () => {
  const school = dataOf({
    kind: 'Primary school',
    categories: ['schools'],
    where: { places: [place] },
    contact: { telephone: '01632 960 014' },
    when: {
      times: [{ key: 'a', days: ['monday', 'friday'], opens: '08:45', closes: '15:15' }],
      sessions: [
        { key: 'b', on: '2026-12-05', opens: '10:00', closes: '12:00' },
        { key: 'c', on: '2026-11-01', opens: '10:00', closes: '12:00' },
      ],
    },
  })
  expect(school).toMatchObject({
    '@type': 'ElementarySchool',
    telephone: '01632 960 014',
    address: { '@type': 'PostalAddress', streetAddress: '2 High Road', postalCode: 'M33 2UG' },
    geo: { '@type': 'GeoCoordinates', latitude: 53.42, longitude: -2.32 },
    openingHoursSpecification: [
      {
        dayOfWeek: ['https://schema.org/Monday', 'https://schema.org/Friday'],
        opens: '08:45',
        closes: '15:15',
      },
      { validFrom: '2026-12-05', validThrough: '2026-12-05' },
    ],
  })
})

it.each([
  ['health', 'Dentist', 'Dentist'],
  ['health', 'Pharmacy', 'Pharmacy'],
  ['health', 'GP practice', 'MedicalClinic'],
  ['clubs-activities', 'Library', 'Library'],
  ['clubs-activities', 'Toy library', 'Service'],
  ['sport-leisure', 'Football club', 'SportsClub'],
  ['schools', 'Special school', 'School'],
  ['therapies', 'Therapy', 'Service'],
] as const)('takes a %s entry of the kind “%s” for a %s', (category, kind, type) => {
  expect(dataOf({ kind, categories: [category], where: { places: [place] } })['@type']).toBe(type)
})

it('cannot end the element it stands in', () => {
  const service = serviceRecord.schema.parse({ ...exampleService, name: 'A </script><b>' })
  expect(describedBy(service)).not.toContain('<')
})

it('uses only types and properties of schema.org, for every service of the demonstration', () => {
  const wrong = globSync('services/*.md', { cwd: content }).flatMap((path) => {
    const raw = parseRecordFile({ path, text: readFileSync(join(content, path), 'utf8') })
    const { '@context': context, ...data } = jsonObject.parse(
      JSON.parse(describedBy(serviceRecord.schema.parse(raw?.data))),
    )
    return [context === 'https://schema.org' ? [] : ['no context'], faultsIn(data)]
      .flat()
      .map((fault) => `${path}: ${fault}`)
  })
  expect(wrong).toEqual([])
})

function faultsIn(value: Record<string, unknown>): string[] {
  const { '@type': type, ...properties } = value
  const known = schemaOrgProperties[String(type)]
  if (known === undefined) return [`there is no type ${String(type)}`]
  return Object.entries(properties).flatMap(([name, held]) => {
    if (!known.includes(name)) return [`${String(type)} has no property ${name}`]
    return [held].flat().flatMap((each) => faultsInHeld(name, each))
  })
}

function faultsInHeld(name: string, held: unknown): string[] {
  const types = schemaOrgRanges[name]
  const inner = jsonObject.safeParse(held).data
  if (types === undefined)
    return ['string', 'number', 'boolean'].includes(typeof held) ? [] : [`${name} holds no plain value`]
  if (inner === undefined || !types.includes(String(inner['@type']))) return [`${name} holds the wrong type`]
  return faultsIn(inner)
}
