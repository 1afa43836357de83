import type { MapTiles } from '#records/map-tiles.ts'
import type { AgeGuide } from './age-guides.ts'

/** What the search's page says of the area, beside its services. */
export interface AreaFacts {
  readonly towns: readonly string[]
  /** The first halves of postcodes whose distances can be measured. */
  readonly outwardCodes: readonly string[]
  /** Where the map's pictures come from, when the area has a map. */
  readonly mapTiles: MapTiles | undefined
  readonly ageGuides: readonly AgeGuide[]
}

/** Reads the facts that the page carries in its attributes. This build printed them, so their form is known. */
export function readAreaFacts({ dataset }: HTMLElement): AreaFacts {
  const list = (name: string) => JSON.parse(dataset[name] ?? '[]')
  const { mapTiles } = dataset
  return {
    towns: list('towns'),
    outwardCodes: list('outwardCodes'),
    mapTiles: mapTiles === undefined ? undefined : JSON.parse(mapTiles),
    ageGuides: list('ageGuides'),
  }
}
