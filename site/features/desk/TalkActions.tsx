import { useState } from 'preact/hooks'
import { isOpenToVisitors } from '#protocol/conversation.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { ConfirmedAction } from '../conversation/ConfirmedAction.tsx'
import { rememberFocus } from '../conversation/focus-later.ts'
import { AnswerLater } from './AnswerLater.tsx'
import { BlockVisitor, mayBlock } from './BlockVisitor.tsx'
import { RaiseConcernButton } from './ConcernArea.tsx'
import { fullInWords } from './desk-offers.ts'
import type { DeskSession } from './desk-session.ts'
import { type DeskState, talkOf } from './desk-state.ts'
import { MoreActions } from './MoreActions.tsx'
import { PassOn } from './PassOn.tsx'

/** What can be done with the conversation that is open: what is done often in sight, what is seldom done behind “More”. */
export function TalkActions({ session, state: desk, conversation, mine, heading }: TalkActionsProps) {
  const { id, state } = conversation
  const [busy, setBusy] = useState(false)
  const act = async (work: () => Promise<boolean>, focusOn: () => HTMLElement | null) => {
    if (busy) return
    setBusy(true)
    const goOn = rememberFocus()
    const done = await work()
    setBusy(false)
    if (done) goOn(focusOn)
  }
  // Not that of another conversation which was opened meanwhile.
  const toComposer = () => heading.current && document.getElementById('composer-text')
  const toHeading = () => heading.current
  const isOpenToThem = isOpenToVisitors(conversation)
  if (state === 'waiting')
    return (
      <div class="govuk-button-group">
        <button
          type="button"
          class="govuk-button"
          aria-disabled={busy ? 'true' : undefined}
          onClick={() => void act(() => session.claim(id), toComposer)}
        >
          Take
        </button>
        <RaiseConcernButton session={session} conversation={conversation} />
        {conversation.channel === 'chat' && <TakeHint state={desk} />}
      </div>
    )
  const isLead = session.concerns.view.value.isLead
  const block = mayBlock(conversation, { accountId: desk.me?.accountId, isLead }) && (
    <BlockVisitor session={session} conversation={conversation} onDone={() => heading.current?.focus()} />
  )
  const raise = <RaiseConcernButton session={session} conversation={conversation} />
  if (!mine)
    return (
      <div class="govuk-button-group">
        {raise}
        {block}
      </div>
    )
  return (
    <div class="govuk-button-group">
      <PassOn session={session} state={desk} conversation={conversation} />
      <ConfirmedAction
        label="End"
        question="End this conversation?"
        confirmLabel="End it"
        backLabel="Keep it open"
        busy={busy}
        problem={null}
        onConfirm={(close) => {
          close()
          void act(() => session.end(id), toHeading)
        }}
      >
        <p>It ends for the visitor too. They can start a new one at any time.</p>
      </ConfirmedAction>
      {raise}
      <MoreActions>
        {isOpenToThem && conversation.promisedOn === null && (
          <AnswerLater
            session={session}
            conversation={conversation}
            email={talkOf(desk, id).contact?.email ?? null}
            onDone={() => heading.current?.focus()}
          />
        )}
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          aria-disabled={busy ? 'true' : undefined}
          onClick={() => void act(() => session.handBack(id), toHeading)}
        >
          Hand back
        </button>
        {block}
      </MoreActions>
    </div>
  )
}

/** Taking more than one wanted is allowed: a family that waits comes first. It is only said. */
function TakeHint({ state }: { state: DeskState }) {
  const full = fullInWords(state)
  return full === null ? null : <p class="note desk-full">{full}</p>
}

type TalkActionsProps = {
  session: DeskSession
  state: DeskState
  conversation: DeskConversation
  mine: boolean
  heading: { current: HTMLElement | null }
}
