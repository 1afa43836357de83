import { useId } from 'preact/hooks'
import { Field } from '../conversation/Field.tsx'

/** A field of one line. */
export function LineField({ label, hint, value, type = 'text', onChange }: LineFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(attributes) => (
        <input
          {...attributes}
          class="govuk-input"
          type={type}
          autoComplete="off"
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** A field of several lines. */
export function WordsField({ label, hint, value, rows, onChange }: WordsFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(attributes) => (
        <textarea
          {...attributes}
          class="govuk-textarea"
          rows={rows}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** A list to choose from, or nothing of it. */
export function ChoiceField({ label, choices, none, value, onChange }: ChoiceFieldProps) {
  return (
    <Field label={label}>
      {(attributes) => (
        <select
          {...attributes}
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
      )}
    </Field>
  )
}

/** One of a few things, all to be seen. */
export function RadioField<Id extends string>({ legend, choices, value, onChange }: RadioFieldProps<Id>) {
  const name = useId()
  return (
    <fieldset class="govuk-fieldset govuk-form-group">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
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

type Control = { label: string; value: string; onChange: (value: string) => void }
type LineFieldProps = Control & { hint?: string; type?: 'text' | 'date' | 'number' }
type WordsFieldProps = Control & { hint: string; rows: number }
type ChoiceFieldProps = Control & { choices: readonly { id: string; label: string }[]; none: string }
type RadioFieldProps<Id extends string> = {
  legend: string
  choices: readonly { id: Id; label: string }[]
  value: Id
  onChange: (value: Id) => void
}
