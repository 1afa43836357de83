import type { Guide } from '#records/guide.ts'
import type { Pathway } from '#records/pathway.ts'
import type { Service } from '#records/service.ts'
import type { CategoryId } from '#records/taxonomy.ts'

/** A page of guidance with its address. */
export interface GuidancePage<R> {
  readonly id: string
  readonly data: R
}

/**
 * The guides that go with a service, at most three, the closest first: those on its topic, on its needs, or with a route
 * that it names too. Equals stay in the editors' order.
 */
export function relatedGuides<G extends GuidancePage<Guide>>(service: Service, guides: readonly G[]): G[] {
  const topics = new Set(service.categories.map((id) => topicOf[id]))
  return closest(
    guides,
    ({ data }) =>
      (topics.has(data.topic) ? 2 : 0) +
      2 * countShared(data.needs, service.whoFor.needs) +
      countShared(data.routes, service.routes),
  )
}

/** The pathways that name a service's category or need in a step, or share a route with it, at most three. */
export function relatedPathways<P extends GuidancePage<Pathway>>(
  service: Service,
  pathways: readonly P[],
): P[] {
  const about = [...service.categories, ...service.whoFor.needs]
  return closest(pathways, ({ data }) => {
    const named = namedBy(data)
    return 2 * about.filter((id) => named.has(id)).length + countShared(data.routes, service.routes)
  })
}

/** The categories and needs that a pathway's steps name, found once for all services. */
function namedBy(pathway: Pathway): ReadonlySet<string> {
  const before = named.get(pathway)
  if (before !== undefined) return before
  const found = new Set(
    pathway.steps.flatMap(({ services }) =>
      services === undefined ? [] : [...services.categories, ...services.needs],
    ),
  )
  named.set(pathway, found)
  return found
}

const named = new WeakMap<Pathway, ReadonlySet<string>>()

function closest<E>(entries: readonly E[], pointsOf: (entry: E) => number): E[] {
  const related: { entry: E; points: number }[] = []
  for (const entry of entries) {
    const points = pointsOf(entry)
    if (points > 0) related.push({ entry, points })
  }
  return related
    .sort((a, b) => b.points - a.points)
    .slice(0, 3)
    .map(({ entry }) => entry)
}

function countShared(some: readonly string[], others: readonly string[]): number {
  let shared = 0
  for (const each of some) if (others.includes(each)) shared += 1
  return shared
}

/** The topic of guides that a category of services belongs to. */
const topicOf: Readonly<Record<CategoryId, Guide['topic']>> = {
  'early-years': 'support-at-school',
  schools: 'support-at-school',
  'colleges-training': 'growing-up',
  'education-support': 'ehc',
  health: 'health-care',
  therapies: 'health-care',
  'mental-health': 'health-care',
  'short-breaks': 'daily-life',
  'social-care': 'health-care',
  'sport-leisure': 'daily-life',
  'clubs-activities': 'daily-life',
  travel: 'daily-life',
  'preparing-for-adulthood': 'growing-up',
  'money-food': 'daily-life',
  'advice-support': 'start',
}
