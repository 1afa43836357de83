import { ConfirmedAction } from '../conversation/ConfirmedAction.tsx'

/** The button that ends the chat, and the question before it does. */
export function EndChat({ ending, problem, hasDraft, onEnd }: EndChatProps) {
  return (
    <ConfirmedAction
      label="End chat"
      question="End this chat?"
      confirmLabel={ending ? 'Ending…' : 'End chat and clear it'}
      backLabel="Go back to the chat"
      busy={ending}
      problem={problem}
      onConfirm={onEnd}
    >
      <p>
        We then clear it from this device: nobody who uses the device can read it here. You can still get a
        copy before you leave the page.
      </p>
      {hasDraft && <p>You have written something that was not sent. We show it to you once more.</p>}
    </ConfirmedAction>
  )
}

type EndChatProps = {
  ending: boolean
  /** why it could not be ended, a sentence */
  problem: string | null
  /** something is typed and was not sent */
  hasDraft: boolean
  onEnd: () => void
}
