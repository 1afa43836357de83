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
  return closest(pathways, ({ data }) => {
    const steps = data.steps.flatMap(({ services }) => (services === undefined ? [] : [services]))
    const named = (id: string) =>
      steps.some(({ categories, needs }) => [...categories, ...needs].some((each) => each === id))
    return (
      2 * [...service.categories, ...service.whoFor.needs].filter(named).length +
      countShared(data.routes, service.routes)
    )
  })
}

function closest<E>(entries: readonly E[], pointsOf: (entry: E) => number): E[] {
  return entries
    .map((entry) => ({ entry, points: pointsOf(entry) }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, 3)
    .map(({ entry }) => entry)
}

function countShared(some: readonly string[], others: readonly string[]): number {
  return some.filter((each) => others.includes(each)).length
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
