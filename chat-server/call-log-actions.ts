import type { Transaction } from 'kysely'
import type { SignedIn } from '#platform/accounts/grants.ts'
import type { Audit } from '#platform/audit.ts'
import type { NewId } from '#platform/clock.ts'
import type { LogAnswer, LogEntry } from '#protocol/call-log.ts'
import { emailAddress } from '#protocol/conversation.ts'
import { isTag } from '#records/conversation-tags.ts'
import { claim, end, handBack, type Standing } from './domain/conversation.ts'
import { ConversationNotFound } from './domain/errors.ts'
import { TopicNotKnown } from './domain/insight-errors.ts'
import type { RecordStores } from './record-stores.ts'
import type { StoredConversation } from './storage/conversation-rows.ts'
import type { Stores } from './stores.ts'
import type { Announcer } from './transport/announcer.ts'

/** Writes calls and visits down. */
export interface CallLogActions {
  /** Stores a conversation with one message, and tells the desk. The same entry again is stored once. */
  add(by: SignedIn, entry: LogEntry): Promise<LogAnswer>
}

export function createCallLogActions(parts: {
  stores: Stores
  records: Pick<RecordStores, 'callLog'>
  announcer: Pick<Announcer, 'conversation'>
  audit: Pick<Audit, 'record'>
  newId: NewId
}): CallLogActions {
  const { stores, records, announcer, audit, newId } = parts

  /** The entry that was stored a moment ago, if it is this person's. Throws `ConversationNotFound`. */
  async function storedOnce(trx: Transaction<unknown>, conversation: StoredConversation, by: SignedIn) {
    const own = await records.callLog.isWrittenBy(trx, conversation.id, by.accountId)
    if (!own) throw new ConversationNotFound()
    return conversation
  }

  return {
    async add(by, entry) {
      if (entry.tag !== null && !isTag(entry.tag)) throw new TopicNotKnown()
      const earlier = await records.callLog.findEarlier(entry.clientConversationId, by.accountId)
      if (earlier) return { conversationId: earlier.id, reference: earlier.reference }
      const { id, reference } = await stores.database.write(async (trx) => {
        const { conversation, isNew } = await stores.writer.start(trx, {
          clientConversationId: entry.clientConversationId,
          channel: entry.channel,
          name: entry.name ?? undefined,
          tags: entry.tag === null ? [] : [entry.tag],
          ...reachedBy(entry.reach),
        })
        // Save was pressed twice: the first is stored by now.
        if (!isNew) return storedOnce(trx, conversation, by)
        const change = (rule: (standing: Standing) => Standing) =>
          stores.writer.change(trx, conversation.id, rule, by.name)
        const me = { kind: 'navigator', accountId: by.accountId } as const
        await change((standing) => claim(standing, by.accountId))
        await stores.messages.add(trx, conversation.id, {
          ...{ author: me, authorName: by.name, clientMessageId: newId(), text: entry.text },
        })
        if (entry.next.is === 'mine')
          await stores.followUps.add(trx, {
            ...{ id: newId(), conversationId: conversation.id, accountId: by.accountId },
            ...{ dueOn: entry.next.on, text: followUpText[entry.channel] },
          })
        if (entry.next.is === 'done') await change((standing) => end(standing, me, stores.clock()))
        if (entry.next.is === 'others')
          await change((standing) => handBack(standing, by.accountId, stores.clock()))
        await audit.record(trx, {
          actor: by.accountId,
          action: 'call-log-add',
          subject: `conversation:${conversation.id}`,
        })
        return conversation
      })
      await announcer.conversation(id)
      return { conversationId: id, reference }
    },
  }
}

const followUpText = { telephone: 'Follow up this call', visit: 'Follow up this visit' } as const

function reachedBy(reach: string | null): { email?: string; telephone?: string } {
  if (reach === null) return {}
  return emailAddress.safeParse(reach).success ? { email: reach } : { telephone: reach }
}
