import type { ComponentChildren } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'

/** A button that opens a small form. It closes when what was written is stored; else it says why not and keeps it. */
export function FormDialog({ label, title, saveLabel, said, onSave, children }: FormDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)

  const save = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const found = await onSave()
    setBusy(false)
    setProblem(found)
    if (found !== null) return
    setDone(true)
    dialog.current?.close()
  }
  return (
    <>
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        onClick={() => {
          setProblem(null)
          setDone(false)
          dialog.current?.showModal()
        }}
      >
        {label}
      </button>
      <p class="desk-said" role="status">
        {done ? said : ''}
      </p>
      <dialog ref={dialog} class="question desk-form" aria-labelledby={titleId}>
        <h2 id={titleId}>{title}</h2>
        <form noValidate onSubmit={(event) => void save(event)}>
          {children}
          {problem !== null && (
            <p class="govuk-error-message" role="alert">
              {problem}
            </p>
          )}
          <div class="govuk-button-group">
            <button type="submit" class="govuk-button" aria-disabled={busy ? 'true' : undefined}>
              {saveLabel}
            </button>
            <button
              type="button"
              class="govuk-button govuk-button--secondary"
              onClick={() => dialog.current?.close()}
            >
              Close
            </button>
          </div>
        </form>
      </dialog>
    </>
  )
}

export type FormDialogProps = {
  /** on the button that opens it */
  label: string
  title: string
  saveLabel: string
  /** what is said once it is stored */
  said: string
  /** null when it is stored, or a sentence that says why not */
  onSave: () => Promise<string | null>
  children: ComponentChildren
}
