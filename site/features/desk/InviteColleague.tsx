import { useId, useRef, useState } from 'preact/hooks'
import type { DeskConversation } from '#protocol/desk.ts'
import { askable } from './desk-colleagues.ts'
import { nameOfVisitor } from './desk-lists.ts'
import { colleagueInWords } from './desk-offers.ts'
import type { DeskState } from './desk-state.ts'
import type { DeskTools } from './desk-tools.ts'

/** Asks a colleague who is at the desk to join; the conversation stays with who has it. */
export function InviteColleague({ tools, state, conversation }: InviteColleagueProps) {
  const { id } = conversation
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [chosen, setChosen] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const colleagues = askable(state, conversation)

  const open = () => {
    setChosen(null)
    setProblem(null)
    dialog.current?.showModal()
  }
  const ask = async () => {
    if (chosen === null) {
      setProblem('Choose a colleague.')
      return
    }
    if (busy) return
    setBusy(true)
    const found = await tools.invite(id, chosen)
    setBusy(false)
    setProblem(found)
    if (found === null) dialog.current?.close()
  }
  return (
    <>
      <button type="button" class="govuk-button govuk-button--secondary" onClick={open}>
        Invite a colleague
      </button>
      <dialog ref={dialog} class="question" aria-labelledby={titleId}>
        <h2 id={titleId}>
          Who should join you with <bdi>{nameOfVisitor(conversation)}</bdi>?
        </h2>
        <p>They read all of it and write under their own name. The family is told when they join.</p>
        {colleagues.length === 0 ? (
          <p>Nobody else is at the desk now whom you could ask.</p>
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
                  name={`invite-${id}`}
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
              onClick={() => void ask()}
            >
              Ask them to join
            </button>
          )}
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={() => dialog.current?.close()}
          >
            Close
          </button>
        </div>
      </dialog>
    </>
  )
}

type InviteColleagueProps = { tools: DeskTools; state: DeskState; conversation: DeskConversation }
