import { useState } from 'preact/hooks'
import type { DeskConversation } from '#protocol/desk.ts'
import { rememberFocus } from '../conversation/focus-later.ts'
import { mayInvite } from './desk-colleagues.ts'
import type { DeskSession } from './desk-session.ts'
import type { DeskState } from './desk-state.ts'
import { InviteColleague } from './InviteColleague.tsx'
import { hasJoined } from './who-writes.ts'

/** Who is in the conversation: the navigator who has it, and colleagues who joined or are asked to. */
export function PeopleInTalk({ session, state, conversation }: PeopleInTalkProps) {
  const { id, navigatorName, colleagues } = conversation
  const { tools, concerns } = session
  const [problem, setProblem] = useState<string | null>(null)
  const { isLead } = concerns.view.value
  if (conversation.state !== 'with-navigator') return null
  const canInvite = mayInvite(conversation, state.me, isLead)
  const canTakeOut = canInvite || conversation.navigatorId === state.me?.accountId
  const act = async (work: () => Promise<string | null>) => {
    const goOn = rememberFocus()
    setProblem(await work())
    goOn(() => document.getElementById('desk-people-heading'))
  }
  return (
    <section class="desk-people" aria-labelledby="desk-people-heading">
      <h3 id="desk-people-heading" tabIndex={-1}>
        Who is in it
      </h3>
      <ul class="desk-people__list">
        <li>
          <span>
            <bdi>{navigatorName ?? 'A navigator'}</bdi> has it
          </span>
        </li>
        {colleagues.map(({ accountId, name, joined }) => (
          <li key={accountId}>
            <span>
              <bdi>{name}</bdi> {joined ? 'has joined' : 'is asked to join'}
            </span>
            {canTakeOut && (
              <button
                type="button"
                class="govuk-button govuk-button--secondary"
                onClick={() => void act(() => tools.takeOut(id, accountId))}
              >
                {joined ? 'Take out' : 'Stop asking'}
                <span class="govuk-visually-hidden"> {name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {problem !== null && (
        <p class="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      {canInvite && <InviteColleague {...{ tools, state, conversation }} />}
      {hasJoined(conversation, state.me) && (
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          onClick={() => void act(() => tools.leave(id))}
        >
          Leave this conversation
        </button>
      )}
    </section>
  )
}

export type PeopleInTalkProps = {
  session: DeskSession
  state: DeskState
  conversation: DeskConversation
}
