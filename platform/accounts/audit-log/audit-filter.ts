import { z } from 'zod'
import { daysLater } from '#records/calendar-dates.ts'
import { fromLondon } from '#records/london-time.ts'
import type { WantedDeeds } from '../../audit.ts'
import { type AuditKind, actionsOfKind, auditKinds } from '../audit-words.ts'

/** What part of the log is asked for, as the address says it. */
export interface AuditFilter {
  /** an account id, `system`, `visitor`, or empty for everybody */
  who: string
  kind: AuditKind | ''
  /** days in London, `YYYY-MM-DD`, or empty */
  from: string
  to: string
  /** the sequence number before which a page begins */
  before: number | undefined
  isEmpty: boolean
  /** what is wrong with it, for the person */
  problem: string | undefined
  wanted: WantedDeeds
  /** the same filter as the end of an address, with more */
  query(more: Readonly<Record<string, string>>): string
}

/** Reads the filter from an address. What cannot be understood is left out, and said where the person typed it. */
export function readAuditFilter(fields: Readonly<Record<string, string>>): AuditFilter {
  const { who, kind, from, to, before } = asked.parse(fields)
  const isBackwards = from !== '' && to !== '' && to < from
  const chosen = Object.entries({ who, kind, from, to }).filter(([, value]) => value !== '')
  return {
    ...{ who, kind, from, to, before },
    isEmpty: chosen.length === 0,
    problem: isBackwards ? '“Until” is before “From”. Change one of the dates.' : undefined,
    wanted: {
      ...(who !== '' && { actor: who }),
      ...(kind !== '' && { actions: actionsOfKind(kind) }),
      ...(from !== '' && { from: fromLondon(from, 0) }),
      ...(to !== '' && { until: fromLondon(daysLater(to, 1), 0) }),
      ...(before !== undefined && { before }),
    },
    query(more) {
      const parts = new URLSearchParams([...chosen, ...Object.entries(more)])
      return parts.size === 0 ? '' : `?${parts}`
    },
  }
}

/** a day of this century: later ones have no next day in four digits */
const day = z.iso.date().startsWith('20').catch('')
const kinds = z.enum(['', ...(Object.keys(auditKinds) as AuditKind[])])

const asked = z.object({
  who: z
    .string()
    .regex(/^[\w-]{1,100}$/)
    .catch(''),
  kind: kinds.catch(''),
  from: day,
  to: day,
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
})
