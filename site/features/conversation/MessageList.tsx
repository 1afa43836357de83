import type { ComponentChildren } from 'preact'
import type { Card } from '#protocol/cards.ts'
import type { Message } from '#protocol/conversation.ts'
import { CardMessage } from './CardMessage.tsx'
import { MessageText } from './MessageText.tsx'
import { timeOrDay } from './plain-times.ts'
import { newestSeen, type Thread, type UnsentMessage } from './thread.ts'
import { useReadingPlace } from './useReadingPlace.ts'

/** What scrolls must take the focus, or the keyboard alone cannot scroll it (WCAG 2.1.1). */
const scrolledByKeys = { tabIndex: 0 } as const

export type MessageListProps = {
  thread: Thread
  /** whose page this is: their messages stand on the right */
  own: 'visitor' | 'navigator'
  /** how far the other side has read */
  seenUpTo: number
  /** a line of the list's name for screen readers, such as "Messages with Sam" */
  label: string
  nameOf: (message: Message) => string
  /** whether a message of this side is somebody else's, so that their name is shown; nobody's unless said */
  isOfOther?: (message: Message) => boolean
  now: number
  onRetry: (clientMessageId: string) => void
  onDiscard: (clientMessageId: string) => void
  /** what is shown below a message of the other side */
  noteOn?: (message: Message) => ComponentChildren
}

/**
 * The talk, oldest first. It scrolls to what is new only while the reader is at its end; otherwise a button offers the
 * new messages. Announcements has what screen readers are told, so this list itself is silent.
 */
export function MessageList({
  thread,
  own,
  seenUpTo,
  label,
  nameOf,
  isOfOther = () => false,
  now,
  onRetry,
  onDiscard,
  noteOn,
}: MessageListProps) {
  const { end, newBelow, showEnd } = useReadingPlace(thread)
  const seenSeq = newestSeen(thread, own, seenUpTo)
  return (
    <div class="talk">
      <div class="talk__log" role="log" aria-live="off" aria-label={label} {...scrolledByKeys}>
        {thread.messages.map((message) => (
          <ConfirmedMessage
            key={message.seq}
            message={message}
            own={message.author === own}
            name={nameOf(message)}
            isNamed={message.author !== own || isOfOther(message)}
            seen={message.seq === seenSeq}
            now={now}
            note={message.author === own ? undefined : noteOn?.(message)}
          />
        ))}
        {thread.unsent.map((message) => (
          <OwnUnsent
            key={message.clientMessageId}
            message={message}
            onRetry={onRetry}
            onDiscard={onDiscard}
          />
        ))}
        <div ref={end} class="talk__end" />
      </div>
      {newBelow && (
        <button type="button" class="govuk-button govuk-button--secondary talk__new" onClick={showEnd}>
          Show new messages
        </button>
      )}
    </div>
  )
}

function ConfirmedMessage({ message, own, name, isNamed, seen, now, note }: ConfirmedProps) {
  const sent = <time dateTime={new Date(message.sentAt).toISOString()}>{timeOrDay(message.sentAt, now)}</time>
  if (message.author === 'notice')
    return (
      <div class="message message--notice" data-seq={message.seq}>
        <MessageText text={message.text} />
        <p class="message__foot">{sent}</p>
      </div>
    )
  return (
    <div class={own ? 'message message--own' : 'message'} data-seq={message.seq}>
      <p class={isNamed ? 'message__name' : 'govuk-visually-hidden'}>
        <bdi>{name}</bdi>
      </p>
      <Said message={message} forVisitor={!own} />
      <p class="message__foot">
        {seen && 'Seen. '}
        {own && 'Sent '}
        {sent}
      </p>
      {note}
    </div>
  )
}

/** The words of a message and the card beside them; one of both may be missing. */
function Said({ message: { text, card }, forVisitor }: SaidProps) {
  return (
    <>
      {text !== '' && <MessageText text={text} />}
      {card && <CardMessage card={card} forVisitor={forVisitor} />}
    </>
  )
}

function OwnUnsent({ message, onRetry, onDiscard }: UnsentProps) {
  const id = message.clientMessageId
  return (
    <div
      class="message message--own message--unsent"
      data-unsent={message.problem === null ? 'sending' : 'failed'}
    >
      <p class="govuk-visually-hidden">You</p>
      <Said message={message} forVisitor={false} />
      {message.problem === null ? (
        <p class="message__foot">Sending… we will keep trying</p>
      ) : (
        <>
          <p class="message__foot message__foot--failed">
            <strong>Not sent.</strong> {message.problem}
          </p>
          <div class="message__actions">
            <button type="button" class="govuk-button govuk-button--secondary" onClick={() => onRetry(id)}>
              Try again
            </button>
            <button type="button" class="govuk-button govuk-button--secondary" onClick={() => onDiscard(id)}>
              Remove
            </button>
          </div>
        </>
      )}
    </div>
  )
}

type SaidProps = {
  message: Pick<UnsentMessage, 'text'> & { card?: Card | null | undefined }
  forVisitor: boolean
}
type ConfirmedProps = {
  message: Message
  own: boolean
  name: string
  isNamed: boolean
  seen: boolean
  now: number
  note?: ComponentChildren
}
type UnsentProps = {
  message: UnsentMessage
  onRetry: (clientMessageId: string) => void
  onDiscard: (clientMessageId: string) => void
}
