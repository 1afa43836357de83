import type { SignedIn } from '#platform/accounts/grants.ts'
import type { Audit } from '#platform/audit.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { claim, end, handBack, type Standing } from '../domain/conversation.ts'
import { sayEnded, sayHandedBack, sayJoined } from '../domain/notices.ts'
import type { HelpdeskMetrics } from '../metrics.ts'
import type { Stores } from '../stores.ts'
import type { Announcer } from './announcer.ts'
import { toDeskView } from './views.ts'

/** What a navigator does to a conversation's state: stored with its notice and its audit entry, then announced. */
export interface DeskChanges {
  claim(id: string, by: SignedIn): Promise<DeskConversation>
  handBack(id: string, by: SignedIn): Promise<DeskConversation>
  end(id: string, by: SignedIn): Promise<DeskConversation>
}

export function createDeskChanges(parts: {
  stores: Stores
  announcer: Announcer
  audit: Pick<Audit, 'record'>
  metrics: HelpdeskMetrics
}): DeskChanges {
  const { stores, announcer, audit, metrics } = parts

  async function apply(id: string, by: SignedIn, change: Change): Promise<DeskConversation> {
    const { before, conversation, notice } = await stores.database.write(async (trx) => {
      const result = await stores.writer.change(trx, id, change.rule, by.name)
      if (!result.changed) return { ...result, notice: undefined }
      await audit.record(trx, { actor: by.accountId, action: change.action, subject: `conversation:${id}` })
      const added = await stores.messages.addNotice(trx, id, change.notice)
      return { before: result.before, conversation: added.conversation ?? result.conversation, notice: added }
    })
    if (notice) {
      countWait(before, conversation)
      announcer.message(notice)
      await announcer.conversation(id)
    }
    return toDeskView(conversation, await stores.reader.lastMessage(id))
  }

  function countWait(before: Standing, { state, channel }: Standing): void {
    if (before.waitingSince === null || state !== 'with-navigator') return
    metrics.taken(channel, Math.max(0, stores.clock() - before.waitingSince))
  }

  return {
    claim: (id, by) =>
      apply(id, by, {
        action: 'conversation-claim',
        rule: (standing) => claim(standing, by.accountId),
        notice: sayJoined(by.name),
      }),
    handBack: (id, by) =>
      apply(id, by, {
        action: 'conversation-hand-back',
        rule: (standing) => handBack(standing, by.accountId, stores.clock()),
        notice: sayHandedBack(by.name),
      }),
    end: (id, by) =>
      apply(id, by, {
        action: 'conversation-end',
        rule: (standing) => end(standing, { kind: 'navigator', accountId: by.accountId }, stores.clock()),
        notice: sayEnded(by.name),
      }),
  }
}

interface Change {
  action: string
  rule: (standing: Standing) => Standing
  notice: string
}
