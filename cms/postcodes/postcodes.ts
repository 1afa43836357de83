import { createRateLimit } from '#platform/rate-limit.ts'
import { readPostcode } from '#records/typed-postcode.ts'
import { valueAt } from '#records/value-at.ts'
import type { ContentRepository } from '../git/content-repository.ts'
import type { Values } from '../records/record-file.ts'
import { type Point, type PointOf, pointsIn, withPoints } from './place-of-postcode.ts'

/** Looks postcodes up in `postcodes.csv` of the content, for people who type one and for records that are saved. */
export function createPostcodes(
  repository: Pick<ContentRepository, 'blobAt' | 'readBlob'>,
  { perMinute = 60 }: { perMinute?: number } = {},
): Postcodes {
  const limit = createRateLimit({ points: perMinute, seconds: 60 })

  async function pointsAt(commit: string): Promise<PointOf> {
    const blob = await repository.blobAt(commit, 'postcodes.csv')
    return pointsIn((blob !== undefined && (await repository.readBlob(blob))) || '')
  }

  return {
    async find(commit, typed) {
      const postcode = readPostcode(typed)
      const point = postcode === undefined ? undefined : (await pointsAt(commit))(postcode)
      return { postcode: postcode ?? null, point: point ?? null }
    },
    async complete(commit, data, before) {
      const places = valueAt(data, 'where', 'places')
      const hasPlaces = Array.isArray(places) && places.length > 0
      return hasPlaces ? withPoints(data, before, await pointsAt(commit)) : data
    },
    mayAsk: (accountId) => limit.count(accountId).allowed,
  }
}

/** A postcode as it is written, null when it is none, and where it is, null when we do not know it. */
export interface FoundPostcode {
  readonly postcode: string | null
  readonly point: Point | null
}

export interface Postcodes {
  /** Reads a postcode however it is typed, and finds it in the content of a commit. */
  find(commit: string, typed: string): Promise<FoundPostcode>
  /** The values of a service with the points of its places; see `withPoints`. */
  complete(commit: string, data: Values, before: Values | undefined): Promise<Values>
  /** Counts one more question of a person; false when they asked too often within a minute. */
  mayAsk(accountId: string): boolean
}
