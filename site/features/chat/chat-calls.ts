import type { z } from 'zod'
import {
  addresses,
  currentConversationReply,
  forgetConversationReply,
  startConversationReply,
} from '#protocol/http.ts'
import { copyByEmailReply, type Rating, rateReply } from '#protocol/parting.ts'
import { type HelpdeskStatus, helpdeskStatusSchema } from '#protocol/visitor.ts'
import { callHelpdesk } from '../conversation/call-helpdesk.ts'
import { type StartDraft, startRequest } from './start-draft.ts'

/** The chat page's HTTP calls. null: the helpdesk could not be reached. */
export type ChatCalls = ReturnType<typeof createChatCalls>

/** Where this device's conversation is as text. */
export const copyAddress = `${addresses.conversation}copy/`

const copyTimeoutMs = 10_000

/** `origin` is the helpdesk's scheme and host; empty for the page's own. */
export function createChatCalls(origin: string) {
  const post = <Reply>(address: string, reply: z.ZodType<Reply>, body: object) =>
    callHelpdesk(`${origin}${address}`, reply, { method: 'POST', body })
  return {
    status: async (): Promise<HelpdeskStatus | null> => {
      const reply = await callHelpdesk(`${origin}${addresses.status}`, helpdeskStatusSchema)
      return reply && 'sentence' in reply ? reply : null
    },
    current: () => callHelpdesk(`${origin}${addresses.current}`, currentConversationReply),
    start: (draft: StartDraft, pageFrom: string | undefined, earlierTicket?: string) =>
      post(addresses.conversations, startConversationReply, startRequest(draft, pageFrom, earlierTicket)),
    forget: () =>
      callHelpdesk(`${origin}${addresses.current}`, forgetConversationReply, { method: 'DELETE' }),
    /** With `ticket` after this device forgot the conversation, without before. */
    rate: (rating: Rating, ticket: string | undefined) =>
      post(addresses.rating, rateReply, { ...rating, ticket }),
    /** A private link by email; without `email` to the address that was left. */
    emailLink: (email: string | undefined, ticket: string | undefined) =>
      post(addresses.copyByEmail, copyByEmailReply, { email, ticket }),
    /** The conversation as text, for the visitor to keep. */
    copy: async (): Promise<string | null> => {
      try {
        const response = await fetch(`${origin}${copyAddress}`, {
          cache: 'no-store',
          signal: AbortSignal.timeout(copyTimeoutMs),
        })
        return response.ok ? await response.text() : null
      } catch {
        return null
      }
    },
  }
}
