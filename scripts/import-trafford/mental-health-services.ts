import { contactFrom } from './contact.ts'
import { draftOf, type Source } from './draft.ts'
import { type Decision, decisions, type Used } from './mental-health-decisions.ts'
import { openTimesFrom } from './opening-hours.ts'
import { placeFrom } from './places.ts'
import { mentalHealthOrigin } from './source-files.ts'

const columns = ['name', 'address', 'postcode', 'telephone', 'website'] as const

/**
 * Mental health services. Who may use each is read from its description by a person, once, in
 * mental-health-decisions.ts: a service without a decision is left out, and the report says so.
 */
export const mentalHealthServices: Source<(typeof columns)[number]> = {
  origin: mentalHealthOrigin,
  columns,
  readRow(row, postcodes) {
    const stated = row.cell('name') ?? ''
    const decision = decisionFor(stated, row.cell('postcode'))
    if (decision === undefined)
      return { name: stated, leftOut: 'nobody has decided yet whether families of the area can use it' }
    if ('leftOut' in decision) return { name: decision.shownAs ?? stated, leftOut: decision.leftOut }
    const name = decision.name ?? stated
    const found = placeFrom({ address: row.cell('address'), postcode: row.cell('postcode') }, postcodes)
    if (found.value === undefined) return { name, leftOut: found.omitted ?? '' }
    const { place, locality, outOfArea, omitted } = found.value
    const reached = contactFrom({ telephone: row.cell('telephone'), website: row.cell('website') })
    const online = decision.delivery?.includes('in-person') === false
    const sharedNumber = decision.sharedNumber === true
    return {
      omitted: [
        ...reached.omitted,
        ...omitted,
        ...(sharedNumber ? ['the telephone number: another organisation has the same one'] : []),
      ],
      draft: draftOf({
        key: `mental-health|${stated}|${place.postcode}`,
        name,
        locality,
        kind: decision.kind,
        summary: decision.summary,
        categories: decision.categories ?? ['mental-health'],
        route: decision.categories?.includes('mental-health') === false ? 'service' : 'health',
        origin: mentalHealthOrigin,
        whoFor: { ...decision.whoFor, ...(outOfArea ? { outOfArea } : {}) },
        gettingIt: decision.gettingIt ?? {},
        when: { times: decision.hours === undefined ? [] : timesOf(decision), notes: decision.times },
        where: { places: online ? [] : [place], delivery: decision.delivery ?? ['in-person'] },
        contact: { ...reached.contact, ...(sharedNumber ? { telephone: undefined } : {}) },
        body: decision.body ?? '',
        ...(decision.operator === undefined ? {} : { operator: decision.operator }),
      }),
    }
  },
}

function decisionFor(name: string, postcode: string | undefined): Decision | undefined {
  return decisions.get(`${name}|${postcode ?? ''}`) ?? decisions.get(name)
}

function timesOf({ hours }: Used) {
  const times = openTimesFrom(hours ?? '')
  if (times === undefined) throw new Error(`The hours "${hours ?? ''}" cannot be read`)
  return times
}
