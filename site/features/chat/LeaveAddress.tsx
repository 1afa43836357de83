import { useEffect, useRef, useState } from 'preact/hooks'
import { emailAddress } from '#protocol/conversation.ts'

export type LeaveAddressProps = {
  /** an address is known already */
  emailLeft: boolean
  /** stores it; resolves with what is wrong, a sentence, or null */
  onLeave: (email: string) => Promise<string | null>
}

/** For those who do not want to wait on the page: an address for the answer. */
export function LeaveAddress({ emailLeft, onLeave }: LeaveAddressProps) {
  const [email, setEmail] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const [justLeft, setJustLeft] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const promise = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (problem !== null) field.current?.focus()
  }, [problem])
  useEffect(() => {
    if (justLeft) promise.current?.focus()
  }, [justLeft])

  const leave = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    const checked = emailAddress.safeParse(email.trim())
    if (!checked.success) {
      setProblem(checked.error.issues[0]?.message ?? null)
      return
    }
    setBusy(true)
    const found = await onLeave(checked.data)
    setBusy(false)
    setProblem(found)
    if (found !== null) return
    setEmail('')
    setOpen(false)
    setJustLeft(true)
  }
  return (
    <div class="chat-address">
      {emailLeft && (
        <p ref={promise} tabIndex={-1}>
          You can close this page. We will email you when there is an answer.
        </p>
      )}
      <details
        class="govuk-details"
        open={isOpen}
        onToggle={(event) => {
          setOpen(event.currentTarget.open)
          if (event.currentTarget.open) setJustLeft(false)
        }}
      >
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">
            {emailLeft ? 'Use another email address' : 'No need to wait here: leave an email address'}
          </span>
        </summary>
        <form class="govuk-details__text" noValidate onSubmit={(event) => void leave(event)}>
          <div class={problem ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
            <label class="govuk-label govuk-label--s" for="chat-email">
              Your email address
            </label>
            <p class="govuk-hint" id="chat-email-hint">
              We email you a private link when there is an answer. The answer itself is never in an email.
            </p>
            {problem !== null && (
              <p class="govuk-error-message" id="chat-email-problem">
                <span class="govuk-visually-hidden">Error: </span>
                {problem}
              </p>
            )}
            <input
              ref={field}
              id="chat-email"
              class="govuk-input"
              type="email"
              autoComplete="email"
              spellcheck={false}
              aria-describedby={problem === null ? 'chat-email-hint' : 'chat-email-hint chat-email-problem'}
              aria-invalid={problem === null ? undefined : 'true'}
              value={email}
              onInput={(event) => setEmail(event.currentTarget.value)}
            />
          </div>
          <button
            type="submit"
            class="govuk-button govuk-button--secondary"
            aria-disabled={busy ? 'true' : undefined}
          >
            {busy ? 'One moment…' : 'Email me when there is an answer'}
          </button>
        </form>
      </details>
    </div>
  )
}
