import type { Message } from '#protocol/conversation.ts'
import type { ConversationState } from './conversation-state.ts'
import type { StartDraft } from './start-draft.ts'

/** What the chat page shows. */
export type ChatView =
  | { is: 'loading' }
  /** nothing could be learnt about this device's chat; the page keeps trying */
  | { is: 'unreachable' }
  /** `canShowEarlier`: this page had a chat before, which the navigator of the new one may be let see */
  | { is: 'before'; draft: StartDraft; starting: boolean; problem: string | null; canShowEarlier: boolean }
  | { is: 'talk'; state: ConversationState; ending: boolean; endProblem: string | null }
  /**
   * ended and cleared; `problem` when the helpdesk could not be told to forget this device. `keepsake` is null where the
   * chat was ended in another tab.
   */
  | { is: 'over'; clearing: boolean; problem: string | null; keepsake: Keepsake | null }

/** What the page alone still holds of a chat that its device forgot. It goes with the page. */
export type Keepsake = {
  /** lets this page rate and ask for a link; null until the device forgot the chat */
  ticket: string | null
  /** the conversation as text, to download; null when it could not be fetched */
  copy: { reference: string; text: string } | null
  emailLeft: boolean
  messages: readonly Message[]
  /** what was typed and never sent */
  unsent: string
}

export const nothingKept: Keepsake = { ticket: null, copy: null, emailLeft: false, messages: [], unsent: '' }

/** Sentences for what did not work. */
export const chatProblems = {
  notStarted: 'We could not reach the helpdesk. What you wrote is still here. Try again in a moment.',
  notLeft: 'We could not reach the helpdesk, so your address is not stored. Try again in a moment.',
  notEnded: 'We could not reach the helpdesk, so the chat has not ended. Try again in a moment.',
  stillRemembered:
    'The chat is gone from this page. We could not reach the helpdesk, so this device can still open it. Try again in a moment.',
  notRated: 'We could not reach the helpdesk, so we do not have your answer. Try again in a moment.',
  notEmailed: 'We could not reach the helpdesk, so no email has gone. Try again in a moment.',
} as const
