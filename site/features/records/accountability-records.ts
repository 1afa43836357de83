import { type CollectionEntry, getCollection } from 'astro:content'
import { byLetters } from '#records/by-letters.ts'
import { spanOf } from '#records/said-time.ts'
import { onceABuild } from './once-a-build.ts'

/** The records that tell how we are doing, and what is on. Pages take them from here alone. */

export type SaidEntry = CollectionEntry<'you-said-we-did'>
export type AnnualReviewEntry = CollectionEntry<'annual-review'>
export type PlanEntry = CollectionEntry<'plan'>
export type ObjectiveEntry = CollectionEntry<'objectives'>
export type IndicatorEntry = CollectionEntry<'progress'>
export type NewsEntry = CollectionEntry<'news'>

/** "You said, we did" entries by when it was said, the newest first; those without a date last. */
export const listSaid = onceABuild(async (): Promise<readonly SaidEntry[]> => {
  const said = await getCollection('you-said-we-did')
  const when = ({ data }: SaidEntry) => spanOf(data.saidOn)?.last ?? ''
  return said.sort((a, b) => when(b).localeCompare(when(a)) || byLetters(a.data.title, b.data.title))
})

/** Annual reviews, the newest first. */
export const listAnnualReviews = onceABuild(async (): Promise<readonly AnnualReviewEntry[]> => {
  return (await getCollection('annual-review')).sort((a, b) => b.data.asOf.localeCompare(a.data.asOf))
})

/** Improvement plans: those in force before archived ones, the newest first. */
export const listPlans = onceABuild(async (): Promise<readonly PlanEntry[]> => {
  return (await getCollection('plan')).sort(
    (a, b) => Number(a.data.archived) - Number(b.data.archived) || b.data.asOf.localeCompare(a.data.asOf),
  )
})

/** The objectives of a plan, by priority and place. */
export async function objectivesOf(plan: PlanEntry): Promise<ObjectiveEntry[]> {
  const place = ({ data }: ObjectiveEntry) =>
    plan.data.priorities.findIndex(({ short }) => short === data.priority) * 100 + data.order
  const objectives = await getCollection('objectives', ({ data }) => data.plan === plan.data.id)
  return objectives.sort((a, b) => place(a) - place(b))
}

/** Indicators in their order. */
export const listIndicators = onceABuild(async (): Promise<readonly IndicatorEntry[]> => {
  return (await getCollection('progress')).sort((a, b) => a.data.order - b.data.order)
})

/** News and events by the day on which they start, the earliest first. */
export const listNews = onceABuild(async (): Promise<readonly NewsEntry[]> => {
  return (await getCollection('news')).sort(
    (a, b) =>
      a.data.starts.localeCompare(b.data.starts) ||
      (a.data.startTime ?? '').localeCompare(b.data.startTime ?? '') ||
      byLetters(a.data.title, b.data.title),
  )
})
