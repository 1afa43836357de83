import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { emailAddress } from '#protocol/conversation.ts'
import { EmailField } from '../conversation/EmailField.tsx'

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
  useLayoutEffect(() => {
    if (problem !== null) field.current?.focus()
  }, [problem])
  useLayoutEffect(() => {
    if (justLeft && emailLeft) promise.current?.focus()
  }, [justLeft, emailLeft])

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
          <EmailField
            id="chat-email"
            label="Your email address"
            hint="We email you a private link when there is an answer. The answer itself is never in an email."
            problem={problem ?? undefined}
            value={email}
            onType={setEmail}
            inputRef={field}
          />
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
