import { draftOf, type Source } from './draft.ts'
import { placeFrom } from './places.ts'
import { sportsClubsOrigin } from './source-files.ts'
import { wellSpelt } from './spelling.ts'
import { clubKind, clubSummary } from './sports-club-words.ts'

const columns = ['name', 'category', 'address', 'postcode'] as const

const professional = new Set(['Manchester United Football Club', 'Altrincham Football Club'])

/** Clubs whose house number is that of their own club house. Any other may be somebody's home. */
const clubHouses = new Set([
  'Flixton Golf Club',
  'Legh Arms Bowling Club',
  'Sale Excelsior Club',
  'Woodheys Club Ltd',
])

/** Sports clubs that families can join. The list has no contacts, ages or times. */
export const sportsClubs: Source<(typeof columns)[number]> = {
  origin: sportsClubsOrigin,
  columns,
  readRow(row, postcodes) {
    const stated = row.cell('name') ?? ''
    const name = wellSpelt(stated).replace(/ Ltd\.?$/, '')
    const address = row.cell('address')
    const reason = reasonToLeaveOut(stated, address ?? '')
    if (reason !== undefined) return { name, leftOut: reason }
    const found = placeFrom({ address, postcode: row.cell('postcode') }, postcodes)
    if (found.value === undefined) return { name, leftOut: found.omitted ?? '' }
    const { place, locality, outOfArea, omitted } = found.value
    if (outOfArea && !place.postcode.startsWith('M'))
      return { name, leftOut: 'its postcode lies outside the area and contradicts its address' }
    const club = { name, category: row.cell('category') ?? '', locality }
    return {
      omitted,
      draft: draftOf({
        key: `sports-club|${stated}|${place.postcode}`,
        name,
        locality,
        kind: clubKind(club),
        summary: clubSummary(club),
        categories: ['sport-leisure'],
        route: 'service',
        origin: sportsClubsOrigin,
        where: { places: [place] },
        whoFor: {
          ...(outOfArea ? { outOfArea } : {}),
          ...(/People with Disabilities/.test(name) ? { whoCanUse: 'People with disabilities.' } : {}),
        },
        body: 'The list from 2018 gives no telephone number, email address or website for this club.',
      }),
    }
  },
}

function reasonToLeaveOut(name: string, address: string): string | undefined {
  if (professional.has(name)) return 'it is a professional club'
  if (/\bVeterans\b/.test(name)) return 'it is for older people'
  if (/^\d/.test(address) && !clubHouses.has(name))
    return 'its address is a house number that is not a known venue, so it may be a home'
  return undefined
}
