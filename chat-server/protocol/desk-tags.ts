import { z } from 'zod'
import { replyOf } from './contract.ts'
import { storedIdSchema } from './conversation.ts'
import { deskConversationSchema } from './desk.ts'

/** `tag`: the id of one of `conversationTags`, such as `autism`. */
const payload = z.object({ conversationId: storedIdSchema, tag: storedIdSchema })
const reply = replyOf({ conversation: deskConversationSchema })

/** What a conversation is about, for lists and reports. For everybody at the desk who may read it, after its end too. */
export const tagRequests = {
  /** Adding one that is there changes nothing. `invalid` when there is no such tag. */
  'tag:add': { payload, reply },
  'tag:remove': { payload, reply },
}
