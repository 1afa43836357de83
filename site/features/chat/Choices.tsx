import type { ComponentChildren } from 'preact'
import { Problem } from '../conversation/Field.tsx'

type ChoicesProps<Value extends string> = {
  /** of the question, and of what is built from it */
  id: string
  question: string
  hint?: string
  problem?: string | undefined
  options: readonly {
    value: Value
    label: string /** asked once this is chosen */
    more?: ComponentChildren
  }[]
  chosen: readonly Value[]
  /** one of them, or as many as one likes */
  kind: 'radio' | 'checkbox'
  onChoose: (value: Value, chosen: boolean) => void
}

/** A question with answers to choose from. What belongs to an answer is asked right below it, only once it is chosen. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { id, question, hint, problem, options, chosen, kind, onChoose } = props
  const group = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  const describedBy = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <fieldset class="govuk-fieldset chat-choices" aria-describedby={describedBy || undefined}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{question}</legend>
      {hint && (
        <p class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Problem id={`${id}-problem`}>{problem}</Problem>
      {options.map(({ value, label, more }, place) => {
        const isChosen = chosen.includes(value)
        const inputId = `${id}-${place + 1}`
        return (
          <div key={value}>
            <div class={`${group}__item`}>
              <input
                id={inputId}
                class={`${group}__input`}
                type={kind}
                name={id}
                value={value}
                checked={isChosen}
                onChange={(event) => onChoose(value, event.currentTarget.checked)}
              />
              <label class={`${group}__label`} for={inputId}>
                {label}
              </label>
            </div>
            {isChosen && more && <div class="chat-more">{more}</div>}
          </div>
        )
      })}
    </fieldset>
  )
}
