import {
  addresses,
  currentConversationReply,
  forgetConversationReply,
  startConversationReply,
} from '#protocol/http.ts'
import { type HelpdeskStatus, helpdeskStatusSchema } from '#protocol/visitor.ts'
import { callHelpdesk } from '../conversation/call-helpdesk.ts'
import type { StartDraft } from './start-draft.ts'

/** The chat page's HTTP calls. null: the helpdesk could not be reached. */
export type ChatCalls = ReturnType<typeof createChatCalls>

/** `origin` is the helpdesk's scheme and host; empty for the page's own. */
export function createChatCalls(origin: string) {
  return {
    status: async (): Promise<HelpdeskStatus | null> => {
      const reply = await callHelpdesk(`${origin}${addresses.status}`, helpdeskStatusSchema)
      return reply && 'sentence' in reply ? reply : null
    },
    current: () => callHelpdesk(`${origin}${addresses.current}`, currentConversationReply),
    start: ({ clientConversationId, name, about }: StartDraft, pageFrom: string | undefined) =>
      callHelpdesk(`${origin}${addresses.conversations}`, startConversationReply, {
        method: 'POST',
        body: {
          clientConversationId,
          name: name.trim() || undefined,
          about: about.trim() || undefined,
          pageFrom,
        },
      }),
    forget: () =>
      callHelpdesk(`${origin}${addresses.current}`, forgetConversationReply, { method: 'DELETE' }),
  }
}
