import type { Ref } from 'preact'
import { Field } from './Field.tsx'

/** A field for an email address. */
export function EmailField({ id, label, hint, problem, value, onType, own = true, inputRef }: EmailProps) {
  return (
    <Field {...(id !== undefined && { id })} label={label} hint={hint} problem={problem}>
      {(attributes) => (
        <input
          {...attributes}
          {...(inputRef !== undefined && { ref: inputRef })}
          class="govuk-input"
          type="email"
          autocomplete={own ? 'email' : 'off'}
          spellcheck={false}
          value={value}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

type EmailProps = {
  /** made up unless something else must find the field */
  id?: string
  label: string
  hint?: string
  problem: string | undefined
  value: string
  onType: (email: string) => void
  /** whether it is the address of whoever types, which their browser may know */
  own?: boolean
  inputRef?: Ref<HTMLInputElement>
}
