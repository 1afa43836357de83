import { draftOf, type Facts, type Source } from './draft.ts'
import { omissionsOf } from './finding.ts'
import { placeFrom } from './places.ts'
import { type SchoolFacts, schoolBody, schoolKind, schoolSummary } from './school-words.ts'
import { schoolsOrigin } from './source-files.ts'
import { wellSpelt } from './spelling.ts'
import { websiteFrom } from './website.ts'

const columns = [
  'name',
  'establishment_number',
  'unique_reference_number',
  'type',
  'gender',
  'lowest_admission_age',
  'highest_admission_age',
  'capacity',
  'resource_provision',
  'religion',
  'trust_type',
  'sponsoring_trust',
  'ofsted_rating',
  'website',
  'postcode',
  'lon',
  'lat',
] as const

/** Schools and colleges. Ages are the file's, to 25 at most; a grade is never carried over, only a link to the reports. */
export const schools: Source<(typeof columns)[number]> = {
  origin: schoolsOrigin,
  columns,
  readRow(row, postcodes) {
    const name = wellSpelt(row.cell('name') ?? '')
    const reference = row.cell('unique_reference_number')
    const found = placeFrom(
      { postcode: row.cell('postcode'), latitude: row.cell('lat'), longitude: row.cell('lon'), name },
      postcodes,
    )
    if (reference === undefined) return { name, leftOut: 'it has no reference number' }
    if (found.value === undefined) return { name, leftOut: found.omitted ?? '' }
    const school: SchoolFacts = {
      name,
      type: row.cell('type') ?? '',
      establishmentNumber: Number(row.cell('establishment_number')),
      gender: row.cell('gender') ?? '',
      youngest: age(row.cell('lowest_admission_age')),
      oldest: age(row.cell('highest_admission_age')),
      capacity: row.cell('capacity'),
      provision: row.cell('resource_provision'),
      religion: row.cell('religion'),
      trust:
        row.cell('trust_type') === 'Supported by a multi-academy trust'
          ? row.cell('sponsoring_trust')
          : undefined,
      locality: found.value.locality,
    }
    const website = websiteFrom(row.cell('website'))
    return {
      omitted: omissionsOf(website),
      draft: draftOf({
        key: `urn|${reference}`,
        name,
        locality: school.locality,
        kind: schoolKind(school).label,
        summary: schoolSummary(school),
        body: schoolBody(school),
        categories: categoriesOf(school),
        route: 'school',
        origin: schoolsOrigin,
        whoFor: { youngest: school.youngest, oldest: school.oldest },
        where: { places: [found.value.place] },
        contact: { website: website.value },
        quality: qualityOf(row.cell('ofsted_rating'), reference),
      }),
    }
  },
}

function age(cell: string | undefined): number | undefined {
  return cell === undefined ? undefined : Math.min(Number(cell), 25)
}

function categoriesOf(school: SchoolFacts): Facts['categories'] {
  return schoolKind(school).college ? ['colleges-training'] : ['schools']
}

function qualityOf(rating: string | undefined, reference: string): Facts['quality'] {
  if (rating === undefined) return undefined
  return { ofsted: `https://reports.ofsted.gov.uk/search?q=${reference}`, accreditations: [] }
}
