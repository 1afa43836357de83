import { daysBetween } from '#records/calendar-dates.ts'

/**
 * The ladder of reminders about one service and one due date: to its provider 30 days before, on the day and 14 days
 * after; to the editors 14 days after that.
 */
export const rungs = ['soon', 'due', 'late', 'editors'] as const

export type Rung = (typeof rungs)[number]

/**
 * Who is to be reminded today; undefined when nobody is, or when they were already. A rung that a night missed is not made
 * up for once a later one is reached. The editors hear only after the provider has had 14 days, unless nobody is there to
 * write to.
 */
export function rungToday({ dueOn, today, sent, hasPeople }: Reminded): Rung | undefined {
  const late = daysBetween(dueOn, today)
  if (late >= startsAt.editors && (!hasPeople || answerTimeIsOver(sent.get('late'), today))) {
    return sent.has('editors') ? undefined : 'editors'
  }
  if (!hasPeople) return undefined
  const reached = (['late', 'due', 'soon'] as const).find((rung) => late >= startsAt[rung])
  return reached === undefined || sent.has(reached) ? undefined : reached
}

function answerTimeIsOver(remindedOn: string | undefined, today: string): boolean {
  return remindedOn !== undefined && daysBetween(remindedOn, today) >= startsAt.editors - startsAt.late
}

/** Days after the due date. */
const startsAt: Readonly<Record<Rung, number>> = { soon: -30, due: 0, late: 14, editors: 28 }

interface Reminded {
  /** `YYYY-MM-DD`, as are all dates here */
  readonly dueOn: string
  readonly today: string
  /** The rungs that were sent for this due date, and on which day. */
  readonly sent: ReadonlyMap<Rung, string>
  /** Whether the provider has somebody with an account. */
  readonly hasPeople: boolean
}
