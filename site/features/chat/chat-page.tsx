import { effect } from '@preact/signals'
import { render } from 'preact'
import { createOutbox, openTabStore } from '../conversation/outbox.ts'
import { ChatApp } from './ChatApp.tsx'
import { createChatCalls } from './chat-calls.ts'
import { createChatSession } from './chat-session.ts'
import { connectVisitor } from './connect.ts'
import { createSettings } from './settings.ts'
import { createDraftKeeper, pageCameFrom } from './start-draft.ts'
import { openTabs } from './tabs.ts'
import { createTone } from './tone.ts'
import { openVoice } from './voice.ts'

const statusEveryMs = 60_000

/** Starts the chat in `#chat`, which carries the area's facts as data attributes. `#chat-intro` shows before a talk only. */
export function startChatPage(): void {
  const root = document.getElementById('chat')
  const intro = document.getElementById('chat-intro')
  if (!root || !intro) return
  const { telephone = '', telephoneLink = '', messageForm = '', retentionDays = '' } = root.dataset
  const store = openTabStore(() => window.sessionStorage)
  const settings = createSettings(openTabStore(() => window.localStorage))
  const newId = () => crypto.randomUUID()
  const session = createChatSession({
    calls: createChatCalls(''),
    connect: (to) => connectVisitor({ ...to, origin: '', page: { window, document } }),
    outbox: createOutbox(store, 'local-offer-chat-outbox'),
    drafts: createDraftKeeper(store, newId),
    store,
    settings,
    tabs: openTabs(new BroadcastChannel('local-offer-chat')),
    newId,
    now: () => Date.now(),
    isVisible: () => document.visibilityState === 'visible',
  })
  effect(() => {
    intro.hidden = session.view.value.is === 'talk' || session.view.value.is === 'over'
  })
  effect(() => {
    root.classList.toggle('chat--plain', settings.current.value.plain)
  })
  render(
    <ChatApp
      session={session}
      ways={{ telephone, telephoneLink, messageForm }}
      retentionDays={retentionDays}
      pageFrom={pageCameFrom(document.referrer, location.origin)}
      speaks={openVoice(browserLocks(), { window, hasFocus: () => document.hasFocus() })}
      tone={createTone(() => new AudioContext())}
    />,
    root,
  )
  const look = () => {
    if (document.visibilityState !== 'visible') return
    session.markSeen()
    if (session.view.value.is === 'before') void session.refreshStatus()
    if (session.view.value.is === 'unreachable') void session.restore()
  }
  document.addEventListener('visibilitychange', look)
  window.addEventListener('online', look)
  window.addEventListener('storage', settings.refresh)
  window.addEventListener('pagehide', session.letGo)
  setInterval(look, statusEveryMs)
  void session.restore()
}

/** The locks that tabs of this site share; undefined in browsers without. */
function browserLocks() {
  if (!('locks' in navigator)) return undefined
  const { locks } = navigator
  return {
    request: (name: string, options: LockOptions, callback: () => Promise<never>) =>
      locks.request(name, options, callback),
  }
}
