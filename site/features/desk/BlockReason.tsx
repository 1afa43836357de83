import { useId, useState } from 'preact/hooks'
import { blockReasons } from '#protocol/desk-replies.ts'

const other = 'Something else'

/** Why somebody is blocked: one of a few reasons, or a few words. */
export function BlockReason({ onReason, problem }: BlockReasonProps) {
  const id = useId()
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  return (
    <>
      <fieldset class="desk-colleagues" aria-describedby={problem === null ? undefined : `${id}-problem`}>
        <legend class="govuk-label govuk-label--s">Why? Only staff see this.</legend>
        {problem !== null && (
          <p class="govuk-error-message" id={`${id}-problem`} role="alert">
            {problem}
          </p>
        )}
        {[...blockReasons, other].map((reason) => (
          <label key={reason} class="desk-colleague">
            <input
              type="radio"
              name={`${id}-reason`}
              checked={chosen === reason}
              onChange={() => {
                setChosen(reason)
                onReason(reason === other ? typed : reason)
              }}
            />
            <span>{reason}</span>
          </label>
        ))}
      </fieldset>
      {chosen === other && (
        <div class="govuk-form-group">
          <label class="govuk-label" for={`${id}-typed`}>
            The reason, in a few words
          </label>
          <input
            id={`${id}-typed`}
            class="govuk-input"
            type="text"
            maxLength={200}
            autocomplete="off"
            value={typed}
            onInput={(event) => {
              setTyped(event.currentTarget.value)
              onReason(event.currentTarget.value)
            }}
          />
        </div>
      )}
    </>
  )
}

type BlockReasonProps = {
  onReason: (reason: string) => void
  /** why it was not done, a sentence */
  problem: string | null
}
