import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { emailAddress } from '#protocol/conversation.ts'
import { EmailField } from '../conversation/EmailField.tsx'
import { copyAddress } from './chat-calls.ts'

export type KeepCopyProps = {
  /** the conversation as text, where only the page still has it; undefined while the helpdesk can be asked for it */
  copy: { reference: string; text: string } | null | undefined
  emailLeft: boolean
  /** has a private link sent; resolves with what went wrong, a sentence, or null */
  onEmailLink: (email: string | undefined) => Promise<string | null>
}

/** What was said, to keep: as a file, or by a private link in an email. */
export function KeepCopy({ copy, emailLeft, onEmailLink }: KeepCopyProps) {
  const address = useTextAddress(copy?.text)
  const href = copy === undefined ? copyAddress : address
  return (
    <div class="chat-copy">
      <h3>Keep a copy</h3>
      {href !== undefined && (
        <p>
          <a href={href} download={copy ? `conversation-${copy.reference}.txt` : ''}>
            Download a copy as plain text
          </a>
        </p>
      )}
      <EmailLink emailLeft={emailLeft} onEmailLink={onEmailLink} />
    </div>
  )
}

function EmailLink({ emailLeft, onEmailLink }: Pick<KeepCopyProps, 'emailLeft' | 'onEmailLink'>) {
  const [email, setEmail] = useState('')
  const [wrong, setWrong] = useState<string | undefined>()
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => {
    if (wrong !== undefined) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [wrong])

  const send = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    const checked = emailLeft ? undefined : emailAddress.safeParse(email.trim())
    setWrong(checked?.error?.issues[0]?.message)
    if (checked?.success === false) return
    setBusy(true)
    setSent(false)
    const found = await onEmailLink(checked?.data)
    setBusy(false)
    setProblem(found)
    setSent(found === null)
  }
  return (
    <form ref={form} noValidate onSubmit={(event) => void send(event)}>
      {!emailLeft && (
        <EmailField
          id="copy-email"
          label="Your email address"
          hint={linkHint}
          problem={wrong}
          value={email}
          onType={setEmail}
        />
      )}
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
        {busy ? 'One moment…' : 'Email me a private link'}
      </button>
      <p role="status" class="chat-done">
        {sent && 'The email is on its way. Its link opens the conversation, so do not pass it on.'}
      </p>
    </form>
  )
}

/** An address in this page's memory for a text. */
function useTextAddress(text: string | undefined): string | undefined {
  const [address, setAddress] = useState<string | undefined>()
  useEffect(() => {
    if (text === undefined) return
    const made = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    setAddress(made)
    return () => {
      URL.revokeObjectURL(made)
      setAddress(undefined)
    }
  }, [text])
  return address
}

const linkHint =
  'The email holds a link and nothing that was said. We do not use the address for anything else.'
