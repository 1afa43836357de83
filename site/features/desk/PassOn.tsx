import { useState } from 'preact/hooks'
import type { DeskConversation } from '#protocol/desk.ts'
import { ColleagueChoice, chooseColleague } from './ColleagueChoice.tsx'
import { DialogButtons } from './DialogButtons.tsx'
import { nameOfVisitor } from './desk-lists.ts'
import { colleaguesOf, nameOfNavigator } from './desk-offers.ts'
import type { DeskSession } from './desk-session.ts'
import type { DeskState } from './desk-state.ts'
import { useFormDialog } from './useFormDialog.ts'

/** Asks a colleague to take the conversation over. It stays here until they say yes; the question can be taken back. */
export function PassOn({ session, state, conversation }: PassOnProps) {
  const { id, offeredTo } = conversation
  const [chosen, setChosen] = useState<string | null>(null)
  const colleagues = colleaguesOf(state)
  const { dialog, titleId, problem, busy, open, close, onSubmit } = useFormDialog(async () => {
    if (chosen === null) return chooseColleague
    await session.offer(id, chosen)
    return null
  })
  if (offeredTo !== null)
    return (
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        onClick={() => void session.offer(id, null)}
      >
        Stop asking <bdi>{nameOfNavigator(state, offeredTo)}</bdi>
      </button>
    )
  return (
    <>
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        onClick={() => {
          setChosen(null)
          open()
        }}
      >
        Pass to a colleague
      </button>
      <dialog ref={dialog} class="question" aria-labelledby={titleId}>
        <form noValidate onSubmit={onSubmit}>
          <h2 id={titleId}>
            Who should take over <bdi>{nameOfVisitor(conversation)}</bdi>?
          </h2>
          <p>It stays with you until they say yes. Then the family is told who they are talking to.</p>
          {colleagues.length === 0 ? (
            <p>Nobody else is at the desk now. You can hand it back to the queue.</p>
          ) : (
            <ColleagueChoice {...{ colleagues, chosen, problem }} onChoose={setChosen} />
          )}
          <DialogButtons
            save={colleagues.length === 0 ? null : 'Ask them'}
            close="Keep it"
            busy={busy}
            onClose={close}
          />
        </form>
      </dialog>
    </>
  )
}

type PassOnProps = { session: DeskSession; state: DeskState; conversation: DeskConversation }
