import { ConfirmedAction } from '../conversation/ConfirmedAction.tsx'

/** The button that ends the chat, and the question before it does. */
export function EndChat({ ending, problem, onEnd }: EndChatProps) {
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
        We then clear it from this device: nobody who uses the device can read it here. You cannot read it
        here again either.
      </p>
    </ConfirmedAction>
  )
}

type EndChatProps = {
  ending: boolean
  /** why it could not be ended, a sentence */
  problem: string | null
  onEnd: () => void
}
