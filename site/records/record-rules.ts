import type { z } from 'zod'
import { annualReviewContradictions, annualReviewRecord } from './annual-review.ts'
import { type CollectionName, definitionOf } from './collections.ts'
import { easyReadContradictions, easyReadRecord } from './easy-read.ts'
import { glossaryContradictions, glossaryRecord } from './glossary.ts'
import { guideContradictions, guideRecord } from './guide.ts'
import { newsContradictions, newsRecord } from './news.ts'
import { objectiveContradictions, objectiveRecord } from './objective.ts'
import { pathwayRecord } from './pathway.ts'
import { pathwayContradictions } from './pathway-steps.ts'
import { planContradictions, planRecord } from './plan.ts'
import { indicatorContradictions, progressRecord } from './progress.ts'
import { routeRecord } from './route.ts'
import { serviceContradictions, serviceRecord } from './service.ts'
import { timeLimit, timeLimits } from './time-limits.ts'
import { saidContradictions, youSaidWeDidRecord } from './you-said-we-did.ts'

/** What is wrong with the fields of one record: what its schema says, or else what its fields say against each other. */
export interface FieldFaults {
  readonly issues: readonly z.core.$ZodIssue[]
  /** `[field, sentence]` pairs; none where the schema has refused the record. */
  readonly contradictions: readonly [string, string][]
}

/** Looks at the fields of a record of this kind, once. */
export function fieldFaults(collection: CollectionName, data: unknown): FieldFaults {
  const withoutRules: { readonly schema: z.ZodType } = definitionOf(collection)
  const look = looks.get(collection) ?? lookAt(withoutRules, () => [])
  return look(data)
}

const looks: ReadonlyMap<CollectionName, (data: unknown) => FieldFaults> = new Map([
  [serviceRecord.name, lookAt(serviceRecord, serviceContradictions)],
  [guideRecord.name, lookAt(guideRecord, guideContradictions)],
  [easyReadRecord.name, lookAt(easyReadRecord, easyReadContradictions)],
  [glossaryRecord.name, lookAt(glossaryRecord, glossaryContradictions)],
  [
    pathwayRecord.name,
    lookAt(pathwayRecord, ({ steps }) => [...unknownLimits(steps), ...pathwayContradictions(steps)]),
  ],
  [routeRecord.name, lookAt(routeRecord, ({ steps }) => unknownLimits(steps))],
  [youSaidWeDidRecord.name, lookAt(youSaidWeDidRecord, saidContradictions)],
  [progressRecord.name, lookAt(progressRecord, indicatorContradictions)],
  [planRecord.name, lookAt(planRecord, planContradictions)],
  [objectiveRecord.name, lookAt(objectiveRecord, objectiveContradictions)],
  [newsRecord.name, lookAt(newsRecord, newsContradictions)],
  [annualReviewRecord.name, lookAt(annualReviewRecord, annualReviewContradictions)],
])

function lookAt<S extends z.ZodType>(
  { schema }: { readonly schema: S },
  contradictionsOf: (record: z.output<S>) => [string, string][],
): (data: unknown) => FieldFaults {
  return (data) => {
    const parsed = schema.safeParse(data)
    return parsed.success
      ? { issues: [], contradictions: contradictionsOf(parsed.data) }
      : { issues: parsed.error.issues, contradictions: [] }
  }
}

function unknownLimits(steps: readonly { readonly limit?: string | undefined }[]): [string, string][] {
  const keys = Object.keys(timeLimits).join(', ')
  return steps.flatMap(({ limit }, index): [string, string][] =>
    limit === undefined || timeLimit(limit) !== undefined
      ? []
      : [[`steps.${index}.limit`, `there is no time limit "${limit}". Use one of: ${keys}`]],
  )
}
