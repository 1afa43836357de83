import type { RefObject } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
import type { DangerFinder } from '#protocol/danger-words.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { ConversationLine } from './ConversationLine.tsx'
import { type DeskFilter, filterLists } from './desk-filter.ts'
import type { DeskLists } from './desk-lists.ts'
import { hintsFor, nameOfNavigator } from './desk-offers.ts'
import type { DeskState } from './desk-state.ts'
import { usePressed } from './usePressed.ts'
import { hasJoined } from './who-writes.ts'

export type ConversationListsProps = Who & {
  lists: DeskLists
  filter: DeskFilter
  openId: string | null
  /** ms UTC */
  now: number
  onSelect: (conversationId: string) => void
  findDanger: DangerFinder
}

/**
 * Who waits, what is mine, what others have, what was left as a message or to be rung, what has ended. While a line is
 * pressed nothing in them moves, so that it is the one that opens.
 */
export function ConversationLists(given: ConversationListsProps) {
  const { lists, me, queue, filter, openId, now, onSelect, findDanger } = given
  const nav = useRef<HTMLElement>(null)
  // What happens in the talk alone does not concern the lists, which may be long.
  const latest = useMemo(
    () => <AllLists {...{ nav, lists, me, queue, filter, openId, now, onSelect, findDanger }} />,
    [lists, me, queue, filter, openId, now, onSelect, findDanger],
  )
  const shown = useRef(latest)
  if (!usePressed(nav)) shown.current = latest
  return shown.current
}

function AllLists({ nav, lists, filter, ...given }: AllListsProps) {
  const { me, now } = given
  const { waiting } = lists
  const hints = useMemo(() => hintsFor({ me }, waiting, now), [me, waiting, now])
  const shown = filterLists(lists, filter, now)
  const rest = { ...given, hints }
  return (
    <nav aria-label="Conversations" ref={nav}>
      {parts.map(({ id, title, empty }) => (
        <Part
          key={id}
          id={id}
          title={title}
          empty={empty}
          lines={shown[id]}
          all={lists[id].length}
          {...rest}
        />
      ))}
      {lists.ended.length > 0 && (
        <details class="desk-ended">
          <summary>Ended {numberOf(shown.ended.length, lists.ended.length)}</summary>
          {shown.ended.length === 0 ? (
            <p class="note">{nothingPasses}</p>
          ) : (
            <Lines lines={shown.ended} {...rest} />
          )}
        </details>
      )}
    </nav>
  )
}

/** In the order in which they stand. Those without a sentence are shown only when something is in them. */
const parts = [
  { id: 'waiting', title: 'Waiting', empty: 'Nobody is waiting.' },
  { id: 'mine', title: 'Mine', empty: 'You have no conversations.' },
  { id: 'others', title: 'Others', empty: 'Nobody else has any.' },
  { id: 'callBacks', title: 'To ring back', empty: null },
  { id: 'messages', title: 'Messages', empty: 'No messages to answer.' },
  { id: 'post', title: 'To post', empty: null },
  { id: 'spoken', title: 'Calls and visits', empty: null },
] as const satisfies readonly { id: keyof DeskLists; title: string; empty: string | null }[]

const nothingPasses = 'Nothing here passes your filter.'

const numberOf = (shown: number, all: number) => (shown === all ? `${all}` : `${shown} of ${all}`)

function Part({ id, title, empty, lines, all, ...rest }: PartProps) {
  if (all === 0 && empty === null) return null
  return (
    <section class="desk-part" aria-labelledby={`desk-${id}`} data-part={id}>
      <h2 id={`desk-${id}`}>
        {title} {numberOf(lines.length, all)}
      </h2>
      {lines.length === 0 ? (
        <p class="note">{all === 0 ? empty : nothingPasses}</p>
      ) : (
        <Lines lines={lines} {...rest} />
      )}
    </section>
  )
}

function Lines({ lines, me, queue, hints, openId, now, onSelect, findDanger }: LinesProps) {
  return (
    <ul class="desk-lines">
      {lines.map((conversation) => (
        <ConversationLine
          key={conversation.id}
          conversation={conversation}
          isOpen={conversation.id === openId}
          now={now}
          hint={hintInWords({ me, queue }, conversation, hints.get(conversation.id)?.suits ?? [])}
          isNext={hints.get(conversation.id)?.isNext ?? false}
          onSelect={onSelect}
          findDanger={findDanger}
        />
      ))}
    </ul>
  )
}

/** Why it suits this navigator, whom they have joined, or whom its navigator asks to take it over. */
function hintInWords(who: Who, conversation: DeskConversation, suits: readonly string[]): string {
  const { offeredTo, navigatorName } = conversation
  if (suits.length > 0) return `Suits you: ${suits.join(', ')}`
  if (hasJoined(conversation, who.me)) return `${navigatorName ?? 'A colleague'} has it, you have joined`
  if (offeredTo === null) return ''
  return `Offered to ${offeredTo === who.me?.accountId ? 'you' : nameOfNavigator(who, offeredTo)}`
}

type Who = Pick<DeskState, 'me' | 'queue'>
type AllListsProps = ConversationListsProps & { nav: RefObject<HTMLElement> }
type LinesProps = Omit<ConversationListsProps, 'lists' | 'filter'> & {
  lines: readonly DeskConversation[]
  hints: ReturnType<typeof hintsFor>
}
type PartProps = LinesProps & { id: string; title: string; empty: string | null; all: number }
