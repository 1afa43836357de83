import { v5 as uuidV5 } from 'uuid'
import { z } from 'zod'
import type { CategoryId } from '#records/taxonomy.ts'

/** The fields of a record as they stand in its file, `id` left out; what is not stated is not there. */
export type Values = Readonly<Record<string, unknown>>

/** A service as a source gives it, in our form. Nothing is compared or written yet. */
export interface Draft {
  readonly id: string
  readonly name: string
  readonly fields: Values
  readonly body: string
  readonly provider: ProviderDraft
  /** What was stated but is not carried over, and why. Never quotes what may be personal. */
  readonly notes: readonly string[]
}

export interface ProviderDraft {
  readonly id: string
  readonly fields: Values & { readonly name: string }
}

/** A record that is not taken, and why. */
export interface Refusal {
  readonly id: string
  readonly name: string
  readonly why: string
}

/** What a source gave. */
export interface Reading {
  readonly drafts: readonly Draft[]
  readonly refused: readonly Refusal[]
}

/** What holds for every record of one import. */
export interface ImportSettings {
  /** Names the source in records, in the report and in the snapshot that the next run compares with. */
  readonly source: string
  readonly licence: string
  /** For services whose own words fit no category; without it they are refused. */
  readonly fallbackCategory?: CategoryId | undefined
  /** Ids of the routes that the content has. */
  readonly routes: readonly string[]
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** The id of a thing of a source: its own when that is a UUID, else one made of source and key, the same each time. */
export function idOf(kind: 'service' | 'provider', source: string, own: string): string {
  return z.uuid().safeParse(own.toLowerCase()).success
    ? own.toLowerCase()
    : uuidV5(`${kind}|${source}|${own}`, '0d0e7c62-39f4-4f0c-9f0e-7d5b5c1f2a44')
}

/** The escalation route of a service until its provider says better: by its first category that has one of its own. */
export function defaultRoutes(categories: readonly CategoryId[], present: readonly string[]): string[] {
  const wanted = categories.map((category) => routeByCategory[category]).find((route) => route !== undefined)
  const [first] = [wanted, anyService, ...present].filter((id) => id !== undefined && present.includes(id))
  return first === undefined ? [] : [first]
}

const anyService = '0c2f7e0a-1b6e-4a53-8a51-1f0d7c3f5a01'
const school = '0c2f7e0a-1b6e-4a53-8a51-1f0d7c3f5a02'
const health = '0c2f7e0a-1b6e-4a53-8a51-1f0d7c3f5a03'

const routeByCategory: Partial<Record<CategoryId, string>> = {
  'early-years': school,
  schools: school,
  'colleges-training': school,
  'education-support': school,
  health,
  therapies: health,
  'mental-health': health,
}

/** Takes out what is not stated: `undefined`, blank text, empty lists and groups. */
export function statedOnly(values: Values): Values {
  const kept = Object.entries(values).flatMap(([name, value]): [string, unknown][] => {
    const stated = isGroup(value) ? statedOnly(value) : Array.isArray(value) ? value.map(statedItem) : value
    return isBlank(stated) ? [] : [[name, stated]]
  })
  return Object.fromEntries(kept)
}

/** Whether a value says nothing, in any of the ways in which a file or the CMS leaves it. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return isGroup(value) && Object.values(value).every(isBlank)
}

/** Whether a value is a group of fields. */
export function isGroup(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

function statedItem(item: unknown): unknown {
  return isGroup(item) ? statedOnly(item) : item
}
