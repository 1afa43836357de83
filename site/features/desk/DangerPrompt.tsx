import type { DeskConversation } from '#protocol/desk.ts'
import type { ConcernDesk } from './concern-desk.ts'

export type DangerPromptProps = {
  concerns: ConcernDesk
  conversation: Pick<DeskConversation, 'id' | 'hold'>
  /** what a family wrote; null for nothing */
  text: string | null
}

/** Asks to read with care where a word may signal danger. A person decides. */
export function DangerPrompt({ concerns, conversation, text }: DangerPromptProps) {
  const words = text === null ? [] : concerns.view.value.findDanger(text)
  if (words.length === 0) return null
  return (
    <div class="danger-prompt">
      <p>
        <strong>This may signal danger</strong> ({words.map((word) => `“${word}”`).join(', ')}). Read it with
        care.
      </p>
      {conversation.hold === 'none' && (
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          onClick={() => {
            concerns.raisingFor.value = conversation.id
          }}
        >
          Raise a concern?
        </button>
      )}
    </div>
  )
}
