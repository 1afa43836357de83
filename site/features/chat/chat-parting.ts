import { type ReadonlySignal, signal } from '@preact/signals'
import type { Rating } from '#protocol/parting.ts'
import type { ChatCalls } from './chat-calls.ts'
import { chatProblems, type Keepsake } from './chat-view.ts'
import type { ConversationState } from './conversation-state.ts'

/** What a visitor can do when a chat has ended, before and after its device forgot it. */
export type ChatParting = ReturnType<typeof createChatParting>

/** `ticketNow` is what the page holds after its device forgot the chat; undefined while the cookie opens it. */
export function createChatParting(
  calls: Pick<ChatCalls, 'rate' | 'emailLink' | 'copy'>,
  ticketNow: () => string | undefined,
) {
  const rating = signal<Rating | null>(null)
  return {
    /** what this visitor said, once it is stored */
    rating: rating as ReadonlySignal<Rating | null>,
    /** What the helpdesk knows of it, when a chat is opened. */
    knowRating: (known: Rating | null) => {
      rating.value = known
    },
    /** Gives what went wrong, a sentence, or null. */
    rate: async (said: Rating): Promise<string | null> => {
      const reply = await calls.rate(said, ticketNow())
      if (!reply?.ok) return reply?.message ?? chatProblems.notRated
      rating.value = said
      return null
    },
    /** Gives what went wrong, a sentence, or null. */
    emailLink: async (email: string | undefined): Promise<string | null> => {
      const reply = await calls.emailLink(email, ticketNow())
      return reply?.ok ? null : (reply?.message ?? chatProblems.notEmailed)
    },
    /** What the page keeps in hand when its device is made to forget the chat. */
    gather: async ({ conversation, thread }: ConversationState, typed: string): Promise<Keepsake> => {
      const text = await calls.copy()
      return {
        ticket: null,
        copy: text === null ? null : { reference: conversation.reference, text },
        emailLeft: conversation.emailLeft,
        messages: thread.messages,
        unsent: [...thread.unsent.map((message) => message.text), typed]
          .filter((each) => each.trim())
          .join('\n\n'),
      }
    },
  }
}
