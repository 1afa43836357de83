import type { Settings } from './settings.ts'

export type EaseProps = {
  settings: Settings
  onChange: (part: Partial<Settings>) => void
  /** lets somebody hear what they switch on */
  onTrySound: () => void
}

/** How the chat can be made easier. Everything here can be changed at any time. */
export function Ease({ settings, onChange, onTrySound }: EaseProps) {
  return (
    <details class="govuk-details chat-ease">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Make this chat easier</span>
      </summary>
      <fieldset class="govuk-fieldset govuk-details__text">
        <legend class="govuk-visually-hidden">What helps you?</legend>
        <Choice
          id="ease-plain"
          label="Plain words and larger text"
          hint="The navigator is told, and writes short sentences."
          checked={settings.plain}
          onChange={(plain) => onChange({ plain })}
        />
        <Choice
          id="ease-symbols"
          label="Answers with symbols"
          hint="Buttons such as “Yes” and “I need a break”. The navigator is told."
          checked={settings.symbols}
          onChange={(symbols) => onChange({ symbols })}
        />
        <Choice
          id="ease-sound"
          label="A sound when a message comes"
          hint="Two short, soft notes."
          checked={settings.sound}
          onChange={(sound) => {
            onChange({ sound })
            if (sound) onTrySound()
          }}
        />
      </fieldset>
    </details>
  )
}

function Choice({ id, label, hint, checked, onChange }: ChoiceProps) {
  return (
    <div class="govuk-checkboxes__item">
      <input
        id={id}
        type="checkbox"
        class="govuk-checkboxes__input"
        checked={checked}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label class="govuk-checkboxes__label" for={id}>
          {label}
        </label>
        <p class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
    </div>
  )
}

type ChoiceProps = {
  id: string
  label: string
  hint: string
  checked: boolean
  onChange: (checked: boolean) => void
}
