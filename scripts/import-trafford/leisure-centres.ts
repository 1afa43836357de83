import { contactFrom } from './contact.ts'
import { draftOf, type Operator, type Source } from './draft.ts'
import { leisureCentreWords } from './leisure-centre-words.ts'
import { openTimesFrom } from './opening-hours.ts'
import { traffordLeisure } from './operators.ts'
import { placeOfRow } from './places.ts'
import { leisureCentresOrigin } from './source-files.ts'

const columns = [
  'name',
  'address',
  'postcode',
  'telephone',
  'website',
  'opening_hours',
  'managed_by',
  'lon',
  'lat',
] as const

/** Leisure centres. What is in them is worded in leisure-centre-words.ts. */
export const leisureCentres: Source<(typeof columns)[number]> = {
  origin: leisureCentresOrigin,
  columns,
  readRow(row, postcodes) {
    const name = row.cell('name') ?? ''
    const found = placeOfRow(row, postcodes)
    if (found.value === undefined) return { name, leftOut: found.omitted ?? '' }
    const { place, locality } = found.value
    const { contact, omitted } = contactFrom({
      telephone: row.cell('telephone'),
      website: row.cell('website'),
    })
    const words = leisureCentreWords(name, locality)
    const hours = row.cell('opening_hours')
    const times = hours === undefined ? undefined : openTimesFrom(hours.replace(/^Pitch bookings only: /, ''))
    return {
      omitted: [...omitted, ...found.value.omitted],
      draft: draftOf({
        key: `leisure-centre|${name}|${place.postcode}`,
        name,
        locality,
        kind: 'Leisure centre',
        summary: words.summary,
        body: words.body ?? '',
        notice: words.notice,
        categories: ['sport-leisure'],
        route: 'service',
        origin: leisureCentresOrigin,
        operator: operatorOf(row.cell('managed_by') ?? '', name),
        when: { times: times ?? [], notes: words.times ?? (times === undefined ? hours : undefined) },
        where: { places: [place] },
        access: words.access ?? {},
        contact,
      }),
    }
  },
}

function operatorOf(managedBy: string, centre: string): Operator {
  const name = managedBy.replace(/\.$/, '')
  if (name === 'Trafford Leisure CIC') return traffordLeisure
  return {
    key: `operator|${name}`,
    name: name.replace(/ in partnership with /, ' with '),
    description: `Runs ${centre}.`,
  }
}
