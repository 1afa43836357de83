import { useState } from 'preact/hooks'
import type { DeskConversation } from '#protocol/desk.ts'
import { sayDate } from '#records/london-time.ts'
import { rememberFocus } from '../conversation/focus-later.ts'
import type { DeskSession } from './desk-session.ts'

/** What was promised in the talk that is open, and the way to say that it is done. */
export function PromiseNote({ session, conversation, mine }: PromiseNoteProps) {
  const { id, promisedOn, navigatorName } = conversation
  const [problem, setProblem] = useState<string | null>(null)
  if (promisedOn === null) return null
  const settle = async () => {
    const goOn = rememberFocus()
    const found = await session.replies.answered(id)
    setProblem(found)
    if (found === null) goOn(() => document.getElementById('composer-text'))
  }
  return (
    <div class="desk-promise">
      <p>
        {mine ? 'You have' : `${navigatorName ?? 'A navigator'} has`} promised an answer by the end of{' '}
        {sayDate(promisedOn)}.
      </p>
      {problem !== null && (
        <p class="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      {mine && (
        <button type="button" class="link-button" onClick={() => void settle()}>
          It is answered
        </button>
      )}
    </div>
  )
}

type PromiseNoteProps = { session: DeskSession; conversation: DeskConversation; mine: boolean }
