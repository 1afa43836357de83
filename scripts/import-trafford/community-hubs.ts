import { contactFrom } from './contact.ts'
import { draftOf, type Source } from './draft.ts'
import { openTimesFrom } from './opening-hours.ts'
import { placeOfRow } from './places.ts'
import { communityHubsOrigin } from './source-files.ts'

const columns = [
  'community_hub',
  'address',
  'postcode',
  'website',
  'email',
  'telephone',
  'opening_hours',
  'lon',
  'lat',
] as const

/** Community hubs, one a town. */
export const communityHubs: Source<(typeof columns)[number]> = {
  origin: communityHubsOrigin,
  columns,
  readRow(row, postcodes) {
    const town = row.cell('community_hub') ?? ''
    const name = `${town} Community Hub`
    const found = placeOfRow(row, postcodes)
    if (found.value === undefined) return { name, leftOut: found.omitted ?? '' }
    const { place } = found.value
    const { contact, omitted } = contactFrom({
      telephone: row.cell('telephone'),
      email: row.cell('email'),
      website: row.cell('website'),
    })
    const hours = row.cell('opening_hours')
    const times = hours === undefined ? undefined : openTimesFrom(hours)
    const host = place.name
    return {
      omitted: [...omitted, ...found.value.omitted],
      draft: draftOf({
        key: `community-hub|${town}|${place.postcode}`,
        name,
        locality: town,
        kind: 'Community hub',
        summary: `A place in ${town} where local people can turn for support.`,
        categories: ['advice-support', 'money-food'],
        route: 'service',
        origin: communityHubsOrigin,
        operator: {
          key: `community-hub|${town}`,
          name: host ?? name,
          description: `Runs the community hub in ${town}.`,
        },
        when: { times: times ?? [], notes: times === undefined ? inPlainWords(hours) : undefined },
        where: { places: [place] },
        contact,
      }),
    }
  },
}

/** Hours that say what they are for, which days and times alone cannot. */
function inPlainWords(hours: string | undefined): string | undefined {
  if (hours === 'Monday to Thursdays, 9-5pm for calls; 10am-2pm for food collections and deliveries')
    return 'Monday to Thursday: calls from 9am to 5pm, food collections and deliveries from 10am to 2pm.'
  return hours
}
