import { contactFrom } from './contact.ts'
import { draftOf, type Source } from './draft.ts'
import { chainOf } from './operators.ts'
import { placeOfRow } from './places.ts'
import { dentistsOrigin } from './source-files.ts'

const columns = ['name', 'address', 'postcode', 'telephone', 'website', 'lon', 'lat'] as const

/** Practices known by nothing but a person's name. */
const personNames = new Set(['Gary Knowles Dental Practice', 'Mr C Carre BDS Dental Practice'])

const names = new Map([
  ['KS Dental Sale Manchester', 'KS Dental Care'],
  ['Dental Practice - Manchester Road', 'Dental practice, Manchester Road'],
  ['Revive Dental Care - Circle OOH', 'Revive Dental Care, Davyhulme Circle'],
])

/** Dental practices. */
export const dentists: Source<(typeof columns)[number]> = {
  origin: dentistsOrigin,
  columns,
  readRow(row, postcodes) {
    const stated = row.cell('name') ?? ''
    if (personNames.has(stated))
      return { name: 'a dental practice', leftOut: 'it is known by nothing but the name of a person' }
    const name = names.get(stated) ?? stated.replace(/ Limited\b/, '').replace(' - ', ', ')
    const found = placeOfRow(row, postcodes)
    if (found.value === undefined) return { name, leftOut: found.omitted ?? '' }
    const { place, locality } = found.value
    const { contact, omitted } = contactFrom({
      telephone: row.cell('telephone'),
      website: row.cell('website'),
    })
    const operator = chainOf(stated)
    return {
      omitted: [...omitted, ...found.value.omitted],
      draft: draftOf({
        key: `dentist|${stated}|${place.postcode}`,
        name,
        locality,
        ...kindOf(stated, locality),
        categories: ['health'],
        route: 'health',
        origin: dentistsOrigin,
        where: { places: [place] },
        contact,
        ...(operator === undefined ? {} : { operator }),
      }),
    }
  },
}

function kindOf(name: string, locality: string): { kind: string; summary: string } {
  if (/orthodont/i.test(name))
    return { kind: 'Orthodontist', summary: `An orthodontist, who straightens teeth, in ${locality}.` }
  if (/endodont/i.test(name))
    return { kind: 'Dentist', summary: `A dental practice in ${locality} for root canal treatment.` }
  return { kind: 'Dentist', summary: `A dental practice in ${locality}.` }
}
