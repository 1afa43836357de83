import { StatusLine } from '../conversation/StatusLine.tsx'
import type { ChatSession } from './chat-session.ts'
import { placeInQueue, waitInWords } from './chat-words.ts'
import type { ConversationState } from './conversation-state.ts'
import { LeaveAddress } from './LeaveAddress.tsx'
import { OtherWays, type Ways } from './OtherWays.tsx'

export type WaitingProps = { session: ChatSession; state: ConversationState; ways: Ways }

/** While nobody has the chat: the place in the queue, how long it may take, and that one need not stay. */
export function Waiting({ session, state: { conversation }, ways }: WaitingProps) {
  const waiting = conversation.state === 'waiting'
  const place = placeInQueue(conversation)
  return (
    <>
      <StatusLine class="chat-place" text={waiting ? `${place} You can keep writing.`.trim() : ''} />
      {waiting && (
        <div class="chat-waiting">
          <p>{waitInWords(conversation)}</p>
          {conversation.callBack && (
            <p>
              You asked us to ring you. A navigator rings as soon as one is free. You can close this page.
            </p>
          )}
          <LeaveAddress emailLeft={conversation.emailLeft} onLeave={session.leaveAddress} />
          {!conversation.helpdesk.available && <OtherWays ways={ways} written />}
        </div>
      )}
    </>
  )
}
