import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { rememberFocus } from '../conversation/focus-later.ts'
import { useRecently } from '../conversation/useRecently.ts'
import { partConcerns } from './concern-desk.ts'
import { DeskList } from './DeskList.tsx'
import { invitationsToMe } from './desk-colleagues.ts'
import { partConversations, titleOf } from './desk-lists.ts'
import { offeredToMe } from './desk-offers.ts'
import type { DeskSession, DeskView } from './desk-session.ts'
import { OpenConversation } from './OpenConversation.tsx'
import { ShortcutList } from './ShortcutList.tsx'
import { useAlerts } from './useAlerts.ts'
import { useNow } from './useNow.ts'
import { useOtherTab } from './useOtherTab.ts'
import { focusOnId, focusOnLine, useShortcuts } from './useShortcuts.ts'
import { VisitorFacts } from './VisitorFacts.tsx'

const restoredShownMs = 20_000

/** The desk of somebody who is signed in: the list, what is read now, and what is known of it. */
export function Desk({ session, view }: { session: DeskSession; view: Extract<DeskView, { is: 'desk' }> }) {
  const { state, problem } = view
  const now = useNow()
  /** which opening of the list of keys is shown; 0 for none */
  const [shownKeys, setShownKeys] = useState(0)
  const openings = useRef(0)
  const showKeys = () => {
    openings.current += 1
    setShownKeys(openings.current)
  }
  const justRestored = useRecently(state.link === 'restored', restoredShownMs)
  const isSecondTab = useOtherTab()
  const { conversations, me } = state
  const lists = useMemo(() => partConversations({ conversations, me }), [conversations, me])
  const open = state.conversations.find(({ id }) => id === state.openId)
  const { isLead, concerns } = session.concerns.view.value
  const settings = session.settings.view.value
  const unanswered = isLead ? partConcerns(concerns).unanswered.length : 0
  const offered = offeredToMe(state).length
  const invited = invitationsToMe(state).length
  const alerts = useAlerts(
    {
      ...{ waiting: lists.waiting.length, offered, invited, concerns: unanswered },
      available: state.me?.available ?? false,
    },
    settings,
    titleOf(lists, offered, unanswered, invited),
    isSecondTab,
  )
  const select = useCallback((id: string) => void session.select(id), [session])
  useFocusOnList(state.openId)
  useShortcuts(settings.shortcuts, {
    'next-waiting': () => {
      const [first] = lists.waiting
      if (first) select(first.id)
    },
    take: () => {
      if (open?.state !== 'waiting') return
      const goOn = rememberFocus()
      void session.claim(open.id).then((done) => {
        if (done) goOn(() => document.getElementById('composer-text'))
      })
    },
    'line-after': () => focusOnLine(1),
    'line-before': () => focusOnLine(-1),
    list: () => focusOnLine(0),
    reply: () => focusOnId('composer-text'),
    'find-page': () => document.getElementById('find-cards-toggle')?.click(),
    search: () => focusOnId('desk-search'),
    help: showKeys,
  })
  return (
    <>
      {problem !== null && (
        <div class="notice notice--danger desk-problem">
          <p role="alert">{problem}</p>
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={() => {
              session.dismissProblem()
              focusOnId('desk-talk-heading')
            }}
          >
            Hide this<span class="govuk-visually-hidden"> message</span>
          </button>
        </div>
      )}
      <div class="desk" data-open={open ? 'yes' : 'no'} data-link={state.link}>
        <DeskList
          {...{ session, view, lists, now, justRestored, isSecondTab, alerts }}
          onSelect={select}
          onShowKeys={showKeys}
        />
        {open ? (
          <>
            <OpenConversation key={open.id} session={session} state={state} conversation={open} now={now} />
            <VisitorFacts
              key={`facts-${open.id}`}
              session={session}
              state={state}
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
      {shownKeys > 0 && (
        <ShortcutList
          key={shownKeys}
          settings={session.settings}
          // The browser tells of it a little later: by then somebody may have opened it again.
          onClose={() => setShownKeys((now) => (now === shownKeys ? 0 : now))}
        />
      )}
    </>
  )
}

/** Back from a talk, the focus goes to its line in the list. */
function useFocusOnList(openId: string | null) {
  const before = useRef(openId)
  useLayoutEffect(() => {
    const closed = openId === null ? before.current : null
    before.current = openId
    if (closed === null) return
    document.querySelector<HTMLElement>(`[data-conversation="${CSS.escape(closed)}"]`)?.focus()
  }, [openId])
}
