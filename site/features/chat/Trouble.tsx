import type { ChatSession } from './chat-session.ts'
import { type ConversationState, phaseOf } from './conversation-state.ts'
import { OtherWays, type Ways } from './OtherWays.tsx'

/** When the line does not come back: what happened, what to do, how else to reach us. */
export function Trouble({
  state,
  session,
  ways,
}: {
  state: ConversationState
  session: ChatSession
  ways: Ways
}) {
  if (phaseOf(state) !== 'failed') return null
  const refused = state.link === 'refused'
  return (
    <div class="notice notice--danger chat-trouble">
      <p role="alert">
        {state.problem ??
          'We cannot reach the helpdesk. We keep trying. What you write is kept on this page until it is sent.'}
      </p>
      {refused ? (
        <button type="button" class="govuk-button" onClick={() => void session.restore()}>
          Open the chat again
        </button>
      ) : (
        <button type="button" class="govuk-button" onClick={session.wake}>
          Try now
        </button>
      )}
      <OtherWays ways={ways} />
    </div>
  )
}
