import { useEffect, useId, useRef } from 'preact/hooks'

/** Where the family hears of a later answer: the address that they left, or a field for the one that they tell. */
export function LaterAddress({ email, typed, problem, onType }: LaterAddressProps) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
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
    <div class={problem === null ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}>
      <label class="govuk-label govuk-label--s" for={`${id}-email`}>
        The email address that they told you
      </label>
      <p class="govuk-hint" id={`${id}-hint`}>
        Or ask them to leave it themselves: on their page, under “No need to wait here”.
      </p>
      {problem !== null && (
        <p class="govuk-error-message" id={`${id}-problem`}>
          <span class="govuk-visually-hidden">Error: </span>
          {problem}
        </p>
      )}
      <input
        ref={field}
        id={`${id}-email`}
        class="govuk-input"
        type="email"
        autocomplete="off"
        spellcheck={false}
        aria-describedby={problem === null ? `${id}-hint` : `${id}-hint ${id}-problem`}
        aria-invalid={problem === null ? undefined : 'true'}
        value={typed}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </div>
  )
}

type LaterAddressProps = {
  email: string | null
  typed: string
  /** why it could not be promised, a sentence */
  problem: string | null
  onType: (email: string) => void
}
