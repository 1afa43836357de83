import type { DangerFinder } from '#protocol/danger-words.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { type DeskLists, hasUnread, isLate, nameOfVisitor, timeLine } from './desk-lists.ts'
import { hintsFor, nameOfNavigator } from './desk-offers.ts'
import type { DeskState } from './desk-state.ts'

export type ConversationListsProps = {
  lists: DeskLists
  state: DeskState
  openId: string | null
  /** ms UTC */
  now: number
  onSelect: (conversationId: string) => void
  findDanger: DangerFinder
}

/** Who waits, what is mine, what others have, what was left as a message. */
export function ConversationLists({ lists, ...given }: ConversationListsProps) {
  const rest = { ...given, hints: hintsFor(given.state, lists.waiting, given.now) }
  return (
    <nav aria-label="Conversations">
      <Part id="waiting" title="Waiting" empty="Nobody is waiting." lines={lists.waiting} {...rest} />
      <Part id="mine" title="Mine" empty="You have no conversations." lines={lists.mine} {...rest} />
      <Part id="others" title="Others" empty="Nobody else has any." lines={lists.others} {...rest} />
      <Part id="messages" title="Messages" empty="No messages to answer." lines={lists.messages} {...rest} />
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

function Lines({ lines, state, hints, openId, now, onSelect, findDanger }: LinesProps) {
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
              <bdi>{nameOfVisitor(conversation)}</bdi>
              {hasUnread(conversation) && <span class="govuk-tag">New</span>}
              {conversation.callBack && conversation.state !== 'ended' && (
                <span class="govuk-tag">Call back</span>
              )}
              {conversation.hold !== 'none' && <span class="govuk-tag">Held</span>}
              {mayBeDanger(conversation, findDanger) && (
                <span class="govuk-tag govuk-tag--example">Read with care</span>
              )}
              {hints.get(conversation.id)?.isNext && <span class="govuk-tag">Next for you</span>}
            </strong>
            <LineHint suits={hints.get(conversation.id)?.suits ?? []} state={state} line={conversation} />
            <span
              class={isLate(conversation, now) ? 'desk-line__time desk-line__time--late' : 'desk-line__time'}
            >
              {timeLine(conversation, now)}
            </span>
            {conversation.about !== null && (
              <span class="desk-line__about">
                <bdi>{conversation.about}</bdi>
              </span>
            )}
            <span class="desk-line__excerpt">{excerptOf(conversation)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Why it suits this navigator, or whom its navigator asks to take it over. */
function LineHint({ suits, state, line }: LineHintProps) {
  if (suits.length > 0)
    return (
      <span class="desk-line__hint">
        Suits you: <bdi>{suits.join(', ')}</bdi>
      </span>
    )
  if (line.offeredTo === null) return null
  return (
    <span class="desk-line__hint">
      Offered to{' '}
      {line.offeredTo === state.me?.accountId ? 'you' : <bdi>{nameOfNavigator(state, line.offeredTo)}</bdi>}
    </span>
  )
}

/** Whether what the list has of it may signal danger; the talk itself shows more. */
function mayBeDanger({ about, lastMessage }: DeskConversation, findDanger: DangerFinder): boolean {
  const written = lastMessage?.author === 'visitor' ? lastMessage.text : ''
  return findDanger(`${about ?? ''}\n\n${written}`).length > 0
}

function excerptOf({ lastMessage, navigatorName, state, hold }: DeskConversation): string {
  if (hold === 'concealed') return 'Held: ask the lead'
  if (!lastMessage) return 'Nothing written yet'
  const who = lastMessage.author === 'navigator' ? `${navigatorName ?? 'Navigator'}: ` : ''
  const text = `“${lastMessage.text}”`
  return state === 'ended' && navigatorName ? `${text} With ${navigatorName}` : `${who}${text}`
}

type LinesProps = Omit<ConversationListsProps, 'lists'> & {
  lines: readonly DeskConversation[]
  hints: ReturnType<typeof hintsFor>
}
type LineHintProps = { suits: readonly string[]; state: DeskState; line: DeskConversation }
type PartProps = LinesProps & { id: string; title: string; empty: string }
