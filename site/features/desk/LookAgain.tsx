import { useId } from 'preact/hooks'
import { personalSigns, sayLookAgain } from '#protocol/personal-data.ts'

/** Says what in the words seems to tell who a family is, and asks to look again. Nothing when there is nothing. */
export function LookAgain({ words, names, checked, onCheck }: LookAgainProps) {
  const id = useId()
  const signs = personalSigns(words, names)
  return (
    <div role="status">
      {signs.length > 0 && (
        <div class="notice">
          <p>{sayLookAgain(signs)}</p>
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              type="checkbox"
              id={id}
              checked={checked}
              onChange={(event) => onCheck(event.currentTarget.checked)}
            />
            <label class="govuk-label govuk-checkboxes__label" for={id}>
              I have looked again: it tells nobody who they are
            </label>
          </div>
        </div>
      )}
    </div>
  )
}

type LookAgainProps = {
  words: string
  /** names that must not be in it */
  names: readonly (string | null)[]
  checked: boolean
  onCheck: (checked: boolean) => void
}
