import type { ComponentChildren } from 'preact'
import { useId, useRef, useState } from 'preact/hooks'

/** A labelled field of a form about a concern. `children` gets what ties the field to its label and hint. */
export function ConcernField({ label, hint, children }: FieldProps) {
  const id = useId()
  return (
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, ...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` }) })}
    </div>
  )
}

/** A form that is stored with one button: says why it could not be, and is empty again when it was. */
export function ConcernForm({ button, onSend, children }: FormProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const formId = useRef(crypto.randomUUID())
  const send = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    setBusy(true)
    const found = await onSend(new FormData(form), formId.current)
    setBusy(false)
    setProblem(found)
    if (found !== null) return
    formId.current = crypto.randomUUID()
    form.reset()
  }
  return (
    <form class="concern-form" noValidate onSubmit={(event) => void send(event)}>
      {children}
      {problem !== null && (
        <p class="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      <button
        type="submit"
        class="govuk-button govuk-button--secondary"
        aria-disabled={busy ? 'true' : undefined}
      >
        {button}
      </button>
    </form>
  )
}

type FieldProps = {
  label: string
  hint?: string
  children: (attributes: { id: string; 'aria-describedby'?: string }) => ComponentChildren
}

type FormProps = {
  button: string
  /** `formId` is the same when it is tried again. Gives null when it is stored, or the sentence that says why not */
  onSend: (fields: FormData, formId: string) => Promise<string | null>
  children: ComponentChildren
}
