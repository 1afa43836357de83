import type { Audit } from '#platform/audit.ts'
import { earlierRequests } from '#protocol/desk-earlier.ts'
import { refuseReading } from '../domain/concern.ts'
import { ConversationNotFound } from '../domain/errors.ts'
import type { Stores } from '../stores.ts'
import { deskPerson } from './admission.ts'
import type { AskedAtDesk } from './desk-tools.ts'
import { readPage } from './message-pages.ts'
import { type Routes, request } from './serve-socket.ts'

/** What visitors let us see of before, on a desk's socket. Each reading is in the audit. */
export function earlierRoutes({
  stores,
  audit,
  allowed,
}: { stores: Stores; audit: Pick<Audit, 'record'> } & AskedAtDesk): Routes {
  /** conversations in which this desk has read what was shown, with an entry in the audit */
  const readIn = new Set<string>()
  return {
    'earlier:read': request(earlierRequests['earlier:read'], async ({ conversationId, lastSeq }) => {
      const by = await allowed()
      const conversation = await stores.reader.find(conversationId)
      if (!conversation) throw new ConversationNotFound()
      refuseReading(conversation, deskPerson(by))
      const earlier =
        conversation.earlierId === null ? undefined : await stores.reader.find(conversation.earlierId)
      if (!earlier) throw new ConversationNotFound()
      refuseReading(earlier, deskPerson(by))
      if (lastSeq === 0 || !readIn.has(conversationId))
        await stores.database.write((trx) =>
          audit.record(trx, {
            ...{ actor: by.accountId, action: 'earlier-read', subject: `conversation:${earlier.id}` },
            detail: { shownIn: conversationId, held: earlier.held },
          }),
        )
      readIn.add(conversationId)
      const { reference, startedAt, visitorName } = earlier
      return { reference, startedAt, visitorName, ...(await readPage(stores.reader, earlier, lastSeq)) }
    }),
  }
}
