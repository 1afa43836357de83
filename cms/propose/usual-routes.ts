import { z } from 'zod'
import type { StoredRecord } from '../records/stored-records.ts'

/**
 * The pages on what to do when things go wrong that a new service will most likely name: those of the latest other service
 * of its provider, or the one that most services name.
 */
export function usualRoutes(services: readonly StoredRecord[], provider: string): readonly string[] {
  const own = services.findLast(({ facts }) => facts.provider === provider)
  if (own) return routesOf(own)
  const counts = new Map<string, number>()
  for (const route of services.flatMap(routesOf)) counts.set(route, (counts.get(route) ?? 0) + 1)
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a)
  return most ? [most[0]] : []
}

function routesOf({ content }: Pick<StoredRecord, 'content'>): string[] {
  return z.array(z.string()).catch([]).parse(content.data.routes)
}
