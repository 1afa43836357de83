import { useLayoutEffect, useRef } from 'preact/hooks'
import { EmailField } from '../conversation/EmailField.tsx'

/** Where the family hears of a later answer: the address that they left, or a field for the one that they tell. */
export function LaterAddress({ email, typed, problem, onType }: LaterAddressProps) {
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (problem !== null) field.current?.focus()
  }, [problem])
  if (email !== null)
    return (
      <>
        <p>
          We email <bdi>{email}</bdi> when your answer is there. The email does not say what you wrote.
        </p>
        {problem !== null && (
          <p class="govuk-error-message" role="alert">
            {problem}
          </p>
        )}
      </>
    )
  return (
    <EmailField
      label="The email address that they told you"
      hint="Or ask them to leave it themselves: on their page, under “No need to wait here”."
      problem={problem ?? undefined}
      value={typed}
      onType={onType}
      own={false}
      inputRef={field}
    />
  )
}

type LaterAddressProps = {
  email: string | null
  typed: string
  /** why it could not be promised, a sentence */
  problem: string | null
  onType: (email: string) => void
}
