/**
 * The part of the schema.org vocabulary that service pages use: the properties that each type has, its parents' included,
 * and what each may hold. Source: https://schema.org, version 29.
 */
const thing = ['name', 'description', 'url', 'sameAs', 'image'] as const
const organisation = [...thing, 'telephone', 'email', 'address', 'parentOrganization'] as const
const place = [
  ...thing,
  'address',
  'geo',
  'hasMap',
  'telephone',
  'openingHoursSpecification',
  'amenityFeature',
  'isAccessibleForFree',
] as const
/** Types that are organisations and places at once: schools (CivicStructure) and local businesses. */
const organisationWithPlace = [...organisation, ...place]

export const schemaOrgProperties: Readonly<Record<string, readonly string[]>> = {
  AdministrativeArea: place,
  ChildCare: organisationWithPlace,
  CollegeOrUniversity: organisationWithPlace,
  ContactPoint: [...thing, 'telephone', 'email'],
  Dentist: organisationWithPlace,
  ElementarySchool: organisationWithPlace,
  ExerciseGym: organisationWithPlace,
  GeoCoordinates: [...thing, 'latitude', 'longitude'],
  HighSchool: organisationWithPlace,
  ImageObject: [...thing, 'contentUrl'],
  Library: organisationWithPlace,
  LocationFeatureSpecification: [...thing, 'value'],
  MedicalClinic: organisationWithPlace,
  MiddleSchool: organisationWithPlace,
  Offer: [...thing, 'price', 'priceCurrency'],
  OpeningHoursSpecification: [...thing, 'dayOfWeek', 'opens', 'closes', 'validFrom', 'validThrough'],
  Organization: organisation,
  PeopleAudience: [...thing, 'suggestedMinAge', 'suggestedMaxAge'],
  Pharmacy: organisationWithPlace,
  Place: place,
  PostalAddress: [...thing, 'streetAddress', 'addressLocality', 'postalCode', 'addressCountry'],
  Preschool: organisationWithPlace,
  School: organisationWithPlace,
  Service: [
    ...thing,
    'serviceType',
    'areaServed',
    'provider',
    'audience',
    'offers',
    'hoursAvailable',
    'availableChannel',
  ],
  ServiceChannel: [...thing, 'serviceLocation', 'servicePhone'],
  SportsActivityLocation: organisationWithPlace,
  SportsClub: organisationWithPlace,
}

/** The types that a property may hold; a property that is not here holds text, a number, a date or an address. */
export const schemaOrgRanges: Readonly<Record<string, readonly string[]>> = {
  address: ['PostalAddress'],
  amenityFeature: ['LocationFeatureSpecification'],
  areaServed: ['AdministrativeArea', 'Place'],
  audience: ['PeopleAudience'],
  availableChannel: ['ServiceChannel'],
  geo: ['GeoCoordinates'],
  image: ['ImageObject'],
  hoursAvailable: ['OpeningHoursSpecification'],
  offers: ['Offer'],
  openingHoursSpecification: ['OpeningHoursSpecification'],
  parentOrganization: ['Organization'],
  provider: ['Organization'],
  serviceLocation: ['Place'],
  servicePhone: ['ContactPoint'],
}
