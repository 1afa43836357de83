import { contactFrom } from './contact.ts'
import { draftOf, type Operator, type Source } from './draft.ts'
import { councilLibraries } from './operators.ts'
import { placeOfRow } from './places.ts'
import { librariesOrigin } from './source-files.ts'

const columns = ['name', 'address', 'postcode', 'type', 'email', 'website', 'lon', 'lat'] as const

/** Public libraries. */
export const libraries: Source<(typeof columns)[number]> = {
  origin: librariesOrigin,
  columns,
  readRow(row, postcodes) {
    const name = row.cell('name') ?? ''
    const found = placeOfRow(row, postcodes)
    if (found.value === undefined) return { name, leftOut: found.omitted ?? '' }
    const { place, locality } = found.value
    const { contact, omitted } = contactFrom({ email: row.cell('email'), website: row.cell('website') })
    const kind = /Local Studies/.test(name) ? 'Local studies library' : 'Library'
    return {
      omitted: [...omitted, ...found.value.omitted],
      draft: draftOf({
        key: `library|${name}|${place.postcode}`,
        name,
        locality,
        kind,
        summary: summaryOf(name, kind, locality, row.cell('type') ?? ''),
        categories: ['clubs-activities'],
        route: 'service',
        origin: librariesOrigin,
        operator: operatorOf(row.cell('type') ?? ''),
        where: { places: [place] },
        contact,
      }),
    }
  },
}

function summaryOf(name: string, kind: string, locality: string, type: string): string {
  if (kind !== 'Library')
    return `A library in ${locality} about the history of Trafford and the people who lived here.`
  if (/Wellbeing/.test(name)) return `A public library and wellbeing centre in ${locality}.`
  if (/school/i.test(type)) return `A public library in ${locality}, run by a school.`
  if (/partnership/i.test(type)) return `A public library in ${locality}, run in partnership.`
  return `A public library in ${locality}, run by the council.`
}

function operatorOf(type: string): Operator {
  const school = /^(.+ School) run library$/.exec(type)?.[1]
  return school === undefined
    ? councilLibraries
    : { key: schoolKeys.get(school) ?? `operator|${school}`, name: school }
}

/** The school's own provider record, made from the schools file. */
const schoolKeys = new Map([['Lostock High School', 'urn|106365']])
