import type { StartDraft } from './start-draft.ts'

/** Whether the navigator may see the chat that this page had before. Never ticked by itself. */
export function ShowEarlier({ draft, onChange }: ShowEarlierProps) {
  return (
    <div class="govuk-form-group">
      <div class="govuk-checkboxes__item">
        <input
          type="checkbox"
          class="govuk-checkboxes__input"
          id="chat-show-earlier"
          aria-describedby="chat-show-earlier-hint"
          checked={draft.showEarlier}
          onChange={(event) => onChange({ showEarlier: event.currentTarget.checked })}
        />
        <label class="govuk-checkboxes__label" for="chat-show-earlier">
          Let the navigator see the chat you had before
        </label>
      </div>
      <p class="govuk-hint" id="chat-show-earlier-hint">
        Then you need not say it all again. Only tick this if that chat was yours.
      </p>
    </div>
  )
}

type ShowEarlierProps = { draft: StartDraft; onChange: (part: Partial<StartDraft>) => void }
