/** What was typed and never sent, to read and copy, so that it does not vanish with the talk. */
export function UnsentWords({ text }: { text: string }) {
  if (text.trim() === '') return null
  return (
    <div class="govuk-form-group chat-unsent">
      <label class="govuk-label govuk-label--s" for="unsent-words">
        You wrote this and it was not sent
      </label>
      <textarea
        id="unsent-words"
        class="govuk-textarea"
        rows={4}
        readOnly
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  )
}
