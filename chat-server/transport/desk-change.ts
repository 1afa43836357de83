import type { AuditAction } from '#platform/accounts/audit-words.ts'
import type { SignedIn } from '#platform/accounts/grants.ts'
import type { Audit } from '#platform/audit.ts'
import { isOpenToVisitors } from '#protocol/conversation.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import type { Standing } from '../domain/conversation.ts'
import type { PromisedTimes } from '../domain/promised-answer.ts'
import type { HelpdeskMetrics } from '../metrics.ts'
import type { StoredConversation } from '../storage/conversation-rows.ts'
import type { Stores } from '../stores.ts'
import { deskPerson } from './admission.ts'
import type { Announcer } from './announcer.ts'
import { toDeskView } from './views.ts'

/** A change of a conversation's state by somebody at the desk. */
export interface Change {
  action: AuditAction
  rule: (standing: StoredConversation) => Standing
  /** what the family reads of it; nothing when it is the desk's own affair */
  notice?: (before: StoredConversation) => string | undefined
  /** for the audit: whom else it is about */
  detail?: Record<string, string>
}

export interface ChangeParts {
  stores: Stores
  announcer: Announcer
  audit: Pick<Audit, 'record'>
  metrics: HelpdeskMetrics
  hours: () => PromisedTimes
}

/** Stores a change with its notice and its audit entry, then announces it. Throws what its rule throws. */
export type ApplyChange = (id: string, by: SignedIn, change: Change) => Promise<DeskConversation>

export function createApplyChange({ stores, announcer, audit, metrics, hours }: ChangeParts): ApplyChange {
  function countWait(before: Standing, { state, channel }: Standing): void {
    if (before.waitingSince === null || state !== 'with-navigator') return
    metrics.taken(channel, Math.max(0, stores.clock() - before.waitingSince))
  }

  return async (id, by, change) => {
    const { before, conversation, changed, added } = await stores.database.write(async (trx) => {
      const result = await stores.writer.change(trx, id, change.rule, by.name)
      if (!result.changed) return { ...result, added: undefined }
      const { action, detail = {} } = change
      await audit.record(trx, { actor: by.accountId, action, subject: `conversation:${id}`, detail })
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
}
