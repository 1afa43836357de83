import { useLayoutEffect, useRef, useState } from 'preact/hooks'

interface Props {
  id: string
  label: string
  hint: string
  /** As it stands in the query; empty when it is not set. */
  value: string
  width: '5' | '10'
  autocomplete?: 'postal-code' | 'off'
  /** Takes what was typed; gives a sentence when it cannot be used. Empty text takes the filter off. */
  onType(typed: string): string | undefined
  /** A sentence about a value that could be read but is not known. */
  problem?: string | undefined
}

/** A filter that people type. What cannot be used stays as it was typed, with a sentence, and changes nothing. */
export function TypedFilter({ id, label, hint, value, width, autocomplete = 'off', onType, problem }: Props) {
  const [typed, setTyped] = useState(value)
  const [refused, setRefused] = useState<string | undefined>()
  const shown = useRef(value)
  useLayoutEffect(() => {
    if (shown.current === value) return
    shown.current = value
    setTyped(value)
    setRefused(undefined)
  }, [value])
  const error = refused ?? problem
  const use = () => setRefused(onType(typed))
  return (
    <form
      class={error === undefined ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}
      onSubmit={(event) => {
        event.preventDefault()
        use()
      }}
    >
      <label class="govuk-label govuk-label--s" for={id}>
        {label}
      </label>
      <p class="govuk-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <p class="govuk-error-message" id={`${id}-error`} role="alert" hidden={error === undefined}>
        {error}
      </p>
      <input
        class={`govuk-input govuk-input--width-${width}${error === undefined ? '' : ' govuk-input--error'}`}
        id={id}
        type="text"
        autocomplete={autocomplete}
        spellcheck={false}
        value={typed}
        aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
        aria-invalid={error !== undefined}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={use}
      />
    </form>
  )
}
