import type { Service } from '#records/service.ts'
import type { CategoryId } from '#records/taxonomy.ts'
import type { Operator } from './draft.ts'
import { mentalHealthActivities } from './mental-health-activities.ts'
import { mentalHealthHelp } from './mental-health-help.ts'
import { leftOutServices } from './mental-health-left-out.ts'

/** What a person decided about a mental health service of the file, having read its description. */
export type Decision = Used | LeftOut

export interface LeftOut {
  readonly leftOut: string
  /** What the report calls it, where its own name must stay out. */
  readonly shownAs?: string
}

export interface Used {
  readonly kind: string
  readonly summary: string
  readonly name?: string
  readonly body?: string
  readonly categories?: CategoryId[]
  readonly whoFor?: Partial<Service['whoFor']>
  readonly gettingIt?: Partial<Service['gettingIt']>
  /** Days and hours as the file states them. */
  readonly hours?: string
  /** What the file says of times beyond days and hours. */
  readonly times?: string
  readonly delivery?: Service['where']['delivery']
  readonly operator?: Operator
  /** Another organisation of the file gives the same telephone number, so one of the two is wrong. */
  readonly sharedNumber?: boolean
}

/** By name, or by name and postcode (`name|postcode`) where a name occurs twice. */
export const decisions: ReadonlyMap<string, Decision> = new Map<string, Decision>([
  ...Object.entries(mentalHealthHelp),
  ...Object.entries(mentalHealthActivities),
  ...Object.entries(leftOutServices),
])
