import { useRef, useState } from 'preact/hooks'
import type { Link } from '../conversation/link.ts'
import { StatusLine } from '../conversation/StatusLine.tsx'
import { AlertSettings } from './AlertSettings.tsx'
import { Availability } from './Availability.tsx'
import { ConcernList } from './ConcernList.tsx'
import { ConversationLists } from './ConversationLists.tsx'
import { ConversationSearch } from './ConversationSearch.tsx'
import { noFilter } from './desk-filter.ts'
import { type DeskLists, standingInWords } from './desk-lists.ts'
import type { DeskSession, DeskView } from './desk-session.ts'
import { FollowUpList } from './FollowUpList.tsx'
import { FoundConversations } from './FoundConversations.tsx'
import { InvitationsToMe } from './InvitationsToMe.tsx'
import { ListFilters } from './ListFilters.tsx'
import { LogCall } from './LogCall.tsx'
import { MyWork } from './MyWork.tsx'
import { OffersToMe } from './OffersToMe.tsx'
import type { Alerts } from './useAlerts.ts'
import { useHeldPosition } from './useHeldPosition.ts'
import { useOfferNews } from './useOfferNews.ts'

export type DeskListProps = {
  session: DeskSession
  view: Extract<DeskView, { is: 'desk' }>
  lists: DeskLists
  /** ms UTC */
  now: number
  justRestored: boolean
  isSecondTab: boolean
  alerts: Alerts
  onSelect: (conversationId: string) => void
  onShowKeys: () => void
}

/** The column in which one chooses: who one is, how one is called, and all conversations. */
export function DeskList({ session, view, lists, now, alerts, onSelect, ...given }: DeskListProps) {
  const { state } = view
  const [filter, setFilter] = useState(noFilter)
  const column = useRef<HTMLDivElement>(null)
  const newAbove = useHeldPosition(column)
  const offers = useOfferNews(state)
  const { findDanger } = session.concerns.view.value
  const isSearched = ['found', 'searching'].includes(session.search.view.value.is)
  const shared = { filter, openId: state.openId, now, onSelect, findDanger }
  return (
    <div class="desk__list" ref={column}>
      <NewAbove chats={newAbove} />
      <div>
        <OffersToMe session={session} state={state} />
        <InvitationsToMe session={session} state={state} />
        <Availability session={session} view={view} />
        <div class="desk-settings">
          {state.me && <MyWork session={session} me={state.me} />}
          <AlertSettings settings={session.settings} alerts={alerts} onShowKeys={given.onShowKeys} />
        </div>
        {state.me && <LogCall session={session} />}
        <StatusLine class="govuk-visually-hidden" text={state.me ? standingInWords(lists) : ''} />
        <StatusLine class="desk__link" text={linkInWords(state.link, given.justRestored)} />
        <StatusLine class="desk__link" text={offers} />
        <StatusLine class="desk__link" text={hintInWords(given.isSecondTab, alerts.isMute)} />
        {state.me ? (
          <>
            <FollowUpList desk={session.tools.followUps} now={now} onSelect={onSelect} />
            <ConcernList concerns={session.concerns} openId={state.openId} now={now} onSelect={onSelect} />
            <ConversationSearch search={session.search} filter={filter} />
            <ListFilters filter={filter} conversations={state.conversations} onChange={setFilter} />
            {isSearched ? (
              <FoundConversations search={session.search} known={state.conversations} {...shared} />
            ) : (
              <ConversationLists lists={lists} me={state.me} queue={state.queue} {...shared} />
            )}
          </>
        ) : (
          <p>Fetching the conversations…</p>
        )}
      </div>
    </div>
  )
}

/** What came in where nobody looks: said, instead of moving what is read. */
function NewAbove({ chats }: { chats: number }) {
  return (
    <div class="desk-above">
      {chats > 0 && (
        <button
          type="button"
          class="govuk-button"
          onClick={() => {
            const waiting = document.querySelectorAll<HTMLElement>('[data-part="waiting"] .desk-line')
            waiting[waiting.length - chats]?.focus()
          }}
        >
          {chats} new above
        </button>
      )}
    </div>
  )
}

function hintInWords(isSecondTab: boolean, isMute: boolean): string {
  if (isSecondTab)
    return 'The desk is open in another tab too. You can work in both; the alerts sound in the other one.'
  return isMute ? 'Click anywhere on this page, so that the browser lets the alert sound.' : ''
}

function linkInWords(link: Link, justRestored: boolean): string {
  switch (link) {
    case 'reconnecting':
      return 'Your connection dropped. We are trying again. What you write is kept.'
    case 'failing':
      return 'We cannot reach the helpdesk. We keep trying. What you see may be old; what you write is kept.'
    case 'restored':
      return justRestored ? 'Your connection dropped for a moment. We are back, nothing was lost.' : ''
    default:
      return ''
  }
}
