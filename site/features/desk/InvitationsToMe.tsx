import { useState } from 'preact/hooks'
import type { DeskConversation } from '#protocol/desk.ts'
import { invitationsToMe } from './desk-colleagues.ts'
import { nameOfVisitor } from './desk-lists.ts'
import type { DeskSession } from './desk-session.ts'
import type { DeskState } from './desk-state.ts'

/** What colleagues ask this navigator to join. Stands above the list until it is answered, and is told at once. */
export function InvitationsToMe({ session, state }: InvitationsProps) {
  const asked = invitationsToMe(state)
  return (
    <div class="desk-offers">
      <p class="govuk-visually-hidden" role="alert">
        {asked.map((one) => `${askerOf(one)} asks you to join ${nameOfVisitor(one)}.`).join(' ')}
      </p>
      {asked.map((conversation) => (
        <Invitation key={conversation.id} session={session} conversation={conversation} />
      ))}
    </div>
  )
}

function Invitation({ session, conversation }: { session: DeskSession; conversation: DeskConversation }) {
  const { id, about, hold } = conversation
  const name = nameOfVisitor(conversation)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const act = async (work: () => Promise<string | null>, then?: () => void) => {
    if (busy) return
    setBusy(true)
    const found = await work()
    setBusy(false)
    setProblem(found)
    if (found === null) then?.()
  }
  return (
    <div class="notice desk-offer" data-invitation={id}>
      <p class="notice__title">
        <bdi>{askerOf(conversation)}</bdi> asks you to join <bdi>{name}</bdi>
      </p>
      {about !== null && (
        <p>
          About: <bdi>{about}</bdi>
        </p>
      )}
      {hold !== 'none' && <p>A concern holds it. You can read it when you have joined.</p>}
      {problem !== null && (
        <p class="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      <div class="govuk-button-group">
        <button
          type="button"
          class="govuk-button"
          aria-disabled={busy ? 'true' : undefined}
          onClick={() =>
            void act(
              () => session.tools.join(id),
              () => void session.select(id),
            )
          }
        >
          Join<span class="govuk-visually-hidden"> {name}</span>
        </button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          aria-disabled={busy ? 'true' : undefined}
          onClick={() => void act(() => session.tools.leave(id))}
        >
          Not now<span class="govuk-visually-hidden">: {name}</span>
        </button>
      </div>
    </div>
  )
}

/** Into a held conversation only leads ask. */
function askerOf({ navigatorName, hold }: DeskConversation): string {
  return hold === 'none' ? (navigatorName ?? 'A colleague') : 'A lead'
}

type InvitationsProps = { session: DeskSession; state: DeskState }
