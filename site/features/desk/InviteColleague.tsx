import { useState } from 'preact/hooks'
import type { DeskConversation } from '#protocol/desk.ts'
import { ColleagueChoice, chooseColleague } from './ColleagueChoice.tsx'
import { DialogButtons } from './DialogButtons.tsx'
import { askable } from './desk-colleagues.ts'
import { nameOfVisitor } from './desk-lists.ts'
import type { DeskState } from './desk-state.ts'
import type { DeskTools } from './desk-tools.ts'
import { useFormDialog } from './useFormDialog.ts'

/** Asks a colleague who is at the desk to join; the conversation stays with who has it. */
export function InviteColleague({ tools, state, conversation }: InviteColleagueProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const colleagues = askable(state, conversation)
  const { dialog, titleId, problem, busy, open, close, onSubmit } = useFormDialog(async () =>
    chosen === null ? chooseColleague : tools.invite(conversation.id, chosen),
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
        Invite a colleague
      </button>
      <dialog ref={dialog} class="question" aria-labelledby={titleId}>
        <form noValidate onSubmit={onSubmit}>
          <h2 id={titleId}>
            Who should join you with <bdi>{nameOfVisitor(conversation)}</bdi>?
          </h2>
          <p>They read all of it and write under their own name. The family is told when they join.</p>
          {colleagues.length === 0 ? (
            <p>Nobody else is at the desk now whom you could ask.</p>
          ) : (
            <ColleagueChoice {...{ colleagues, chosen, problem }} onChoose={setChosen} />
          )}
          <DialogButtons
            save={colleagues.length === 0 ? null : 'Ask them to join'}
            close="Close"
            busy={busy}
            onClose={close}
          />
        </form>
      </dialog>
    </>
  )
}

type InviteColleagueProps = { tools: DeskTools; state: DeskState; conversation: DeskConversation }
