import { useId, useRef, useState } from 'preact/hooks'
import type { DeskConversation } from '#protocol/desk.ts'
import type { DeskSession } from './desk-session.ts'
import { LaterAddress } from './LaterAddress.tsx'

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
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [typed, setTyped] = useState('')
  const [day, setDay] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const open = () => {
    setProblem(null)
    dialog.current?.showModal()
    void session.replies.list().then((facts) => setDay(typeof facts === 'string' ? null : facts.answerDay))
  }
  const promise = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const given = typed.trim()
    const found = await session.replies.answerLater({
      conversationId: conversation.id,
      ...(email === null && given !== '' && { email: given }),
    })
    setBusy(false)
    setProblem(found)
    if (found !== null) return
    setTyped('')
    dialog.current?.close()
    onDone()
  }
  return (
    <>
      <button type="button" class="govuk-button govuk-button--secondary" onClick={open}>
        Answer later by email
      </button>
      <dialog ref={dialog} class="question" aria-labelledby={titleId}>
        <form noValidate onSubmit={(event) => void promise(event)}>
          <h2 id={titleId}>Answer later?</h2>
          <p>
            {day === null
              ? 'The family reads by which day you answer.'
              : `The family reads that you answer by the end of ${day}.`}{' '}
            They can close the page. It stays with you until then.
          </p>
          <LaterAddress email={email} typed={typed} problem={problem} onType={setTyped} />
          <div class="govuk-button-group">
            <button type="submit" class="govuk-button" aria-disabled={busy ? 'true' : undefined}>
              Promise it
            </button>
            <button
              type="button"
              class="govuk-button govuk-button--secondary"
              onClick={() => dialog.current?.close()}
            >
              Go on now
            </button>
          </div>
        </form>
      </dialog>
    </>
  )
}
