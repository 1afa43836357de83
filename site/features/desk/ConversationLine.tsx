import { useMemo } from 'preact/hooks'
import { channelNames, isOpenToVisitors } from '#protocol/conversation.ts'
import type { DangerFinder } from '#protocol/danger-words.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { tagLabel } from '#records/conversation-tags.ts'
import { hasUnread, isLate, nameOfVisitor, timeLine } from './desk-lists.ts'

export type ConversationLineProps = {
  conversation: DeskConversation
  isOpen: boolean
  /** ms UTC */
  now: number
  /** why it suits this navigator, or whom its navigator asks; empty when there is nothing to say */
  hint: string
  isNext: boolean
  /** the words around what a search found, instead of the newest ones */
  excerpt?: string | undefined
  onSelect: (conversationId: string) => void
  findDanger: DangerFinder
}

/** One line of the desk's list. Drawn anew only when what it shows has changed: there may be hundreds. */
export function ConversationLine(given: ConversationLineProps) {
  const { conversation, isOpen, now, hint, isNext, excerpt, onSelect, findDanger } = given
  const time = useMemo(() => timeLine(conversation, now), [conversation, now])
  const late = isLate(conversation, now)
  return useMemo(
    () => (
      <li>
        <button
          type="button"
          class="desk-line"
          data-conversation={conversation.id}
          data-state={conversation.state}
          aria-current={isOpen ? 'true' : undefined}
          onClick={() => onSelect(conversation.id)}
        >
          <strong class="desk-line__name">
            <bdi>{nameOfVisitor(conversation)}</bdi>
            <LineTags conversation={conversation} isNext={isNext} findDanger={findDanger} />
          </strong>
          {hint !== '' && (
            <span class="desk-line__hint">
              <bdi>{hint}</bdi>
            </span>
          )}
          <span class={late ? 'desk-line__time desk-line__time--late' : 'desk-line__time'}>{time}</span>
          {conversation.about !== null && (
            <span class="desk-line__about">
              <bdi>{conversation.about}</bdi>
            </span>
          )}
          {conversation.tags.length > 0 && (
            <span class="desk-line__about">{conversation.tags.map(tagLabel).join(', ')}</span>
          )}
          <span class="desk-line__excerpt">{excerpt ?? excerptOf(conversation)}</span>
        </button>
      </li>
    ),
    [conversation, isOpen, time, late, hint, isNext, excerpt, onSelect, findDanger],
  )
}

function LineTags({ conversation, isNext, findDanger }: LineTagsProps) {
  const { channel, callBack, state, hold } = conversation
  return (
    <>
      {hasUnread(conversation) && <span class="govuk-tag">New</span>}
      {!isOpenToVisitors(conversation) && <span class="govuk-tag">{channelNames[channel]}</span>}
      {callBack && state !== 'ended' && <span class="govuk-tag">Call back</span>}
      {hold !== 'none' && <span class="govuk-tag">Held</span>}
      {mayBeDanger(conversation, findDanger) && (
        <span class="govuk-tag govuk-tag--example">Read with care</span>
      )}
      {isNext && <span class="govuk-tag">Next for you</span>}
    </>
  )
}

/** Whether what the list has of it may signal danger; the talk itself shows more. */
function mayBeDanger({ about, lastMessage }: DeskConversation, findDanger: DangerFinder): boolean {
  const written = lastMessage?.author === 'visitor' ? lastMessage.text : ''
  return findDanger(`${about ?? ''}\n\n${written}`).length > 0
}

function excerptOf(conversation: DeskConversation): string {
  const { lastMessage, navigatorName, colleagues, state, hold, textRemoved } = conversation
  if (hold === 'concealed') return 'Held: ask the lead'
  if (textRemoved) return 'Its text has been removed'
  if (!lastMessage) return 'Nothing written yet'
  // With several navigators in it the line does not say whose words these are.
  const name = colleagues.some(({ joined }) => joined) ? null : navigatorName
  const who = lastMessage.author === 'navigator' ? `${name ?? 'Navigator'}: ` : ''
  const text = `“${lastMessage.text}”`
  return state === 'ended' && navigatorName ? `${text} With ${navigatorName}` : `${who}${text}`
}

type LineTagsProps = Pick<ConversationLineProps, 'conversation' | 'isNext' | 'findDanger'>
