import { serviceRecord } from '#records/service.ts'
import { reviewDueOn } from '#records/service-review.ts'
import { type StoredRecord, titleOf } from '../records/stored-records.ts'

/** The published services that somebody has to keep true: all but those that have closed for good. */
export function keptServices(services: readonly StoredRecord[]): KeptService[] {
  return services.flatMap((record) => {
    const { slug, facts, content } = record
    const { data } = content
    const review = serviceRecord.fields.review.schema.safeParse(data.review).data
    if (review === undefined || facts.id === undefined || data.status === 'closed') return []
    const { id, provider } = facts
    return [{ id, slug, name: titleOf(record), provider, dueOn: reviewDueOn(review) }]
  })
}

/** Guides, pathways and routes by the day on which their check is due. */
export function keptGuidance(records: readonly StoredRecord[]): KeptPage[] {
  return records.flatMap((record) => {
    const { collection, slug, content } = record
    const dueOn = content.data['reviewDue']
    return typeof dueOn === 'string' ? [{ collection, slug, name: titleOf(record), dueOn }] : []
  })
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
