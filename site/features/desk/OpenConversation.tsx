import { useEffect, useLayoutEffect } from 'preact/hooks'
import type { Message } from '#protocol/conversation.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { Announcements } from '../conversation/Announcements.tsx'
import { MessageList } from '../conversation/MessageList.tsx'
import { StatusLine } from '../conversation/StatusLine.tsx'
import { UnsentWords } from '../conversation/UnsentWords.tsx'
import { useFocusKept } from '../conversation/useFocusKept.ts'
import { AnswerAgain, canAnswerAgain } from './AnswerAgain.tsx'
import { BlockNote } from './BlockNote.tsx'
import { CardFinder } from './CardFinder.tsx'
import { ConcernArea } from './ConcernArea.tsx'
import { DangerPrompt } from './DangerPrompt.tsx'
import { nameOfVisitor } from './desk-lists.ts'
import type { DeskSession } from './desk-session.ts'
import { type DeskState, type DeskTalk, talkOf } from './desk-state.ts'
import { PromiseNote } from './PromiseNote.tsx'
import { ReplyBox } from './ReplyBox.tsx'
import { TalkActions } from './TalkActions.tsx'
import { useReply } from './useReply.ts'
import { mayWrite } from './who-writes.ts'

export type OpenConversationProps = {
  session: DeskSession
  state: DeskState
  conversation: DeskConversation
  /** ms UTC */
  now: number
}

/** The talk that is read now, and what can be done with it. Rendered anew for each conversation. */
export function OpenConversation({ session, state, conversation, now }: OpenConversationProps) {
  const { id } = conversation
  const talk = talkOf(state, id)
  const name = nameOfVisitor(conversation)
  const mine = conversation.state === 'with-navigator' && conversation.navigatorId === state.me?.accountId
  const { section, heading } = useFocusKept()
  const reply = useReply(session, id)
  // The navigator chose this conversation: the focus goes where it begins, before another key can be pressed.
  useLayoutEffect(() => heading.current?.focus(), [heading])
  useEffect(() => session.markSeen())

  const isOpenAgain = canAnswerAgain(conversation, talk.contact?.email ?? null)
  const nameOf = (message: Message) =>
    message.author === 'visitor' ? name : (message.authorName ?? 'Navigator')
  const isOfColleague = ({ author, authorName }: Message) =>
    author === 'navigator' && authorName !== state.me?.name
  return (
    <>
      <section
        ref={section}
        class="desk__talk"
        aria-labelledby="desk-talk-heading"
        data-state={conversation.state}
      >
        <div class="desk-head">
          <button
            type="button"
            class="govuk-button govuk-button--secondary desk-back"
            onClick={() => void session.select(null)}
          >
            Back to the list
          </button>
          <h2 id="desk-talk-heading" ref={heading} tabIndex={-1}>
            <bdi>{name}</bdi>
          </h2>
          <TalkActions
            session={session}
            state={state}
            conversation={conversation}
            mine={mine}
            heading={heading}
          />
        </div>
        <ConcernArea session={session} conversation={conversation} now={now} />
        <PromiseNote session={session} conversation={conversation} mine={mine} />
        <BlockNote session={session} conversation={conversation} now={now} />
        <MessageList
          thread={talk.thread}
          own="navigator"
          seenUpTo={conversation.seenByVisitor}
          label={`Messages with ${name}`}
          nameOf={nameOf}
          isOfOther={isOfColleague}
          now={now}
          onRetry={(messageId) => session.retry(id, messageId)}
          onDiscard={(messageId) => session.discard(id, messageId)}
          noteOn={({ text }) => (
            <DangerPrompt concerns={session.concerns} conversation={conversation} text={text} />
          )}
        />
        <StatusLine text={talk.visitorTyping ? `${name} is typing…` : ''} />
        <StatusLine class="govuk-visually-hidden" text={careInWords(session, talk)} />
        {mayWrite(conversation, state.me) ? (
          <ReplyBox
            label={`Reply to ${name}`}
            {...{ session, state, conversation, reply }}
            onSend={reply.send}
          />
        ) : (
          <div class="desk-why">
            <p>{whyReadOnly(conversation)}</p>
            {isOpenAgain ? (
              <AnswerAgain {...{ session, state, conversation, reply }} />
            ) : (
              <UnsentWords text={reply.draft} />
            )}
          </div>
        )}
        <Announcements
          messages={talk.thread.messages}
          historyUpTo={talk.historyUpTo}
          own="navigator"
          nameOf={nameOf}
          isOfOther={isOfColleague}
        />
      </section>
      {(isOpenAgain || mayWrite(conversation, state.me)) && reply.finding && (
        <CardFinder
          recent={session.cards.recent()}
          onGive={reply.give}
          onClose={reply.close}
          onGap={(search) => session.records.noteSearch(id, search)}
        />
      )}
    </>
  )
}

/** What a screen reader is told when a new message may signal danger. */
function careInWords({ concerns }: DeskSession, { thread, historyUpTo }: DeskTalk): string {
  const newest = thread.messages.findLast(({ author }) => author === 'visitor')
  if (!newest || newest.seq <= historyUpTo || concerns.view.value.findDanger(newest.text).length === 0)
    return ''
  return 'The newest message may signal danger. Read it with care.'
}

function whyReadOnly({ state, channel, navigatorName, hold, textRemoved }: DeskConversation): string {
  if (textRemoved) return 'The text of this conversation has been removed.'
  if (hold === 'concealed') return 'Held: ask the lead. A concern was raised about this conversation.'
  if (state === 'ended') return 'This conversation has ended.'
  if (state === 'with-navigator') return `${navigatorName ?? 'Another navigator'} has this conversation.`
  return channel === 'message' ? 'Take this message to answer it.' : 'Take this conversation to answer.'
}
