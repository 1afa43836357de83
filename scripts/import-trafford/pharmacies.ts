import { type WeekdayId, weekdays } from '#records/taxonomy.ts'
import type { Row } from './csv-table.ts'
import { draftOf, type Source } from './draft.ts'
import { type OpenTime, openTimesOfWeek } from './opening-hours.ts'
import { chainOf } from './operators.ts'
import { placeFrom } from './places.ts'
import { pharmaciesOrigin } from './source-files.ts'
import { wellSpelt } from './spelling.ts'

const dayColumns = [
  'opening_hours_monday',
  'opening_hours_tuesday',
  'opening_hours_wednesday',
  'opening_hours_thursday',
  'opening_hours_friday',
  'opening_hours_saturday',
  'opening_hours_sunday',
] as const

const columns = [
  'pharmacy_name',
  'address',
  'postcode',
  'organisation_data_service_code',
  ...dayColumns,
] as const

/** Pharmacies known by nothing but a person's name. */
const personNames = new Set(['Barry Bladon', 'G Pennant Roberts'])

/** Pharmacies, with opening hours a weekday. */
export const pharmacies: Source<(typeof columns)[number]> = {
  origin: pharmaciesOrigin,
  columns,
  readRow(row, postcodes) {
    const stated = row.cell('pharmacy_name') ?? ''
    const code = row.cell('organisation_data_service_code')
    if (personNames.has(stated))
      return { name: 'a pharmacy', leftOut: 'it is known by nothing but the name of a person' }
    const name = wellSpelt(stated)
    if (code === undefined) return { name, leftOut: 'it has no code' }
    const found = placeFrom({ address: row.cell('address'), postcode: row.cell('postcode') }, postcodes)
    if (found.value === undefined) return { name, leftOut: found.omitted ?? '' }
    const { place, locality } = found.value
    const times = timesOf(row)
    const operator = chainOf(stated)
    return {
      omitted: [
        ...found.value.omitted,
        ...(times === undefined ? ['the opening hours: they cannot be read'] : []),
      ],
      draft: draftOf({
        key: `ods|${code}`,
        name,
        locality,
        kind: 'Pharmacy',
        summary: summaryOf(locality, times ?? []),
        categories: ['health'],
        route: 'health',
        origin: pharmaciesOrigin,
        when: { times: times ?? [] },
        where: { places: [place] },
        ...(operator === undefined ? {} : { operator }),
      }),
    }
  },
}

function timesOf(row: Row<(typeof columns)[number]>): OpenTime[] | undefined {
  const cells = new Map<WeekdayId, string>()
  for (const { id } of weekdays) {
    const cell = row.cell(`opening_hours_${id}`)
    if (cell !== undefined) cells.set(id, cell)
  }
  return openTimesOfWeek(cells)
}

function summaryOf(locality: string, times: readonly OpenTime[]): string {
  const open = (day: WeekdayId) => times.some(({ days }) => days.includes(day))
  const late = times.some(({ closes }) => closes >= '21:00') ? 'late and ' : ''
  if (open('sunday')) return `A pharmacy in ${locality}, open ${late}every day of the week.`
  if (open('saturday')) return `A pharmacy in ${locality}, open from Monday to Saturday.`
  return `A pharmacy in ${locality}, open from Monday to Friday.`
}
