import { serviceRecord } from '#records/service.ts'
import { reviewDueOn } from '#records/service-review.ts'
import type { StoredRecord } from '../stored-records.ts'

/** The published services that somebody has to keep true: all but those that have closed for good. */
export function keptServices(services: readonly StoredRecord[]): KeptService[] {
  return services.flatMap(({ slug, facts, content: { data } }) => {
    const review = serviceRecord.fields.review.schema.safeParse(data.review).data
    if (review === undefined || facts.id === undefined || data.status === 'closed') return []
    const name = typeof data.name === 'string' ? data.name : slug
    return [{ ...{ id: facts.id, slug, name, provider: facts.provider }, dueOn: reviewDueOn(review) }]
  })
}

/** Guides, pathways and routes by the day on which their check is due. */
export function keptGuidance(records: readonly StoredRecord[]): KeptPage[] {
  return records.flatMap(({ collection, slug, content: { data } }) =>
    typeof data.reviewDue === 'string'
      ? [
          {
            collection,
            slug,
            name: typeof data.title === 'string' ? data.title : slug,
            dueOn: data.reviewDue,
          },
        ]
      : [],
  )
}

export interface KeptService {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly provider: string | undefined
  /** `YYYY-MM-DD` */
  readonly dueOn: string
}

export interface KeptPage {
  readonly collection: string
  readonly slug: string
  readonly name: string
  /** `YYYY-MM-DD` */
  readonly dueOn: string
}
