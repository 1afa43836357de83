import { render } from 'preact'
import { openTabStore } from '../conversation/outbox.ts'
import { watchSession } from '../signed-in/watch-session.ts'
import { askedConversation, openWhenReady } from './asked-conversation.ts'
import { DeskApp } from './DeskApp.tsx'
import { DeskPages } from './DeskPages.tsx'
import { createDeskSession } from './desk-session.ts'
import { readHelpLines } from './help-lines.ts'

/** Starts the desk in `#desk`. */
export function startDeskPage(): void {
  const root = document.getElementById('desk')
  if (!root) return
  const session = createDeskSession({
    store: openTabStore(() => window.sessionStorage),
    device: openTabStore(() => window.localStorage),
    page: { window, document },
    helpLines: readHelpLines(root.dataset),
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    isVisible: () => document.visibilityState === 'visible',
  })
  render(<DeskApp session={session} />, root)
  const pages = document.getElementById('desk-pages')
  if (pages) render(<DeskPages session={session} />, pages)
  document.addEventListener('visibilitychange', session.markSeen)
  window.addEventListener('online', () => {
    if (session.view.value.is === 'unreachable') void session.start()
  })
  openWhenReady(session, askedConversation(window.location.search))
  void session.start()
  // The desk itself says when it is signed out.
  watchSession({ showsEnd: false })
}
