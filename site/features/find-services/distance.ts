/** A point: latitude and longitude in degrees (WGS 84). */
export type Point = readonly [number, number]

/** The distance as the crow flies, in miles. Source: haversine formula on a sphere of 3,958.8 miles. */
export function milesBetween([north, east]: Point, [otherNorth, otherEast]: Point): number {
  const across = Math.sin(radians(otherNorth - north) / 2) ** 2
  const along = Math.sin(radians(otherEast - east) / 2) ** 2
  const cosines = Math.cos(radians(north)) * Math.cos(radians(otherNorth))
  return 2 * 3958.8 * Math.asin(Math.min(1, Math.sqrt(across + cosines * along)))
}

/** The distance to the nearest of several points, in miles; `undefined` when there are none. */
export function milesToNearest(from: Point, places: readonly Point[]): number | undefined {
  return places.length === 0 ? undefined : Math.min(...places.map((place) => milesBetween(from, place)))
}

/** `Less than half a mile`, `1.2 miles`, `12 miles`. */
export function milesInWords(miles: number): string {
  if (miles < 0.5) return 'Less than half a mile'
  const rounded = miles < 10 ? Math.round(miles * 10) / 10 : Math.round(miles)
  return `${rounded} ${rounded === 1 ? 'mile' : 'miles'}`
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
