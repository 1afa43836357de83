import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'

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

type FormProps = {
  button: string
  /** `formId` is the same when it is tried again. Gives null when it is stored, or the sentence that says why not */
  onSend: (fields: FormData, formId: string) => Promise<string | null>
  children: ComponentChildren
}
