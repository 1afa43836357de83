import { contactFrom } from './contact.ts'
import { draftOf, type Source } from './draft.ts'
import { openTimesFrom } from './opening-hours.ts'
import { trussellTrust } from './operators.ts'
import { placeFrom } from './places.ts'
import { foodBanksOrigin } from './source-files.ts'

const columns = [
  'Name',
  'Referral method',
  'Opening times',
  'Address',
  'Postcode',
  'Contact',
  'Website',
] as const

/** Food banks. One at a house number that is not a known venue is left out. */
export const foodBanks: Source<(typeof columns)[number]> = {
  origin: foodBanksOrigin,
  columns,
  readRow(row, postcodes) {
    const stated = row.cell('Name') ?? ''
    const address = row.cell('Address') ?? ''
    if (/^\d/.test(address))
      return {
        name: stated,
        leftOut: 'its address is a house number that is not a known venue, so it may be a home',
      }
    const found = placeFrom({ address, postcode: row.cell('Postcode') }, postcodes)
    if (found.value === undefined) return { name: stated, leftOut: found.omitted ?? '' }
    const { place, locality } = found.value
    const { contact, omitted } = contactFrom({ email: row.cell('Contact'), website: row.cell('Website') })
    const voucher = row.cell('Referral method') === 'Foodbank Voucher'
    const hours = row.cell('Opening times')
    const times = hours === undefined ? undefined : openTimesFrom(hours)
    const venue = place.name ?? place.address ?? locality
    return {
      omitted: [...omitted, ...found.value.omitted],
      draft: draftOf({
        key: `food-bank|${stated}|${place.postcode}`,
        name: `${stated} food bank (${venue})`,
        locality,
        kind: 'Food bank',
        summary: `A food bank in ${locality}${voucher ? ' for people who have a food bank voucher' : ''}.`,
        categories: ['money-food'],
        route: 'service',
        origin: foodBanksOrigin,
        ...(stated === 'Trussell Trust' ? { operator: trussellTrust } : {}),
        gettingIt: voucher ? { howIn: ['professional'], eligibility: 'You need a food bank voucher.' } : {},
        when: { times: times ?? [], notes: times === undefined ? hours : undefined },
        where: { places: [place] },
        contact,
      }),
    }
  },
}
