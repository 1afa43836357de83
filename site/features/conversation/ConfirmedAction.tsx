import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'

/** A button for a step that cannot be taken back, and the question before it is done. Escape goes back. */
export function ConfirmedAction({
  label,
  question,
  confirmLabel,
  backLabel,
  busy,
  problem,
  onConfirm,
  children,
}: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  return (
    <>
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        onClick={() => dialog.current?.showModal()}
      >
        {label}
      </button>
      <dialog ref={dialog} class="question" aria-labelledby={titleId}>
        <h2 id={titleId}>{question}</h2>
        {children}
        {problem !== null && (
          <p class="govuk-error-message" role="alert">
            {problem}
          </p>
        )}
        <div class="govuk-button-group">
          <button
            type="button"
            class="govuk-button"
            aria-disabled={busy ? 'true' : undefined}
            onClick={() => {
              if (!busy) onConfirm(() => dialog.current?.close())
            }}
          >
            {confirmLabel}
          </button>
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={() => dialog.current?.close()}
          >
            {backLabel}
          </button>
        </div>
      </dialog>
    </>
  )
}

type Props = {
  label: string
  question: string
  confirmLabel: string
  backLabel: string
  /** it is being done: pressing again does nothing */
  busy: boolean
  /** why it could not be done, a sentence */
  problem: string | null
  /** does it; call `close` when the question is settled */
  onConfirm: (close: () => void) => void
  children: ComponentChildren
}
