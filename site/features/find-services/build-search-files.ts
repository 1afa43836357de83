import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { byLetters } from '#records/by-letters.ts'
import { readPostcode } from '#records/typed-postcode.ts'
import type { ServiceEntry } from '../records/site-records.ts'
import { type MapFile, mapServiceOf } from './map-file.ts'
import { outwardOf, postcodeFiles } from './postcode.ts'
import { factsOf, type Locate, type ServiceFacts, townsOf } from './service-facts.ts'

/** Postcodes of the content folder by outward code; none when it has no `postcodes.csv`. */
export function readPostcodeFiles(contentDir: string): ReturnType<typeof postcodeFiles> {
  const path = join(contentDir, 'postcodes.csv')
  return existsSync(path) ? postcodeFiles(readFileSync(path, 'utf8')) : new Map()
}

/** What the filters know of these services, in their order. */
export function printFacts(services: readonly ServiceEntry[], contentDir: string): ServiceFacts[] {
  const locate = locateIn(contentDir)
  return services.map(({ id, data }) => factsOf(id, data, locate))
}

/** The towns that these services are in or serve, by name. */
export function printTowns(services: readonly ServiceEntry[]): string[] {
  const towns = services.flatMap(({ data }) => townsOf(data))
  return [...new Set(towns)].sort(byLetters)
}

/** What the map knows of these services, in their order. */
export function printMap(services: readonly ServiceEntry[], contentDir: string): MapFile {
  const locate = locateIn(contentDir)
  return { services: services.map(({ id, data }) => mapServiceOf(id, data, locate)) }
}

/** Finds postcodes in the content folder's list. */
function locateIn(contentDir: string): Locate {
  const files = readPostcodeFiles(contentDir)
  return (written) => {
    const postcode = readPostcode(written)
    const place = postcode && files.get(outwardOf(postcode))?.[postcode.split(' ')[1] ?? '']
    return place ? [place[0] / 1e4, place[1] / 1e4] : undefined
  }
}
