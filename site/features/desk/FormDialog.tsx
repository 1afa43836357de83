import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { DialogButtons } from './DialogButtons.tsx'
import { useFormDialog } from './useFormDialog.ts'

/** A button that opens a small form. It closes when what was written is stored; else it says why not and keeps it. */
export function FormDialog({ label, title, saveLabel, said, onSave, children }: FormDialogProps) {
  const [done, setDone] = useState(false)
  const { dialog, titleId, problem, busy, open, close, onSubmit } = useFormDialog(async () => {
    const found = await onSave()
    setDone(found === null)
    return found
  })
  return (
    <>
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        onClick={() => {
          setDone(false)
          open()
        }}
      >
        {label}
      </button>
      <p class="desk-said" role="status">
        {done ? said : ''}
      </p>
      <dialog ref={dialog} class="question desk-form" aria-labelledby={titleId}>
        <h2 id={titleId}>{title}</h2>
        <form noValidate onSubmit={onSubmit}>
          {children}
          {problem !== null && (
            <p class="govuk-error-message" role="alert">
              {problem}
            </p>
          )}
          <DialogButtons save={saveLabel} close="Close" busy={busy} onClose={close} />
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
