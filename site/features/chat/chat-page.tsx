import { effect } from '@preact/signals'
import { render } from 'preact'
import { createOutbox, openTabStore } from '../conversation/outbox.ts'
import { ChatApp } from './ChatApp.tsx'
import { createChatCalls } from './chat-calls.ts'
import { createChatSession, type Tabs } from './chat-session.ts'
import { connectVisitor } from './connect.ts'
import { composingKey, createDraftKeeper, pageCameFrom } from './start-draft.ts'

const statusEveryMs = 60_000

/** Starts the chat in `#chat`, which carries the area's facts as data attributes. `#chat-intro` shows before a talk only. */
export function startChatPage(): void {
  const root = document.getElementById('chat')
  const intro = document.getElementById('chat-intro')
  if (!root || !intro) return
  const { telephone = '', telephoneLink = '', messageForm = '', retentionDays = '' } = root.dataset
  const store = openTabStore(() => window.sessionStorage)
  const newId = () => crypto.randomUUID()
  const session = createChatSession({
    calls: createChatCalls(''),
    connect: (to) => connectVisitor({ ...to, origin: '', page: { window, document } }),
    outbox: createOutbox(store, 'local-offer-chat-outbox'),
    drafts: createDraftKeeper(store, newId),
    tabs: openTabs(),
    newId,
    now: () => Date.now(),
    isVisible: () => document.visibilityState === 'visible',
  })
  effect(() => {
    intro.hidden = session.view.value.is === 'talk' || session.view.value.is === 'over'
  })
  render(
    <ChatApp
      session={session}
      ways={{ telephone, telephoneLink, messageForm }}
      retentionDays={retentionDays}
      pageFrom={pageCameFrom(document.referrer, location.origin)}
      composing={{
        load: () => store.read(composingKey) ?? '',
        save: (text) => (text === '' ? store.remove(composingKey) : store.write(composingKey, text)),
      }}
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
  setInterval(look, statusEveryMs)
  void session.restore()
}

function openTabs(): Tabs {
  const channel = new BroadcastChannel('local-offer-chat')
  return {
    tell: (news) => channel.postMessage(news),
    listen: (handle) =>
      channel.addEventListener('message', (event: MessageEvent<unknown>) => handle(event.data)),
  }
}
