import type { SignedIn } from '#platform/accounts/grants.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { navigatorsThere } from '../board.ts'
import { type Inviter, invite, join, leave, takeOut } from '../domain/colleagues.ts'
import { refuseInviting } from '../domain/concern.ts'
import { hasJoined } from '../domain/conversation.ts'
import { ColleagueNotThere } from '../domain/errors.ts'
import { sayJoinedToo, sayLeft } from '../domain/notices.ts'
import type { StoredConversation } from '../storage/conversation-rows.ts'
import { deskPerson } from './admission.ts'
import { type ChangeParts, createApplyChange } from './desk-change.ts'

/** Who is in a conversation beside the navigator who has it; stored with its notice and its audit entry, then announced. */
export interface ColleagueChanges {
  /** Throws `ColleagueNotThere`, `NotTheLead`, and what `invite` of the domain throws. */
  invite(id: string, by: SignedIn, to: string): Promise<DeskConversation>
  join(id: string, by: SignedIn): Promise<DeskConversation>
  leave(id: string, by: SignedIn): Promise<DeskConversation>
  takeOut(id: string, by: SignedIn, accountId: string): Promise<DeskConversation>
}

export function createColleagueChanges(parts: ChangeParts): ColleagueChanges {
  const { stores } = parts
  const apply = createApplyChange(parts)

  /** The name of somebody else who is at the desk. */
  async function nameOf(accountId: string, asker: string): Promise<string> {
    const there = await navigatorsThere(stores)
    const found = accountId === asker ? undefined : there.find((one) => one.accountId === accountId)
    if (!found) throw new ColleagueNotThere()
    return found.name
  }

  return {
    async invite(id, by, to) {
      const colleague = { accountId: to, name: await nameOf(to, by.accountId) }
      return apply(id, by, {
        action: 'colleague-invite',
        detail: { colleague: to },
        rule: (standing) => {
          refuseInviting(standing, deskPerson(by))
          return invite(standing, inviterOf(standing, by), colleague)
        },
      })
    },
    join: (id, by) =>
      apply(id, by, {
        action: 'colleague-join',
        rule: (standing) => join(standing, by.accountId),
        notice: ({ navigatorName }) => sayJoinedToo(by.name, navigatorName),
      }),
    leave: (id, by) =>
      apply(id, by, {
        action: 'colleague-leave',
        rule: (standing) => leave(standing, by.accountId),
        notice: (before) => goneInWords(before, by.accountId),
      }),
    takeOut: (id, by, accountId) =>
      apply(id, by, {
        action: 'colleague-take-out',
        detail: { colleague: accountId },
        rule: (standing) => takeOut(standing, inviterOf(standing, by), accountId),
        notice: (before) => goneInWords(before, accountId),
      }),
  }
}

/** A held conversation stands open to leads, whoever has it. */
function inviterOf({ held }: StoredConversation, by: SignedIn): Inviter {
  const { accountId, isLead } = deskPerson(by)
  return { accountId, asLead: held && isLead }
}

/** Nothing when they had only been asked: the family did not hear of that. */
function goneInWords(before: StoredConversation, accountId: string): string | undefined {
  if (!hasJoined(before, { accountId })) return undefined
  const gone = before.colleagues.find((one) => one.accountId === accountId)
  return gone && sayLeft(gone.name, before.navigatorName)
}
