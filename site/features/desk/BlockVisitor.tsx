import { useRef, useState } from 'preact/hooks'
import type { DeskConversation } from '#protocol/desk.ts'
import { BlockReason } from './BlockReason.tsx'
import type { DeskSession } from './desk-session.ts'

/** Whether this person may block whoever writes here: the navigator who has it or had it, and leads. */
export function mayBlock(conversation: DeskConversation, { accountId, isLead }: Blocker): boolean {
  const { channel, hold, block, navigatorId } = conversation
  if (block !== null || (channel !== 'chat' && channel !== 'message')) return false
  return isLead || (hold === 'none' && navigatorId === accountId)
}

/** Ends a conversation against abuse: a reason, and one press. */
export function BlockVisitor({ session, conversation, onDone }: BlockVisitorProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const titleId = `block-${conversation.id}`

  const block = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const found = await session.replies.block({ conversationId: conversation.id, reason })
    setBusy(false)
    setProblem(found)
    if (found !== null) return
    dialog.current?.close()
    onDone()
  }
  return (
    <>
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        onClick={() => {
          setProblem(null)
          dialog.current?.showModal()
        }}
      >
        Block
      </button>
      <dialog ref={dialog} class="question" aria-labelledby={titleId}>
        <form noValidate onSubmit={(event) => void block(event)}>
          <h2 id={titleId}>Block because of abuse?</h2>
          <p>
            The conversation ends. For a day this device cannot start another. They can still call us, and
            they read where to turn in an emergency. Is somebody at risk? Then raise a concern first.
          </p>
          <BlockReason onReason={setReason} problem={problem} />
          <div class="govuk-button-group">
            <button
              type="submit"
              class="govuk-button govuk-button--warning"
              aria-disabled={busy ? 'true' : undefined}
            >
              Block and end
            </button>
            <button
              type="button"
              class="govuk-button govuk-button--secondary"
              onClick={() => dialog.current?.close()}
            >
              Do not block
            </button>
          </div>
        </form>
      </dialog>
    </>
  )
}

type Blocker = { accountId: string | undefined; isLead: boolean }

type BlockVisitorProps = {
  session: DeskSession
  conversation: DeskConversation
  /** it has ended */
  onDone: () => void
}
