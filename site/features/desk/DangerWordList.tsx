import { useState } from 'preact/hooks'
import { Field } from '../conversation/Field.tsx'
import { ConcernForm } from './ConcernForm.tsx'
import type { ConcernDesk } from './concern-desk.ts'

/** The words that prompt navigators; leads add to them and take out. */
export function DangerWordList({ concerns }: { concerns: ConcernDesk }) {
  const { dangerWords } = concerns.view.value
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <details class="desk-ended">
      <summary>Words that may signal danger {dangerWords.length}</summary>
      <p class="note">
        When a family writes one of them, navigators are asked to read with care. “Bruise” also finds bruises
        and bruised. Families never see this.
      </p>
      <ConcernForm button="Add" onSend={(fields) => concerns.addWord(String(fields.get('word') ?? ''))}>
        <Field label="Add a word or a few words">
          {(attributes) => (
            <input {...attributes} class="govuk-input" name="word" maxLength={60} autoComplete="off" />
          )}
        </Field>
      </ConcernForm>
      {problem !== null && (
        <p class="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      <ul class="danger-words">
        {dangerWords.map((word) => (
          <li key={word}>
            <span>{word}</span>
            <button
              type="button"
              class="govuk-button govuk-button--secondary"
              onClick={async () => setProblem(await concerns.removeWord(word))}
            >
              Remove<span class="govuk-visually-hidden"> “{word}”</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
