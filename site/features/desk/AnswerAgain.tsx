import { useState } from 'preact/hooks'
import { isOpenToVisitors } from '#protocol/conversation.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import type { DeskSession } from './desk-session.ts'
import type { DeskState } from './desk-state.ts'
import { ReplyBox } from './ReplyBox.tsx'
import type { Reply } from './useReply.ts'

export type AnswerAgainProps = {
  session: DeskSession
  state: DeskState
  conversation: DeskConversation
  reply: Reply
}

/** Whether something can be added after the end: the family left an address, and nobody blocked them. */
export function canAnswerAgain(conversation: DeskConversation, email: string | null) {
  const { state, hold, block } = conversation
  const isOpenToThem = isOpenToVisitors(conversation)
  return state === 'ended' && isOpenToThem && hold !== 'concealed' && block === null && email !== null
}

/** Below a talk that has ended: one more answer, of which the family hears by email. */
export function AnswerAgain({ session, state, conversation, reply }: AnswerAgainProps) {
  const { id } = conversation
  const [isWriting, setWriting] = useState(reply.draft !== '')
  const [problem, setProblem] = useState<string | null>(null)
  // The same through every try, so that one answer is stored.
  const [clientMessageId] = useState(() => session.newId())
  const send = async (text: string) => {
    setProblem(null)
    const cardPath = reply.card?.path ?? null
    const found = await session.replies.answerEnded({ conversationId: id, clientMessageId, text, cardPath })
    if (found === null) reply.keepCard(null)
    else reply.keepDraft(text)
    setProblem(found)
  }
  if (!isWriting)
    return (
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        onClick={() => {
          setWriting(true)
          requestAnimationFrame(() => document.getElementById('composer-text')?.focus())
        }}
      >
        Write to them again
      </button>
    )
  return (
    <>
      <p>
        When you send it, the conversation is yours again. The family gets an email with a private link, and
        can answer.
      </p>
      {problem !== null && (
        <p class="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      <ReplyBox
        label="Write to them again"
        {...{ session, state, conversation, reply }}
        onSend={(text) => void send(text)}
      />
    </>
  )
}
