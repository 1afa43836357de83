import { v5 as uuidv5 } from 'uuid'
import type { Service } from '#records/service.ts'
import type { CategoryId } from '#records/taxonomy.ts'
import type { Row } from './csv-table.ts'
import type { Postcodes } from './places.ts'
import { firstDayOf, type Origin } from './source-files.ts'

/** A source file: the columns it must have, and how a row of it becomes a service. */
export interface Source<Column extends string = string> {
  readonly origin: Origin
  readonly columns: readonly Column[]
  readRow(row: Row<Column>, postcodes: Postcodes): Outcome
}

/** What became of a row: a service, or the reason why it is left out. */
export type Outcome =
  | { readonly draft: Draft; readonly omitted: readonly string[] }
  | { readonly name: string; readonly leftOut: string }

/** A service before names are made distinct and providers are gathered. */
export interface Draft {
  /** What names the service in its source for good. The id is made from it, never from the name or slug. */
  readonly key: string
  readonly name: string
  readonly locality: string
  readonly operator: Operator
  readonly fields: Omit<Service, 'id' | 'name' | 'provider' | 'pictures'>
  readonly body: string
}

/** The organisation that runs a service. One without a description is described by its only service. */
export interface Operator {
  readonly key: string
  readonly name: string
  readonly description?: string
  readonly website?: string
}

/** Facts of a row. Whatever is not given is not stated. */
export interface Facts {
  readonly key: string
  readonly name: string
  readonly locality: string
  readonly operator?: Operator
  readonly kind: string
  readonly summary: string
  readonly categories: CategoryId[]
  readonly route: keyof typeof routes
  readonly origin: Origin
  /** The row's own date, where it has one. */
  readonly checkedOn?: string | undefined
  readonly notice?: string | undefined
  readonly whoFor?: Partial<Service['whoFor']>
  readonly gettingIt?: Partial<Service['gettingIt']>
  readonly when?: Partial<Service['when']>
  readonly where: Partial<Service['where']>
  readonly access?: Service['access']
  readonly contact?: Partial<Service['contact']>
  readonly quality?: Service['quality']
  readonly body?: string
}

/** Default escalation routes by kind of service, until its provider says better. */
const routes = {
  service: '0c2f7e0a-1b6e-4a53-8a51-1f0d7c3f5a01',
  school: '0c2f7e0a-1b6e-4a53-8a51-1f0d7c3f5a02',
  health: '0c2f7e0a-1b6e-4a53-8a51-1f0d7c3f5a03',
} as const

const importNamespace = '6f4a1d0e-54a1-4f0b-9a63-2f6f3d1c7b52'

/** A stable id from a source key. */
export function idFrom(kind: 'service' | 'provider', key: string): string {
  return uuidv5(`${kind}|${key}`, importNamespace)
}

/** A service of facts, everything else left as "not stated". */
export function draftOf(facts: Facts): Draft {
  const { key, name, locality, origin, contact } = facts
  const date = facts.checkedOn ?? origin.date
  return {
    key,
    name,
    locality,
    operator: facts.operator ?? { key, name },
    body: facts.body ?? '',
    fields: {
      summary: facts.summary,
      kind: facts.kind,
      categories: facts.categories,
      status: 'open',
      notice: facts.notice,
      whoFor: { needs: [], ...facts.whoFor },
      gettingIt: { howIn: [], costs: [], ...facts.gettingIt },
      when: { times: [], sessions: [], ...facts.when },
      where: { delivery: ['in-person'], places: [], ...facts.where },
      access: facts.access ?? {},
      contact: { social: [], ...contact },
      routes: [routes[facts.route]],
      expect: [],
      keywords: [],
      quality: facts.quality,
      review: { lastChecked: firstDayOf(date), checkedBy: 'the source' },
      provenance: {
        kind: 'open-data',
        source: origin.title,
        sourceDate: date,
        licence: 'Open Government Licence v3.0',
        attribution: origin.attribution,
      },
    },
  }
}
