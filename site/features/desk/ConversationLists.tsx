import type { DeskConversation } from '#protocol/desk.ts'
import { type DeskLists, hasUnread, isLate, nameOfVisitor, timeLine } from './desk-lists.ts'

export type ConversationListsProps = {
  lists: DeskLists
  openId: string | null
  /** ms UTC */
  now: number
  onSelect: (conversationId: string) => void
}

/** Who waits, what is mine, what others have, what was left as a message. */
export function ConversationLists({ lists, ...rest }: ConversationListsProps) {
  return (
    <nav aria-label="Conversations">
      <Part id="waiting" title="Waiting" empty="Nobody is waiting." lines={lists.waiting} {...rest} />
      <Part id="mine" title="Mine" empty="You have no conversation." lines={lists.mine} {...rest} />
      <Part
        id="others"
        title="Others"
        empty="Nobody else has a conversation."
        lines={lists.others}
        {...rest}
      />
      <Part
        id="messages"
        title="Messages"
        empty="No message waits for an answer."
        lines={lists.messages}
        {...rest}
      />
      {lists.ended.length > 0 && (
        <details class="desk-ended">
          <summary>Ended {lists.ended.length}</summary>
          <Lines lines={lists.ended} {...rest} />
        </details>
      )}
    </nav>
  )
}

function Part({ id, title, empty, lines, ...rest }: PartProps) {
  return (
    <section class="desk-part" aria-labelledby={`desk-${id}`} data-part={id}>
      <h2 id={`desk-${id}`}>
        {title} {lines.length}
      </h2>
      {lines.length === 0 ? <p class="note">{empty}</p> : <Lines lines={lines} {...rest} />}
    </section>
  )
}

function Lines({ lines, openId, now, onSelect }: LinesProps) {
  return (
    <ul class="desk-lines">
      {lines.map((conversation) => (
        <li key={conversation.id}>
          <button
            type="button"
            class="desk-line"
            data-conversation={conversation.id}
            aria-current={conversation.id === openId ? 'true' : undefined}
            onClick={() => onSelect(conversation.id)}
          >
            <strong class="desk-line__name">
              {nameOfVisitor(conversation)}
              {hasUnread(conversation) && <span class="govuk-tag">New</span>}
              {conversation.callBack && conversation.state !== 'ended' && (
                <span class="govuk-tag">Call back</span>
              )}
            </strong>
            <span
              class={isLate(conversation, now) ? 'desk-line__time desk-line__time--late' : 'desk-line__time'}
            >
              {timeLine(conversation, now)}
            </span>
            {conversation.about !== null && <span class="desk-line__about">{conversation.about}</span>}
            <span class="desk-line__excerpt">{excerptOf(conversation)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function excerptOf({ lastMessage, navigatorName, state }: DeskConversation): string {
  if (!lastMessage) return 'Nothing written yet'
  const who = lastMessage.author === 'navigator' ? `${navigatorName ?? 'Navigator'}: ` : ''
  const text = `“${lastMessage.text}”`
  return state === 'ended' && navigatorName ? `${text} With ${navigatorName}` : `${who}${text}`
}

type LinesProps = Omit<ConversationListsProps, 'lists'> & { lines: readonly DeskConversation[] }
type PartProps = LinesProps & { id: string; title: string; empty: string }
