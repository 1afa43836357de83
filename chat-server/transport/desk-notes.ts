import type { Audit } from '#platform/audit.ts'
import { noteRequests } from '#protocol/desk-notes.ts'
import { refuseReading } from '../domain/concern.ts'
import { ConversationNotFound } from '../domain/errors.ts'
import { readSteady, refuseWithoutText } from '../storage/steady-conversation.ts'
import type { Stores } from '../stores.ts'
import { deskPerson } from './admission.ts'
import { keepToReaders } from './desk-line.ts'
import type { AskedAtDesk } from './desk-tools.ts'
import { conversationRoom, type Namespaces } from './namespaces.ts'
import { type Routes, request } from './serve-socket.ts'

/** Notes among staff, on a desk's socket. */
export function noteRoutes({
  stores,
  audit,
  namespaces,
  allowed,
}: { stores: Stores; audit: Pick<Audit, 'record'>; namespaces: Namespaces } & AskedAtDesk): Routes {
  return {
    'notes:read': request(noteRequests['notes:read'], async ({ conversationId }) => {
      const by = await allowed()
      const conversation = await stores.reader.find(conversationId)
      if (!conversation) throw new ConversationNotFound()
      refuseReading(conversation, deskPerson(by))
      const notes = await stores.notes.list(conversationId)
      if (conversation.held && notes.length > 0)
        await stores.database.write((trx) =>
          audit.record(trx, {
            ...{ actor: by.accountId, action: 'notes-read', subject: `conversation:${conversationId}` },
          }),
        )
      return { notes }
    }),

    'note:add': request(noteRequests['note:add'], async ({ conversationId, clientNoteId, text }) => {
      const by = await allowed()
      const { note, isNew, conversation } = await stores.database.write(async (trx) => {
        const steady = await readSteady(trx, conversationId, deskPerson(by))
        refuseWithoutText(steady)
        const added = await stores.notes.add(trx, { clientNoteId, conversationId, text, by })
        if (added.isNew)
          await audit.record(trx, {
            ...{ actor: by.accountId, action: 'note-add', subject: `conversation:${conversationId}` },
          })
        return { ...added, conversation: steady }
      })
      if (isNew) {
        keepToReaders(namespaces.desk, conversation)
        namespaces.desk.to(conversationRoom(conversationId)).emit('note', note)
      }
      return { note }
    }),
  }
}
