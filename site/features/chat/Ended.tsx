import { UnsentWords } from '../conversation/UnsentWords.tsx'
import { CardsGiven } from './CardsGiven.tsx'
import type { ChatSession } from './chat-session.ts'
import type { Keepsake } from './chat-view.ts'
import type { ConversationState } from './conversation-state.ts'
import { KeepCopy } from './KeepCopy.tsx'
import { RatingForm } from './RatingForm.tsx'
import { startAgain } from './start-again.ts'

/** Below a talk that the navigator ended: it can be read until it is cleared. */
export function Ended({
  session,
  state,
  draft,
}: {
  session: ChatSession
  state: ConversationState
  draft: string
}) {
  const { conversation, thread } = state
  // The last message says why, and whom to call.
  const isPaused = (conversation.blockedUntil ?? 0) > Date.now()
  const unsent = [...thread.unsent.map(({ text }) => text), draft].filter((text) => text.trim()).join('\n\n')
  return (
    <div class="panel chat-ended">
      <UnsentWords text={unsent} />
      <p>
        {conversation.textRemoved
          ? 'The text of this chat has been removed.'
          : 'You can read it here until you clear it. On a device that others use, clear it now.'}
      </p>
      <div class="govuk-button-group">
        <button type="button" class="govuk-button" onClick={() => void session.forget()}>
          Clear this chat from this device
        </button>
        {!isPaused && (
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={() => void startAgain(session, unsent)}
          >
            {unsent === '' ? 'Start a new chat' : 'Start a new chat with what I wrote'}
          </button>
        )}
      </div>
      <CardsGiven messages={thread.messages} />
      {!conversation.textRemoved && (
        <KeepCopy
          copy={undefined}
          emailLeft={conversation.emailLeft}
          onEmailLink={session.parting.emailLink}
        />
      )}
      <RatingForm rating={session.parting.rating.value} onRate={session.parting.rate} />
    </div>
  )
}

type OverProps = {
  session: ChatSession
  clearing: boolean
  problem: string | null
  keepsake: Keepsake | null
}

/** After the chat was cleared from this device. What it still offers goes when the page is left. */
export function Over({ session, clearing, problem, keepsake }: OverProps) {
  const cleared = !clearing && problem === null
  return (
    <div class="panel chat-ended">
      <h2 tabIndex={-1}>
        {cleared ? 'The chat has ended and is cleared from this device' : 'The chat has ended'}
      </h2>
      {problem === null ? (
        <p role="status">
          {clearing
            ? 'Clearing it from this device…'
            : 'Thank you for talking to us. You can write again at any time.'}
        </p>
      ) : (
        <>
          <p role="alert">{problem}</p>
          <button type="button" class="govuk-button" onClick={() => void session.forget()}>
            Clear this device
          </button>
        </>
      )}
      {keepsake && <UnsentWords text={keepsake.unsent} />}
      {keepsake && cleared && keepsake.ticket !== null && (
        <>
          <p>Do you want to keep anything from the chat? Do it now: it is gone when you leave this page.</p>
          <CardsGiven messages={keepsake.messages} />
          <KeepCopy
            copy={keepsake.copy}
            emailLeft={keepsake.emailLeft}
            onEmailLink={session.parting.emailLink}
          />
          <RatingForm rating={session.parting.rating.value} onRate={session.parting.rate} />
        </>
      )}
      <p>
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          aria-disabled={clearing ? 'true' : undefined}
          onClick={() => void startAgain(session, keepsake?.unsent)}
        >
          {keepsake?.unsent ? 'Start a new chat with what I wrote' : 'Start a new chat'}
        </button>
      </p>
    </div>
  )
}
