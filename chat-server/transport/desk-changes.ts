import type { SignedIn } from '#platform/accounts/grants.ts'
import type { Audit } from '#platform/audit.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { navigatorsThere } from '../board.ts'
import { refuseTaking } from '../domain/concern.ts'
import {
  accept,
  claim,
  decline,
  end,
  handBack,
  isOpenToVisitors,
  offer,
  type Standing,
} from '../domain/conversation.ts'
import { ColleagueNotThere } from '../domain/errors.ts'
import { sayEnded, sayHandedBack, sayJoined, sayTakenOver } from '../domain/notices.ts'
import type { PromisedTimes } from '../domain/promised-answer.ts'
import type { HelpdeskMetrics } from '../metrics.ts'
import type { StoredConversation } from '../storage/conversation-rows.ts'
import type { Stores } from '../stores.ts'
import { deskPerson } from './admission.ts'
import type { Announcer } from './announcer.ts'
import { toDeskView } from './views.ts'

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

export function createDeskChanges(parts: {
  stores: Stores
  announcer: Announcer
  audit: Pick<Audit, 'record'>
  metrics: HelpdeskMetrics
  hours: () => PromisedTimes
}): DeskChanges {
  const { stores, announcer, audit, metrics, hours } = parts

  async function apply(id: string, by: SignedIn, change: Change): Promise<DeskConversation> {
    const { before, conversation, changed, added } = await stores.database.write(async (trx) => {
      const result = await stores.writer.change(trx, id, change.rule, by.name)
      if (!result.changed) return { ...result, added: undefined }
      await audit.record(trx, { actor: by.accountId, action: change.action, subject: `conversation:${id}` })
      const notice = isOpenToVisitors(result.before) ? change.notice?.(result.before) : undefined
      if (notice === undefined) return { ...result, added: undefined }
      const told = await stores.messages.addNotice(trx, id, notice)
      return { ...result, conversation: told.conversation ?? result.conversation, added: told }
    })
    if (changed) {
      countWait(before, conversation)
      if (added) announcer.message(added)
      await announcer.conversation(id)
    }
    return toDeskView(conversation, await stores.reader.lastMessage(id), deskPerson(by), hours())
  }

  async function refuseTakingHeld(id: string, by: SignedIn): Promise<void> {
    const conversation = await stores.reader.find(id)
    if (!conversation?.held) return
    const raisedFirst = await stores.concernReader.wasFirstRaisedBy(id, by.accountId)
    refuseTaking(conversation, { ...deskPerson(by), raisedFirst })
  }

  function countWait(before: Standing, { state, channel }: Standing): void {
    if (before.waitingSince === null || state !== 'with-navigator') return
    metrics.taken(channel, Math.max(0, stores.clock() - before.waitingSince))
  }

  async function refuseAbsent(to: string, by: SignedIn): Promise<void> {
    const there = await navigatorsThere(stores)
    if (to === by.accountId || !there.some(({ accountId }) => accountId === to)) throw new ColleagueNotThere()
  }

  return {
    async claim(id, by) {
      await refuseTakingHeld(id, by)
      return apply(id, by, {
        action: 'conversation-claim',
        rule: (standing) => claim(standing, by.accountId),
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
      await refuseTakingHeld(id, by)
      return apply(id, by, {
        action: 'conversation-accept',
        rule: (standing) => accept(standing, by.accountId),
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

interface Change {
  action: string
  rule: (standing: Standing) => Standing
  /** what the family reads of it; nothing when it is the desk's own affair */
  notice?: (before: StoredConversation) => string
}
