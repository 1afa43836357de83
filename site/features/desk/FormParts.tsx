import { useId } from 'preact/hooks'

/** A field of one line. */
export function LineField({ label, hint, value, type = 'text', onChange }: LineFieldProps) {
  const id = useId()
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        class="govuk-input"
        type={type}
        autoComplete="off"
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}

/** A field of several lines. */
export function WordsField({ label, hint, value, rows, onChange }: WordsFieldProps) {
  const id = useId()
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={id}>
        {label}
      </label>
      <p class="govuk-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <textarea
        id={id}
        class="govuk-textarea"
        rows={rows}
        aria-describedby={`${id}-hint`}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}

/** A list to choose from, or nothing of it. */
export function ChoiceField({ label, choices, none, value, onChange }: ChoiceFieldProps) {
  const id = useId()
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="govuk-select"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{none}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** One of a few things, all to be seen. */
export function RadioField<Id extends string>({ legend, choices, value, onChange }: RadioFieldProps<Id>) {
  const name = useId()
  return (
    <fieldset class="govuk-fieldset govuk-form-group">
      <legend class="govuk-fieldset__legend">{legend}</legend>
      {choices.map(({ id, label }) => (
        <div key={id} class="govuk-radios__item">
          <input
            class="govuk-radios__input"
            type="radio"
            name={name}
            id={`${name}-${id}`}
            checked={value === id}
            onChange={() => onChange(id)}
          />
          <label class="govuk-label govuk-radios__label" for={`${name}-${id}`}>
            {label}
          </label>
        </div>
      ))}
    </fieldset>
  )
}

type Field = { label: string; value: string; onChange: (value: string) => void }
type LineFieldProps = Field & { hint?: string; type?: 'text' | 'date' | 'number' }
type WordsFieldProps = Field & { hint: string; rows: number }
type ChoiceFieldProps = Field & { choices: readonly { id: string; label: string }[]; none: string }
type RadioFieldProps<Id extends string> = {
  legend: string
  choices: readonly { id: Id; label: string }[]
  value: Id
  onChange: (value: Id) => void
}
