import type { SignedIn } from '#platform/accounts/grants.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { navigatorsThere } from '../board.ts'
import { refuseTaking } from '../domain/concern.ts'
import { accept, claim, decline, end, handBack, offer } from '../domain/conversation.ts'
import { ColleagueNotThere } from '../domain/errors.ts'
import { sayEnded, sayHandedBack, sayJoined, sayTakenOver } from '../domain/notices.ts'
import { deskPerson } from './admission.ts'
import { type Change, type ChangeParts, createApplyChange } from './desk-change.ts'

/** What a navigator does to a conversation's state: stored with its notice and its audit entry, then announced. */
export interface DeskChanges {
  claim(id: string, by: SignedIn): Promise<DeskConversation>
  handBack(id: string, by: SignedIn): Promise<DeskConversation>
  /** Asks the colleague `to` to take it over, or nobody any more. Throws `ColleagueNotThere`. */
  offer(id: string, by: SignedIn, to: string | null): Promise<DeskConversation>
  accept(id: string, by: SignedIn): Promise<DeskConversation>
  decline(id: string, by: SignedIn): Promise<DeskConversation>
  end(id: string, by: SignedIn): Promise<DeskConversation>
}

export function createDeskChanges(parts: ChangeParts): DeskChanges {
  const { stores } = parts
  const apply = createApplyChange(parts)

  /** The rule with the hold asked again where it is stored: a concern may be raised at this moment. */
  async function unlessHeld(id: string, by: SignedIn, rule: Change['rule']): Promise<Change['rule']> {
    const conversation = await stores.reader.find(id)
    const raisedFirst =
      conversation?.held === true && (await stores.concernReader.wasFirstRaisedBy(id, by.accountId))
    return (standing) => {
      refuseTaking(standing, { ...deskPerson(by), raisedFirst })
      return rule(standing)
    }
  }

  async function refuseAbsent(to: string, by: SignedIn): Promise<void> {
    const there = await navigatorsThere(stores)
    if (to === by.accountId || !there.some(({ accountId }) => accountId === to)) throw new ColleagueNotThere()
  }

  return {
    async claim(id, by) {
      return apply(id, by, {
        action: 'conversation-claim',
        rule: await unlessHeld(id, by, (standing) => claim(standing, by.accountId)),
        notice: () => sayJoined(by.name),
      })
    },
    handBack: (id, by) =>
      apply(id, by, {
        action: 'conversation-hand-back',
        rule: (standing) => handBack(standing, by.accountId, stores.clock()),
        notice: () => sayHandedBack(by.name),
      }),
    async offer(id, by, to) {
      if (to !== null) await refuseAbsent(to, by)
      return apply(id, by, {
        action: 'conversation-offer',
        rule: (standing) => offer(standing, by.accountId, to, stores.clock()),
      })
    },
    async accept(id, by) {
      return apply(id, by, {
        action: 'conversation-accept',
        rule: await unlessHeld(id, by, (standing) => accept(standing, by.accountId)),
        notice: ({ navigatorName }) => sayTakenOver(by.name, navigatorName),
      })
    },
    decline: (id, by) =>
      apply(id, by, {
        action: 'conversation-decline',
        rule: (standing) => decline(standing, by.accountId),
      }),
    end: (id, by) =>
      apply(id, by, {
        action: 'conversation-end',
        rule: (standing) => end(standing, { kind: 'navigator', accountId: by.accountId }, stores.clock()),
        notice: () => sayEnded(by.name),
      }),
  }
}
