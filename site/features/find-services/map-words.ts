import { servicesInWords } from './counts.ts'
import type { OffMap } from './map-file.ts'
import type { MapContents, OffMapGroup, Spot } from './map-places.ts'

/** What the map is of: `Map of 44 services`. */
export function mapName({ count }: Pick<MapContents, 'count'>): string {
  return `Map of ${servicesInWords(count)}`
}

/**
 * What the map does not show, and why: `12 services are not on the map: 8 come to your home, 4 are online or by
 * telephone.` Empty when it shows all.
 */
export function offMapSentence(off: readonly OffMapGroup[]): string {
  const count = off.reduce((sum, { services }) => sum + services.length, 0)
  if (count === 0) return ''
  const all = `${servicesInWords(count)} ${count === 1 ? 'is' : 'are'} not on the map`
  const [only] = off
  if (off.length === 1 && only !== undefined)
    return `${all}: ${count === 1 ? 'it' : 'they'} ${offWords(only.why, count)}.`
  return `${all}: ${off.map(({ why, services: { length } }) => `${length.toLocaleString('en-GB')} ${offWords(why, length)}`).join(', ')}.`
}

/** A reason as the heading of a list: `They come to your home`. */
export function offMapTitle({ why, services }: OffMapGroup): string {
  return `${services.length === 1 ? 'It' : 'They'} ${offWords(why, services.length)}`
}

/** The name of a spot, as it is read out: the service and what it is, or how many and the first two of them. */
export function spotName({ services, unsaid }: Pick<Spot, 'services' | 'unsaid'>): string {
  const [first, second, ...others] = services
  if (first === undefined) return ''
  const open = unsaid ? `, ${services.length === 1 ? 'does' : 'do'} not say all you asked for` : ''
  if (second === undefined)
    return `${[first.name, first.about].filter((each) => each !== '').join(', ')}${open}`
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  const names = others.length === 0 ? `${first.name} and ${second.name}` : `${first.name}, ${second.name}`
  return `${servicesInWords(services.length)}: ${names}${more}${open}`
}

function offWords(why: OffMap, count: number): string {
  return reasons[why][count === 1 ? 0 : 1]
}

const reasons: Readonly<Record<OffMap, readonly [string, string]>> = {
  'at-home': ['comes to your home', 'come to your home'],
  online: ['is online or by telephone', 'are online or by telephone'],
  'area-wide': ['is for the whole area, at no one place', 'are for the whole area, at no one place'],
  private: ['keeps its address private', 'keep their address private'],
  unsaid: ['does not say where it is', 'do not say where they are'],
}
