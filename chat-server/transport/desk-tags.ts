import { tagRequests } from '#protocol/desk-tags.ts'
import { isTag } from '#records/conversation-tags.ts'
import { TagNotFound } from '../domain/tool-errors.ts'
import { storeTags } from '../storage/conversation-tags.ts'
import { readSteady } from '../storage/steady-conversation.ts'
import { deskPerson } from './admission.ts'
import type { ChangeParts } from './desk-change.ts'
import type { AskedAtDesk } from './desk-tools.ts'
import { type Routes, request } from './serve-socket.ts'
import { toDeskView } from './views.ts'

/** What conversations are about, on a desk's socket. */
export function tagRoutes(parts: ChangeParts & AskedAtDesk): Routes {
  const { stores, announcer, audit, hours, allowed } = parts

  async function change(id: string, tag: string, action: 'tag-add' | 'tag-remove') {
    const by = await allowed()
    if (action === 'tag-add' && !isTag(tag)) throw new TagNotFound()
    const conversation = await stores.database.write(async (trx) => {
      const before = await readSteady(trx, id, deskPerson(by))
      if (before.tags.includes(tag) === (action === 'tag-add')) return before
      const tags = await storeTags(trx, before, action === 'tag-add' ? { add: tag } : { remove: tag })
      await audit.record(trx, {
        ...{ actor: by.accountId, action, subject: `conversation:${id}`, detail: { tag } },
      })
      return { ...before, tags }
    })
    await announcer.conversation(id)
    const lastMessage = await stores.reader.lastMessage(id)
    return { conversation: toDeskView(conversation, lastMessage, deskPerson(by), hours()) }
  }

  return {
    'tag:add': request(tagRequests['tag:add'], ({ conversationId, tag }) =>
      change(conversationId, tag, 'tag-add'),
    ),
    'tag:remove': request(tagRequests['tag:remove'], ({ conversationId, tag }) =>
      change(conversationId, tag, 'tag-remove'),
    ),
  }
}
