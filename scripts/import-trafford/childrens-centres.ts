import { contactFrom } from './contact.ts'
import { draftOf, type Source } from './draft.ts'
import { councilChildrensCentres } from './operators.ts'
import { placeOfRow } from './places.ts'
import { childrensCentresOrigin } from './source-files.ts'
import { wellSpelt } from './spelling.ts'

const columns = ['name', 'address', 'postcode', 'telephone', 'unique_reference_number', 'lon', 'lat'] as const

/** Children's centres. */
export const childrensCentres: Source<(typeof columns)[number]> = {
  origin: childrensCentresOrigin,
  columns,
  readRow(row, postcodes) {
    const name = wellSpelt(row.cell('name') ?? '')
    const found = placeOfRow(row, postcodes)
    if (found.value === undefined) return { name, leftOut: found.omitted ?? '' }
    const { place, locality } = found.value
    const { contact, omitted } = contactFrom({ telephone: row.cell('telephone') })
    return {
      omitted: [...omitted, ...found.value.omitted],
      draft: draftOf({
        key: `childrens-centre|${row.cell('unique_reference_number') ?? place.postcode}`,
        name,
        locality,
        kind: 'Children’s centre',
        summary: `A children’s centre in ${locality} for young children and their families.`,
        categories: ['early-years', 'advice-support'],
        route: 'service',
        origin: childrensCentresOrigin,
        operator: councilChildrensCentres,
        where: { places: [place] },
        contact,
      }),
    }
  },
}
