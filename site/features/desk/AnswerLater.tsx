import { useState } from 'preact/hooks'
import type { DeskConversation } from '#protocol/desk.ts'
import { DialogButtons } from './DialogButtons.tsx'
import type { DeskSession } from './desk-session.ts'
import { LaterAddress } from './LaterAddress.tsx'
import { useFormDialog } from './useFormDialog.ts'

export type AnswerLaterProps = {
  session: DeskSession
  conversation: DeskConversation
  /** the address that the family left */
  email: string | null
  /** it is promised: the talk goes on as a message */
  onDone: () => void
}

/** Promises an answer by a day: the family hears it now, and by email when the answer is there. */
export function AnswerLater({ session, conversation, email, onDone }: AnswerLaterProps) {
  const [typed, setTyped] = useState('')
  const [day, setDay] = useState<string | null>(null)
  const { dialog, titleId, problem, busy, open, close, onSubmit } = useFormDialog(async () => {
    const given = typed.trim()
    const found = await session.replies.answerLater({
      conversationId: conversation.id,
      ...(email === null && given !== '' && { email: given }),
    })
    if (found !== null) return found
    setTyped('')
    onDone()
    return null
  })
  const openWithDay = () => {
    open()
    void session.replies.list().then((facts) => setDay(typeof facts === 'string' ? null : facts.answerDay))
  }
  return (
    <>
      <button type="button" class="govuk-button govuk-button--secondary" onClick={openWithDay}>
        Answer later by email
      </button>
      <dialog ref={dialog} class="question" aria-labelledby={titleId}>
        <form noValidate onSubmit={onSubmit}>
          <h2 id={titleId}>Answer later?</h2>
          <p>
            {day === null
              ? 'The family reads by which day you answer.'
              : `The family reads that you answer by the end of ${day}.`}{' '}
            They can close the page. It stays with you until then.
          </p>
          <LaterAddress email={email} typed={typed} problem={problem} onType={setTyped} />
          <DialogButtons save="Promise it" close="Go on now" busy={busy} onClose={close} />
        </form>
      </dialog>
    </>
  )
}
