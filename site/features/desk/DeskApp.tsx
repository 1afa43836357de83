import { useEffect, useRef } from 'preact/hooks'
import type { Link } from '../conversation/link.ts'
import { StatusLine } from '../conversation/StatusLine.tsx'
import { useRecently } from '../conversation/useRecently.ts'
import { ConcernList } from './ConcernList.tsx'
import { ConversationLists } from './ConversationLists.tsx'
import { partConcerns } from './concern-desk.ts'
import { partConversations, standingInWords, titleOf } from './desk-lists.ts'
import { offeredToMe } from './desk-offers.ts'
import type { DeskSession, DeskView } from './desk-session.ts'
import { MyWork } from './MyWork.tsx'
import { OffersToMe } from './OffersToMe.tsx'
import { OpenConversation } from './OpenConversation.tsx'
import { useNow } from './useNow.ts'
import { useOfferNews } from './useOfferNews.ts'
import { VisitorFacts } from './VisitorFacts.tsx'

const restoredShownMs = 20_000

/** The desk, whatever state it is in. */
export function DeskApp({ session }: { session: DeskSession }) {
  const view = session.view.value
  if (view.is === 'desk') return <Desk session={session} view={view} />
  if (view.is === 'loading') return <p role="status">Opening the desk…</p>
  if (view.is === 'unreachable')
    return (
      <div class="notice notice--danger">
        <p role="alert">We cannot reach the helpdesk right now.</p>
        <button type="button" class="govuk-button" onClick={() => void session.start()}>
          Try again
        </button>
      </div>
    )
  return (
    <div class="notice">
      <p class="notice__title" role="alert">
        {view.message}
      </p>
      <p>The desk is for navigators and leads. What you had typed is kept in this tab.</p>
      <a class="govuk-button" href="/sign-in/?next=/desk/">
        Sign in
      </a>
    </div>
  )
}

function Desk({ session, view }: { session: DeskSession; view: Extract<DeskView, { is: 'desk' }> }) {
  const { state, problem } = view
  const now = useNow()
  const justRestored = useRecently(state.link === 'restored', restoredShownMs)
  const lists = partConversations(state)
  const offers = useOfferNews(state)
  const open = state.conversations.find(({ id }) => id === state.openId)
  const { isLead, concerns, findDanger } = session.concerns.view.value
  const calls = isLead ? partConcerns(concerns).unanswered.length : 0
  const title = titleOf(lists, offeredToMe(state).length, calls)
  useFocusOnList(state.openId)
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div class="desk" data-open={open ? 'yes' : 'no'} data-link={state.link}>
      <div class="desk__list">
        <OffersToMe session={session} state={state} />
        <Availability session={session} view={view} />
        <StatusLine class="govuk-visually-hidden" text={state.me ? standingInWords(lists) : ''} />
        <StatusLine class="desk__link" text={linkInWords(state.link, justRestored)} />
        <StatusLine class="desk__link" text={offers} />
        {problem !== null && (
          <div class="notice notice--danger">
            <p role="alert">{problem}</p>
          </div>
        )}
        {state.me ? (
          <>
            <ConcernList
              concerns={session.concerns}
              openId={state.openId}
              now={now}
              onSelect={(id) => void session.select(id)}
            />
            <ConversationLists
              findDanger={findDanger}
              lists={lists}
              state={state}
              openId={state.openId}
              now={now}
              onSelect={(id) => void session.select(id)}
            />
          </>
        ) : (
          <p>Fetching the conversations…</p>
        )}
      </div>
      {open ? (
        <>
          <OpenConversation key={open.id} session={session} state={state} conversation={open} now={now} />
          <VisitorFacts
            key={`facts-${open.id}`}
            concerns={session.concerns}
            conversation={open}
            contact={state.talks[open.id]?.contact ?? null}
            now={now}
          />
        </>
      ) : (
        <div class="desk__talk desk__talk--none">
          <p>Choose a conversation from the list.</p>
        </div>
      )}
    </div>
  )
}

/** Back from a talk, the focus goes to its line in the list. */
function useFocusOnList(openId: string | null) {
  const before = useRef(openId)
  useEffect(() => {
    const closed = openId === null ? before.current : null
    before.current = openId
    if (closed === null) return
    document.querySelector<HTMLElement>(`[data-conversation="${CSS.escape(closed)}"]`)?.focus()
  }, [openId])
}

/** Whether new chats may come to this navigator. Families see "available" only while somebody is. */
function Availability({ session, view }: { session: DeskSession; view: Extract<DeskView, { is: 'desk' }> }) {
  const { me, queue, link } = view.state
  const changing = useRef(false)
  if (!me) return null
  const change = async () => {
    if (changing.current) return
    changing.current = true
    await session.setAvailable(!me.available)
    changing.current = false
  }
  const connected = link === 'connected' || link === 'restored'
  return (
    <div class="desk__me">
      <p class="desk__name">
        <bdi>{me.name}</bdi>
      </p>
      <button
        type="button"
        role="switch"
        class="desk-switch"
        aria-checked={me.available ? 'true' : 'false'}
        aria-label="Available for new chats"
        onClick={() => void change()}
      >
        <span class="desk-switch__dot" aria-hidden="true" />
        <span>{me.available ? 'Available' : 'Away'}</span>
      </button>
      <p class="note">
        {!connected
          ? 'You are not connected: families do not see you as available.'
          : me.available
            ? 'Families see that a navigator is here.'
            : 'New chats do not count on you. Switch to “Available” when you are ready.'}
        {queue && !queue.open && ' The helpdesk is closed now by its opening hours.'}
      </p>
      <MyWork session={session} me={me} />
    </div>
  )
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
