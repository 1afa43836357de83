import type { Service } from '#records/service.ts'
import { slugOf } from '../page-frame/slug-of.ts'
import type { GroupName } from './filter-groups.ts'

/** What the filters know of one service. */
export interface ServiceFacts {
  /** Its page, `/services/a-name/`, or the id that the search index has for it. */
  readonly id: string
  /** Youngest and oldest age in years, or `undefined` when neither is stated. A missing bound is open. */
  readonly ages: readonly [number, number] | undefined
  /** For each group the terms that hold. Nothing for a group means that the record does not say. */
  readonly holds: Readonly<Partial<Record<GroupName, readonly string[]>>>
  /** Access features that it says it does not have. The others, if they do not hold, are not stated. */
  readonly lacks: readonly string[]
  /** Where it is, latitude and longitude in degrees. */
  readonly places: readonly (readonly [number, number])[]
  /** How it reaches people wherever they live. */
  readonly reach: readonly Reach[]
}

export type Reach = 'online' | 'at-home' | 'area-wide'

/** Where a postcode is, latitude and longitude in degrees; `undefined` when it is not in the area's list. */
export type Locate = (postcode: string) => readonly [number, number] | undefined

/** The facts of a service. A place without coordinates stands where its postcode is. */
export function factsOf(slug: string, service: Service, locate: Locate): ServiceFacts {
  const { whoFor, gettingIt, when, where, access } = service
  const features = Object.entries(access).filter(([name]) => name !== 'notes')
  const answered = (answer: string) => features.flatMap(([name, value]) => (value === answer ? [name] : []))
  return {
    id: `/services/${slug}/`,
    ages: agesOf(whoFor),
    holds: {
      category: service.categories,
      need: whoFor.needs,
      cost: costOf(gettingIt),
      delivery: where.delivery,
      in: gettingIt.howIn,
      access: answered('yes'),
      day: daysOf(when),
      period: periodsOf(when),
      town: townsOf(service).map(slugOf),
    },
    lacks: answered('no'),
    places: where.places.flatMap(({ latitude, longitude, postcode }) => {
      const place =
        latitude !== undefined && longitude !== undefined
          ? ([latitude, longitude] as const)
          : locate(postcode)
      return place === undefined ? [] : [place]
    }),
    reach: reachOf(service),
  }
}

/** The towns that a service is in or says it serves, each once. */
export function townsOf({ where, whoFor }: Service): string[] {
  return [...new Set([...where.places.flatMap(({ town }) => town ?? []), ...(whoFor.areas ?? [])])]
}

function agesOf({ youngest, oldest }: Service['whoFor']): [number, number] | undefined {
  return youngest === undefined && oldest === undefined ? undefined : [youngest ?? 0, oldest ?? 25]
}

/** What costs money is said too, so that it is not taken for unsaid. */
function costOf({ free, costs }: Service['gettingIt']): string[] {
  if (free === true) return ['free']
  return free === false || costs.length > 0 ? ['paid'] : []
}

function daysOf({ times, sessions }: Service['when']): string[] {
  const days = [
    ...times.flatMap((each) => each.days),
    ...sessions.map(({ on }) => weekdayNames[new Date(`${on}T12:00:00Z`).getUTCDay()] ?? 'monday'),
  ]
  const weekend = (day: string) => day === 'saturday' || day === 'sunday'
  const late = [...times, ...sessions].some(({ closes }) => closes > '18:00')
  return [
    ...(days.some((day) => !weekend(day)) ? ['weekday'] : []),
    ...(days.some(weekend) ? ['weekend'] : []),
    ...(late ? ['evening'] : []),
  ]
}

function periodsOf({ times }: Service['when']): string[] {
  const said = times.flatMap(({ period }) => period ?? [])
  const is = (period: 'term' | 'holidays') => said.includes(period) || said.includes('all-year')
  return [...(is('term') ? ['term'] : []), ...(is('holidays') ? ['holidays'] : [])]
}

function reachOf({ where, whoFor }: Service): Reach[] {
  return [
    ...(where.delivery.includes('online') ? (['online'] as const) : []),
    ...(where.delivery.includes('at-home') ? (['at-home'] as const) : []),
    ...(whoFor.coverage === 'area-wide' || whoFor.coverage === 'beyond' ? (['area-wide'] as const) : []),
  ]
}

const weekdayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
