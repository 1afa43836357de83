import type { Service } from '#records/service.ts'
import { addressInWords } from './present-service.ts'

/** A place on OpenStreetMap: by its coordinates where they are stated, else by a search for its address. */
export function mapLink(place: Service['where']['places'][number]): string {
  const { latitude, longitude } = place
  if (latitude !== undefined && longitude !== undefined)
    return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`
  const asked = addressInWords({ ...place, name: undefined })
  return `https://www.openstreetmap.org/search?${new URLSearchParams({ query: asked })}`
}
