import type { Concern, ConcernAbout, ToldWhom } from '#protocol/concerns.ts'
import { counted } from '#records/counted.ts'
import { dateInWords } from '#records/dates-in-words.ts'
import { timeOrDay } from '../conversation/plain-times.ts'

/** Whom a concern is about, as one chooses it. */
export const aboutChoices: Readonly<Record<Exclude<ConcernAbout, 'unknown'>, string>> = {
  child: 'A child or young person under 18',
  adult: 'An adult, 18 or over',
  staff: 'A member of staff',
}

/** Who can be told, as one chooses it. */
export const toldChoices: Readonly<Record<ToldWhom, string>> = {
  police: 'The police',
  children: 'Children’s social care (the front door)',
  adults: 'Adult safeguarding',
  officer: 'The designated officer (for staff)',
  other: 'Somebody else',
}

/** What the record still lacks for this kind of concern: who should hear of it first. */
export function tellFirst({ about }: Pick<Concern, 'about'>): ToldWhom {
  if (about === 'adult') return 'adults'
  return about === 'staff' ? 'officer' : 'children'
}

/** What a concern is called in lists and above its record. */
export function titleOfConcern({ about }: Pick<Concern, 'about'>): string {
  if (about === 'child') return 'Concern about a child'
  if (about === 'adult') return 'Concern about an adult'
  return about === 'staff' ? 'Concern about a member of staff' : 'Concern'
}

/** Whether it still waits for a lead. */
export function isUnanswered({ acknowledgedAt, closedAt }: Concern): boolean {
  return acknowledgedAt === null && closedAt === null
}

/** Where a concern stands, in a few words. `now`: ms UTC. */
export function standingOfConcern(concern: Concern, now: number): string {
  const { closedAt, held, ownerName, reviewOn, acknowledgeBy, escalatedAt } = concern
  if (closedAt !== null) return held ? 'Closed, still held' : `Closed ${timeOrDay(closedAt, now)}`
  if (!isUnanswered(concern))
    return reviewOn ? `With ${ownerName}, review on ${dateInWords(reviewOn)}` : `With ${ownerName}`
  if (escalatedAt !== null) return `Late: no lead has answered. Told again ${timeOrDay(escalatedAt, now)}`
  return acknowledgeBy <= now ? 'Late: no lead has answered' : `${timeLeft(concern, now)} left to answer`
}

/** How long a lead still has, such as "12 minutes". */
export function timeLeft({ acknowledgeBy }: Concern, now: number): string {
  return counted(Math.max(1, Math.floor((acknowledgeBy - now) / 60_000)), 'minute')
}

/** What leads are told again and again until somebody has answered; empty when nothing waits. */
export function reminderFor(unanswered: readonly Concern[], now: number): string {
  const [first] = unanswered.toSorted((one, other) => one.acknowledgeBy - other.acknowledgeBy)
  if (!first) return ''
  const many =
    unanswered.length > 1
      ? `${unanswered.length} safeguarding concerns wait.`
      : 'A safeguarding concern waits.'
  return first.acknowledgeBy > now
    ? `${many} Answer within ${timeLeft(first, now)}.`
    : `${many} The time to answer is over.`
}
