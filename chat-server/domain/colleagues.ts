import { refuseJoining } from './concern.ts'
import { type Colleague, hasJoined, refuseEnded, refuseOthers, type Standing } from './conversation.ts'
import { ColleagueNotThere, InvitationOver } from './errors.ts'

/** Who acts on the colleagues of a conversation. */
export interface Inviter {
  accountId: string
  /** a lead, for whom a held conversation stands open whoever has it */
  asLead: boolean
}

/**
 * Asks somebody at the desk into a conversation; it stays with who has it. Its navigator asks; while a concern holds it,
 * leads do. Throws `NotYetTaken`, `AlreadyTaken`, `ConversationEnded`, `ColleagueNotThere`; asking again is no change.
 */
export function invite(
  standing: Standing,
  by: Inviter,
  colleague: Pick<Colleague, 'accountId' | 'name'>,
): Standing {
  refuseStrangers(standing, by)
  if (colleague.accountId === standing.navigatorId) throw new ColleagueNotThere()
  const known = standing.colleagues.find(({ accountId }) => accountId === colleague.accountId)
  if (known && (known.joined || known.byLead || !by.asLead)) return standing
  return {
    ...standing,
    colleagues: [
      ...without(standing, colleague.accountId),
      { accountId: colleague.accountId, name: colleague.name, joined: false, byLead: by.asLead },
    ],
  }
}

/** Comes in. Throws `InvitationOver`, `ConversationEnded`, `ConversationHeld`; who is in is in: no change. */
export function join<Held extends Standing & { held: boolean }>(standing: Held, accountId: string): Standing {
  refuseEnded(standing)
  if (hasJoined(standing, { accountId })) return standing
  const asked = standing.colleagues.find((one) => one.accountId === accountId)
  if (!asked) throw new InvitationOver()
  refuseJoining(standing, asked)
  return {
    ...standing,
    colleagues: standing.colleagues.map((one) => (one === asked ? { ...one, joined: true } : one)),
  }
}

/** Says no, or leaves again. No change for somebody who is neither asked nor in, and after the end. */
export function leave(standing: Standing, accountId: string): Standing {
  if (standing.state === 'ended') return standing
  const colleagues = without(standing, accountId)
  return colleagues.length === standing.colleagues.length ? standing : { ...standing, colleagues }
}

/** Takes a colleague out again, or the question back. Throws as `invite` does. */
export function takeOut(standing: Standing, by: Inviter, accountId: string): Standing {
  refuseStrangers(standing, by)
  return leave(standing, accountId)
}

function refuseStrangers(standing: Standing, { accountId, asLead }: Inviter): void {
  const inWhoseName = asLead && standing.navigatorId !== null ? standing.navigatorId : accountId
  refuseOthers(standing, { kind: 'navigator', accountId: inWhoseName })
}

function without({ colleagues }: Standing, accountId: string): Colleague[] {
  return colleagues.filter((one) => one.accountId !== accountId)
}
