import { counted } from '#records/counted.ts'

/** What asks for somebody at this desk now. */
export type AlertCause = {
  /** chats that nobody has */
  waiting: number
  /** conversations that colleagues ask this navigator to take over */
  offered: number
  /** conversations that this navigator is asked to join */
  invited?: number
  /** concerns that no lead has answered, when this is a lead */
  concerns: number
  /** whether this navigator takes new chats: who is away is not called to them */
  available: boolean
}

/** Seconds after which an alert is given again, until somebody acts. */
export const repeatSeconds = 20

/**
 * What an alert says: how many wait, never who or why, since others may see the screen. Null when nobody is called.
 */
export function alertWords({
  waiting,
  offered,
  invited = 0,
  concerns,
  available,
}: AlertCause): string | null {
  const said = [
    ...(concerns === 0 ? [] : [`${counted(concerns, 'concern')} to answer.`]),
    ...(offered === 0 ? [] : [`${counted(offered, 'conversation')} to take over.`]),
    ...(invited === 0 ? [] : [`${counted(invited, 'conversation')} to join.`]),
    ...(waiting === 0 || !available
      ? []
      : [waiting === 1 ? '1 family is waiting.' : `${waiting} families are waiting.`]),
  ]
  return said.length === 0 ? null : said.join(' ')
}

/** How many things call, so that one more of them is heard at once. */
export function countCalls({ waiting, offered, invited = 0, concerns, available }: AlertCause): number {
  return concerns + offered + invited + (available ? waiting : 0)
}
