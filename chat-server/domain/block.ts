import type { Area } from '#records/area.ts'
import { sayMoment } from './opening-hours.ts'

/** For how long a device that was blocked begins nothing. */
export const blockMs = 24 * 60 * 60_000

/** Until when whoever wrote a conversation begins no other, ms UTC; null when nobody blocked them. */
export function blockedUntil({ blockedAt }: { blockedAt: number | null }): number | null {
  return blockedAt === null ? null : blockedAt + blockMs
}

/** What the family reads at the end: what happened, for how long, and every way that stays open. */
export function sayBlocked(area: BlockArea, until: number, now: number): string {
  return `We have ended this conversation because of what was written. This device can start another ${afterMoment(until, now)}. ${waysOpen(area)}`
}

/** The same for whoever tries to begin another. */
export function sayPaused(area: BlockArea, until: number, now: number): string {
  return `We ended your last conversation because of what was written. You can start another ${afterMoment(until, now)}. ${waysOpen(area)}`
}

type BlockArea = Pick<Area, 'contact' | 'emergency'>

function afterMoment(until: number, now: number): string {
  return `from ${sayMoment(until, now)}`
}

function waysOpen({ contact, emergency }: BlockArea): string {
  return `If someone is in danger, call ${emergency.call} now. You can still call us on ${contact.telephone}.`
}
