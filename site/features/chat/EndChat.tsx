import { useRef } from 'preact/hooks'

/** The button that ends the chat, and the question before it does. */
export function EndChat({ ending, problem, onEnd }: EndChatProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        onClick={() => dialog.current?.showModal()}
      >
        End chat
      </button>
      <dialog ref={dialog} class="chat-dialog" aria-labelledby="chat-end-title">
        <h2 id="chat-end-title">End this chat?</h2>
        <p>
          We then clear it from this device: nobody who uses the device can read it here. You cannot read it
          here again either.
        </p>
        {problem !== null && (
          <p class="govuk-error-message" role="alert">
            {problem}
          </p>
        )}
        <div class="govuk-button-group">
          <button
            type="button"
            class="govuk-button"
            aria-disabled={ending ? 'true' : undefined}
            onClick={() => {
              if (!ending) onEnd()
            }}
          >
            {ending ? 'Ending…' : 'End chat and clear it'}
          </button>
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={() => dialog.current?.close()}
          >
            Go back to the chat
          </button>
        </div>
      </dialog>
    </>
  )
}

type EndChatProps = {
  ending: boolean
  /** why it could not be ended, a sentence */
  problem: string | null
  onEnd: () => void
}
