import { useState } from 'preact/hooks'
import type { DeskConversation } from '#protocol/desk.ts'
import { rememberFocus } from '../conversation/focus-later.ts'
import { timeOrDay } from '../conversation/plain-times.ts'
import type { DeskSession } from './desk-session.ts'

/** That whoever wrote this is blocked, why and for how long; leads can lift it. Nothing when nobody is. */
export function BlockNote({ session, conversation, now }: BlockNoteProps) {
  const { id, block } = conversation
  const [problem, setProblem] = useState<string | null>(null)
  if (block === null) return null
  const isOver = block.until <= now
  const lift = async () => {
    const goOn = rememberFocus()
    const found = await session.replies.unblock(id)
    setProblem(found)
    if (found === null) goOn(() => document.getElementById('desk-talk-heading'))
  }
  return (
    <div class="desk-promise">
      <p>
        {isOver ? 'Was blocked until' : 'Blocked until'} {timeOrDay(block.until, now)}
        {block.reason !== null && (
          <>
            : <bdi>{block.reason}</bdi>
          </>
        )}
        .
      </p>
      {problem !== null && (
        <p class="govuk-error-message" role="alert">
          {problem}
        </p>
      )}
      {!isOver && session.concerns.view.value.isLead && (
        <button type="button" class="link-button" onClick={() => void lift()}>
          Lift the block
        </button>
      )}
    </div>
  )
}

type BlockNoteProps = {
  session: DeskSession
  conversation: DeskConversation
  /** ms UTC */
  now: number
}
