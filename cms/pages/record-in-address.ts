import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Place, placeOf } from '../records/place.ts'

/** The record that an address names. @throws CmsRefusal, ContentPathError */
export function placeIn({ params }: FastifyRequest): Place {
  const { collection, slug } = z.object({ collection: z.string(), slug: z.string() }).parse(params)
  return placeOf(collection, slug)
}

/** The slug of the service that an address names. */
export function slugIn({ params }: FastifyRequest): string {
  return z.object({ slug: z.string() }).parse(params).slug
}
