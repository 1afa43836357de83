import { contactFrom } from './contact.ts'
import { draftOf, type Source } from './draft.ts'
import { placeOfRow } from './places.ts'
import { generalPracticesOrigin } from './source-files.ts'

const columns = ['name', 'address', 'postcode', 'telephone', 'lon', 'lat'] as const

/** GP practices. A doctor's name in brackets is taken off the name of the practice. */
export const generalPractices: Source<(typeof columns)[number]> = {
  origin: generalPracticesOrigin,
  columns,
  readRow(row, postcodes) {
    const stated = row.cell('name') ?? ''
    const name = stated.replace(/ \([^)]+\)$/, '').replace(' And ', ' and ')
    const found = placeOfRow(row, postcodes)
    if (found.value === undefined) return { name, leftOut: found.omitted ?? '' }
    const { place, locality } = found.value
    const { contact, omitted } = contactFrom({ telephone: row.cell('telephone') })
    const renamed = name.length < stated.length && !name.includes('(')
    return {
      omitted: [
        ...omitted,
        ...found.value.omitted,
        ...(renamed ? ['a name in brackets after the name of the practice: it is a person’s'] : []),
      ],
      draft: draftOf({
        key: `general-practice|${contact.telephone ?? place.postcode}|${place.postcode}`,
        name,
        locality,
        kind: 'GP practice',
        summary: `A doctors’ (GP) practice in ${locality}.`,
        categories: ['health'],
        route: 'health',
        origin: generalPracticesOrigin,
        where: { places: [place] },
        contact,
      }),
    }
  },
}
