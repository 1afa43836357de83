import { useId, useRef, useState } from 'preact/hooks'
import type { DeskConversation } from '#protocol/desk.ts'
import { nameOfVisitor } from './desk-lists.ts'
import { colleagueInWords, colleaguesOf, nameOfNavigator } from './desk-offers.ts'
import type { DeskSession } from './desk-session.ts'
import type { DeskState } from './desk-state.ts'

/** Asks a colleague to take the conversation over. It stays here until they say yes; the question can be taken back. */
export function PassOn({ session, state, conversation }: PassOnProps) {
  const { id, offeredTo } = conversation
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [chosen, setChosen] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const colleagues = colleaguesOf(state)

  const open = () => {
    setChosen(null)
    setProblem(null)
    dialog.current?.showModal()
  }
  const ask = async (to: string | null) => {
    if (busy) return
    setBusy(true)
    await session.offer(id, to)
    setBusy(false)
    dialog.current?.close()
  }
  const send = () => {
    if (chosen === null) setProblem('Choose a colleague.')
    else void ask(chosen)
  }
  if (offeredTo !== null)
    return (
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        aria-disabled={busy ? 'true' : undefined}
        onClick={() => void ask(null)}
      >
        Stop asking <bdi>{nameOfNavigator(state, offeredTo)}</bdi>
      </button>
    )
  return (
    <>
      <button type="button" class="govuk-button govuk-button--secondary" onClick={open}>
        Pass to a colleague
      </button>
      <dialog ref={dialog} class="question" aria-labelledby={titleId}>
        <h2 id={titleId}>
          Who should take over <bdi>{nameOfVisitor(conversation)}</bdi>?
        </h2>
        <p>It stays with you until they say yes. Then the family is told who they are talking to.</p>
        {colleagues.length === 0 ? (
          <p>Nobody else is at the desk now. You can hand it back to the queue.</p>
        ) : (
          <fieldset class="desk-colleagues">
            <legend class="govuk-visually-hidden">Colleagues at the desk now</legend>
            {problem !== null && (
              <p class="govuk-error-message" role="alert">
                {problem}
              </p>
            )}
            {colleagues.map((colleague) => (
              <label key={colleague.accountId} class="desk-colleague">
                <input
                  type="radio"
                  name={`colleague-${id}`}
                  value={colleague.accountId}
                  checked={chosen === colleague.accountId}
                  onChange={() => setChosen(colleague.accountId)}
                />
                <span>
                  <bdi>{colleague.name}</bdi>
                  <span class="desk-colleague__load">{colleagueInWords(colleague)}</span>
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <div class="govuk-button-group">
          {colleagues.length > 0 && (
            <button
              type="button"
              class="govuk-button"
              aria-disabled={busy ? 'true' : undefined}
              onClick={send}
            >
              Ask them
            </button>
          )}
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={() => dialog.current?.close()}
          >
            Keep it
          </button>
        </div>
      </dialog>
    </>
  )
}

type PassOnProps = { session: DeskSession; state: DeskState; conversation: DeskConversation }
