import { contactFrom } from './contact.ts'
import type { Row } from './csv-table.ts'
import { draftOf, type Facts, type Source } from './draft.ts'
import { accessColumns, accessFrom } from './gym-access.ts'
import { chainOf } from './operators.ts'
import { placeFrom } from './places.ts'
import { gymsOrigin } from './source-files.ts'

const columns = [
  'site_id',
  'site_name',
  'access_type',
  'stations_on_site',
  'street',
  'postcode',
  'telephone',
  'email',
  'website',
  'disability_notes',
  'lon',
  'lat',
  'site_last_updated_date',
  ...accessColumns,
] as const

type GymRow = Row<(typeof columns)[number]>

/** Gyms that the public or members can use. */
export const gyms: Source<(typeof columns)[number]> = {
  origin: gymsOrigin,
  columns,
  readRow(row, postcodes) {
    const name = nameOf(row.cell('site_name') ?? '')
    const site = row.cell('site_id')
    if (row.cell('access_type') === 'Private Use') return { name, leftOut: 'the gym is for private use' }
    if (site === undefined) return { name, leftOut: 'it has no site number' }
    const found = placeFrom(
      {
        address: row.cell('street'),
        postcode: row.cell('postcode'),
        latitude: row.cell('lat'),
        longitude: row.cell('lon'),
      },
      postcodes,
    )
    if (found.value === undefined) return { name, leftOut: found.omitted ?? '' }
    const { contact, omitted } = contactFrom({
      telephone: row.cell('telephone'),
      email: row.cell('email'),
      website: row.cell('website'),
    })
    const { access, accreditations } = accessFrom(row)
    const operator = chainOf(name)
    return {
      omitted: [...omitted, ...found.value.omitted],
      draft: draftOf({
        key: `active-places|${site}`,
        name,
        locality: found.value.locality,
        kind: 'Gym',
        summary: summaryOf(row, found.value.locality),
        categories: ['sport-leisure'],
        route: 'service',
        origin: gymsOrigin,
        checkedOn: row.cell('site_last_updated_date'),
        where: { places: [found.value.place] },
        access,
        contact,
        quality: accreditations.length === 0 ? undefined : { accreditations },
        ...termsOfUse(row),
        ...(operator === undefined ? {} : { operator }),
      }),
    }
  },
}

/** Names as the doors have them. A gym that is part of something else says so. */
const names = new Map([
  ['Crossford Bridge', 'Crossford Bridge: gym'],
  ['Hale Country Club And Spa', 'Hale Country Club and Spa'],
  ['Longford Park Stadium', 'Longford Park Stadium: gym'],
  ['Mercure Altrincham Bowdon Hotel', 'Mercure Altrincham Bowdon Hotel: gym'],
  ['Meritor Urmston The M41 Gym', 'The M41 Gym'],
  ['Ashton On Mersey Health And Fitness Centre', 'Ashton on Mersey Health and Fitness Centre'],
  ['Nrg Gym (Stretford Manchester)', 'NRG Gym (Stretford)'],
  ['Puregym (Altrincham)', 'PureGym (Altrincham)'],
  ['Puregym (Manchester Stretford)', 'PureGym (Stretford)'],
  ['Snap Fitness (Manchester Sale)', 'Snap Fitness (Sale)'],
  ['The Grammar', 'The Grammar: gym'],
  ['The Gym Group (Manchester Old Trafford)', 'The Gym Group (Old Trafford)'],
  ['Trafford Mv Rfcc', 'Trafford MV RFCC: gym'],
  ['Walton Park Indoor Football Centre', 'Walton Park Indoor Football Centre: gym'],
])

function nameOf(name: string): string {
  return names.get(name) ?? name
}

function summaryOf(row: GymRow, locality: string): string {
  const stations = row.cell('stations_on_site')
  const size = stations === undefined ? '' : ` with ${stations} exercise stations`
  return `A gym in ${locality}${size}, ${forWhom(row)}.`
}

function forWhom(row: GymRow): string {
  const access = row.cell('access_type')
  if (access === 'Pay and Play') return 'where you can pay for each visit'
  return access === 'Sports Club / Community Association' ? 'for members of the club' : 'for members'
}

function termsOfUse(row: GymRow): Pick<Facts, 'whoFor' | 'gettingIt'> {
  const access = row.cell('access_type')
  if (access === 'Pay and Play')
    return {
      gettingIt: { howIn: ['drop-in'], howToApply: 'Pay when you come. You do not need to be a member.' },
    }
  if (access === 'Registered Membership use') return { whoFor: { whoCanUse: 'Members of the gym.' } }
  return { whoFor: { whoCanUse: 'Members of the club or community group.' } }
}
