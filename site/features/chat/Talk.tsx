import { useEffect } from 'preact/hooks'
import type { Message } from '#protocol/conversation.ts'
import { Announcements } from '../conversation/Announcements.tsx'
import { Composer } from '../conversation/Composer.tsx'
import { MessageList } from '../conversation/MessageList.tsx'
import { StatusLine } from '../conversation/StatusLine.tsx'
import { useFocusKept } from '../conversation/useFocusKept.ts'
import { useRecently } from '../conversation/useRecently.ts'
import type { ChatSession } from './chat-session.ts'
import { headingFor, placeInQueue, statusFor, waitInWords } from './chat-words.ts'
import { type ConversationState, phaseOf } from './conversation-state.ts'
import { EndChat } from './EndChat.tsx'
import { LeaveAddress } from './LeaveAddress.tsx'
import { OtherWays, type Ways } from './OtherWays.tsx'

const restoredShownMs = 60_000

export type TalkProps = {
  session: ChatSession
  state: ConversationState
  ending: boolean
  endProblem: string | null
  ways: Ways
  retentionDays: string
  draft: string
  onDraft: (text: string) => void
}

/** The talk itself: who it is with, what was said, what to write. */
export function Talk({ session, state, ending, endProblem, ways, retentionDays, draft, onDraft }: TalkProps) {
  const phase = phaseOf(state)
  const { conversation, thread } = state
  useEffect(() => {
    session.markSeen()
  })
  const justRestored = useRecently(state.link === 'restored', restoredShownMs)
  const { section, heading } = useFocusKept()
  return (
    <section ref={section} class="chat-talk" aria-labelledby="chat-talk-heading" data-phase={phase}>
      <div class="chat-talk__head">
        <div>
          <h2 id="chat-talk-heading" ref={heading} tabIndex={-1}>
            {headingFor(conversation)}
          </h2>
          <p class="note">
            We keep this private unless someone may be at risk. Text is removed after {retentionDays} days.{' '}
            <a href="/privacy/">Who can see this</a>
          </p>
          <p class="note">Your reference: {conversation.reference}</p>
        </div>
        {phase !== 'ended' && (
          <EndChat ending={ending} problem={endProblem} onEnd={() => void session.end()} />
        )}
      </div>
      <Waiting session={session} state={state} ways={ways} />
      <div class="chat-talk__body">
        <MessageList
          thread={thread}
          own="visitor"
          seenUpTo={conversation.seenByNavigator}
          label="Messages"
          nameOf={nameOf}
          now={Date.now()}
          onRetry={session.retry}
          onDiscard={session.discard}
        />
        <StatusLine text={statusFor(state, justRestored)} />
        <Trouble state={state} session={session} ways={ways} />
        {phase !== 'ended' && (
          <Composer
            label="Your message"
            draft={draft}
            onDraft={onDraft}
            onSend={session.write}
            onTyping={session.tellTyping}
          />
        )}
      </div>
      {phase === 'ended' && <Ended session={session} draft={draft} />}
      <Announcements
        messages={thread.messages}
        historyUpTo={state.historyUpTo}
        own="visitor"
        nameOf={nameOf}
      />
    </section>
  )
}

function Waiting({ session, state: { conversation }, ways }: Pick<TalkProps, 'session' | 'state' | 'ways'>) {
  const waiting = conversation.state === 'waiting'
  const place = placeInQueue(conversation)
  return (
    <>
      <StatusLine class="chat-place" text={waiting ? `${place} You can keep writing.`.trim() : ''} />
      {waiting && (
        <div class="chat-waiting">
          <p>{waitInWords(conversation)}</p>
          <LeaveAddress emailLeft={conversation.emailLeft} onLeave={session.leaveAddress} />
          {!conversation.helpdesk.available && <OtherWays ways={ways} />}
        </div>
      )}
    </>
  )
}

/** When the line does not come back: what happened, what to do, how else to reach us. */
function Trouble({ state, session, ways }: { state: ConversationState; session: ChatSession; ways: Ways }) {
  if (phaseOf(state) !== 'failed') return null
  const refused = state.link === 'refused'
  return (
    <div class="notice notice--danger chat-trouble">
      <p role="alert">
        {state.problem ??
          'We cannot reach the helpdesk. We keep trying. What you write is kept on this page until it is sent.'}
      </p>
      {refused ? (
        <button type="button" class="govuk-button" onClick={() => void session.restore()}>
          Open the chat again
        </button>
      ) : (
        <button type="button" class="govuk-button" onClick={session.wake}>
          Try now
        </button>
      )}
      <OtherWays ways={ways} />
    </div>
  )
}

function Ended({ session, draft }: { session: ChatSession; draft: string }) {
  return (
    <div class="panel">
      <p>You can read it here until you clear it. On a device that others use, clear it now.</p>
      <div class="govuk-button-group">
        <button type="button" class="govuk-button" onClick={() => void session.forget()}>
          Clear this chat from this device
        </button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          onClick={() => void session.forget().then(() => session.showStart(draft))}
        >
          Start a new chat
        </button>
      </div>
    </div>
  )
}

function nameOf(message: Message): string {
  return message.author === 'visitor' ? 'You' : (message.authorName ?? 'Navigator')
}
