import { useState } from 'preact/hooks'
import type { DeskConversation } from '#protocol/desk.ts'
import type { GoOn } from '../conversation/focus-later.ts'
import { ConcernPanel } from './ConcernPanel.tsx'
import { ConcernRaise } from './ConcernRaise.tsx'
import type { DeskSession } from './desk-session.ts'

type AreaProps = {
  session: DeskSession
  conversation: DeskConversation
  /** ms UTC */
  now: number
}

const raiseButtonId = 'raise-concern'

/** The first of two actions. */
export function RaiseConcernButton({ session, conversation }: Omit<AreaProps, 'now'>) {
  const { raisingFor } = session.concerns
  if (conversation.hold === 'concealed') return null
  return (
    <button
      type="button"
      id={raiseButtonId}
      class="govuk-button govuk-button--secondary"
      onClick={() => {
        raisingFor.value = conversation.id
      }}
    >
      Raise a concern
    </button>
  )
}

/** Safeguarding in the conversation that is open: the form while one is raised, and the concerns that this person may see. */
export function ConcernArea({ session, conversation, now }: AreaProps) {
  const { view, raisingFor } = session.concerns
  const [problem, setProblem] = useState<string | null>(null)
  const { isLead, concerns } = view.value
  const here = concerns.filter(
    ({ conversationId, closedAt, held }) => conversationId === conversation.id && (closedAt === null || held),
  )
  const isRaising = raisingFor.value === conversation.id
  if (!isRaising && here.length === 0 && conversation.hold === 'none') return null
  return (
    <div class="concern-area">
      {isRaising && (
        <ConcernRaise
          session={session}
          conversationId={conversation.id}
          onDone={(raised, goOn) => {
            raisingFor.value = null
            onceDrawn(
              goOn,
              raised ? '[data-concern]:last-of-type [data-concern-heading]' : `#${raiseButtonId}`,
            )
          }}
        />
      )}
      {conversation.hold === 'readable' && (
        <p class="concern-area__held">
          <strong>Held.</strong> Only leads, and the navigators who are in this conversation, can read it.
          Each time is recorded.
        </p>
      )}
      {here.map((concern) => (
        <ConcernPanel
          key={concern.id}
          {...{ session, concern, isLead, now }}
          onProblem={(found, goOn) => {
            setProblem(found)
            onceDrawn(goOn, `[data-concern="${concern.id}"] [data-concern-heading]`)
          }}
        />
      ))}
      {problem !== null && (
        <p class="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

function onceDrawn(goOn: GoOn, selector: string): void {
  requestAnimationFrame(() => goOn(() => document.querySelector<HTMLElement>(selector)))
}
