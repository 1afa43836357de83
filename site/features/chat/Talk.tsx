import { useEffect } from 'preact/hooks'
import type { Message } from '#protocol/conversation.ts'
import { Announcements } from '../conversation/Announcements.tsx'
import { Composer } from '../conversation/Composer.tsx'
import { MessageList } from '../conversation/MessageList.tsx'
import { StatusLine } from '../conversation/StatusLine.tsx'
import { useFocusKept } from '../conversation/useFocusKept.ts'
import { useRecently } from '../conversation/useRecently.ts'
import type { ChatSession } from './chat-session.ts'
import { headingFor, statusFor } from './chat-words.ts'
import { type ConversationState, phaseOf } from './conversation-state.ts'
import { Ease } from './Ease.tsx'
import { EndChat } from './EndChat.tsx'
import { Ended } from './Ended.tsx'
import type { Ways } from './OtherWays.tsx'
import { QuickReplies } from './QuickReplies.tsx'
import { Trouble } from './Trouble.tsx'
import type { Tone } from './tone.ts'
import { useTone } from './useTone.ts'
import { Waiting } from './Waiting.tsx'

const restoredShownMs = 60_000

export type TalkProps = {
  session: ChatSession
  state: ConversationState
  ending: boolean
  endProblem: string | null
  ways: Ways
  retentionDays: string
  /** whether this tab announces and sounds; of several only one does */
  speaks: boolean
  tone: Tone
}

/** The talk itself: who it is with, what was said, what to write. */
export function Talk({ session, state, ending, endProblem, ways, retentionDays, speaks, tone }: TalkProps) {
  const phase = phaseOf(state)
  const { conversation, thread, historyUpTo } = state
  const settings = session.settings.value
  const draft = session.composing.value
  useEffect(() => {
    session.markSeen()
  })
  useTone({ thread, historyUpTo, isOn: settings.sound && speaks, tone })
  const justRestored = useRecently(state.link === 'restored', restoredShownMs)
  const { section, heading } = useFocusKept()
  return (
    <section ref={section} class="chat-talk" aria-labelledby="chat-talk-heading" data-phase={phase}>
      <div class="chat-talk__head">
        <div>
          <h2 id="chat-talk-heading" ref={heading} tabIndex={-1}>
            {headingFor(conversation, settings.plain)}
          </h2>
          <p class="note">
            {settings.plain
              ? 'This is private, unless someone may be at risk.'
              : `We keep this private unless someone may be at risk. Text is removed after ${retentionDays} days.`}{' '}
            <a href="/privacy/">Who can see this</a>
          </p>
          <p class="note">Your reference: {conversation.reference}</p>
          {conversation.showsEarlier && <p class="note">The navigator can see your chat from before.</p>}
        </div>
        {phase !== 'ended' && (
          <EndChat
            ending={ending}
            problem={endProblem}
            hasDraft={draft !== ''}
            onEnd={() => void session.end()}
          />
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
            onDraft={session.compose}
            onSend={session.write}
            onTyping={session.tellTyping}
          />
        )}
      </div>
      {phase !== 'ended' && settings.symbols && <QuickReplies onSend={session.write} />}
      {phase !== 'ended' && (
        <Ease settings={settings} onChange={session.changeSettings} onTrySound={tone.play} />
      )}
      {phase === 'ended' && <Ended session={session} state={state} draft={draft} />}
      <Announcements
        messages={thread.messages}
        historyUpTo={historyUpTo}
        own="visitor"
        nameOf={nameOf}
        speaks={speaks}
      />
    </section>
  )
}

function nameOf(message: Message): string {
  return message.author === 'visitor' ? 'You' : (message.authorName ?? 'Navigator')
}
