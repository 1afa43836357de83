import { useState } from 'preact/hooks'
import { isOpenToVisitors } from '#protocol/conversation.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { BlockReason } from './BlockReason.tsx'
import { DialogButtons } from './DialogButtons.tsx'
import type { DeskSession } from './desk-session.ts'
import { useFormDialog } from './useFormDialog.ts'

/** Whether this person may block whoever writes here: the navigator who has it or had it, and leads. */
export function mayBlock(conversation: DeskConversation, { accountId, isLead }: Blocker): boolean {
  const { hold, block, navigatorId } = conversation
  if (block !== null || !isOpenToVisitors(conversation)) return false
  return isLead || (hold === 'none' && navigatorId === accountId)
}

/** Ends a conversation against abuse: a reason, and one press. */
export function BlockVisitor({ session, conversation, onDone }: BlockVisitorProps) {
  const [reason, setReason] = useState('')
  const { dialog, titleId, problem, busy, open, close, onSubmit } = useFormDialog(async () => {
    const found = await session.replies.block({ conversationId: conversation.id, reason })
    if (found === null) onDone()
    return found
  })
  return (
    <>
      <button type="button" class="govuk-button govuk-button--secondary" onClick={open}>
        Block
      </button>
      <dialog ref={dialog} class="question" aria-labelledby={titleId}>
        <form noValidate onSubmit={onSubmit}>
          <h2 id={titleId}>Block because of abuse?</h2>
          <p>
            The conversation ends. For a day this device cannot start another. They can still call us, and
            they read where to turn in an emergency. Is somebody at risk? Then raise a concern first.
          </p>
          <BlockReason onReason={setReason} problem={problem} />
          <DialogButtons save="Block and end" close="Do not block" isWarning busy={busy} onClose={close} />
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
